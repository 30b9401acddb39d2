"""Whether a pattern occurs where it should not."""

import time
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal

import msgspec

from lint.checks.base import Check, Hit
from lint.document import Document
from lint.finding import Edit
from lint.reading import MASK
from lint.source import Span

RegexStr = Annotated[str, msgspec.Meta(extra_json_schema={"format": "regex"})]

_SECONDS = 1.0


class CheckTimeout(Exception):  # noqa: N818 - the field says timeout
    """A pattern that ran into its time limit on a draft."""


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> Any:
    """A pattern of the regex package, ^ and $ meaning paragraphs; raises regex.error."""
    import regex  # noqa: PLC0415 - drafts without a literal that any pattern needs never load it

    return regex.compile(pattern, regex.MULTILINE | regex.VERSION1)


class Pattern(Check, frozen=True):
    """Matches of ``pattern`` that no match of ``unless`` overlaps; a group named ``hit`` marks the place.

    ``within`` is where it is searched. ``replace`` is the replacement as the regex package expands it.
    ``needs`` are literals of which a draft must hold one for the pattern to be tried at all.
    """

    pattern: RegexStr
    unless: RegexStr = ""
    within: Literal["text", "heading", "title", "preamble", "closing"] = "text"
    replace: str | None = None
    needs: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"found", "replacement"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield "pattern", self.pattern
        if self.unless:
            yield "unless", self.unless

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each match."""
        text = document.text
        if self.needs and not any(literal in text for literal in self.needs):
            return
        deadline = time.process_time() + _SECONDS
        try:
            for start, end in self._places(document):
                yield from self._search(text, start, end, deadline)
        except TimeoutError:
            raise CheckTimeout(f"匹配超过 {_SECONDS:g} 秒：{self.pattern}") from None

    def _places(self, document: Document) -> Iterator[Span]:
        if self.within == "text":
            yield Span(0, len(document.text))
        elif self.within == "heading":
            yield from (item.heading for item in document.items if not item.inline)
        else:
            for part in document.parts:
                span = getattr(part, self.within)
                if span is not None:
                    yield span

    def _search(self, text: str, start: int, end: int, deadline: float) -> Iterator[Hit]:
        spared: list[Span] | None = None
        for match in _matches(self.pattern, text, start, end, deadline):
            group = "hit" if "hit" in match.re.groupindex else 0
            span = Span(*match.span(group))
            if span.start < 0 or MASK in match[group]:
                continue
            if self.unless and spared is None:
                spared = sorted(Span(*found.span()) for found in _matches(self.unless, text, start, end, deadline))
            if spared and _overlaps(span, spared):
                continue
            replacement = match.expand(self.replace) if self.replace is not None else ""
            edits = (Edit(span, replacement),) if self.replace is not None else ()
            yield Hit(span, {"found": match[group], "replacement": replacement}, edits=edits)


def _matches(pattern: str, text: str, start: int, end: int, deadline: float) -> Iterator[Any]:
    """The matches within a range; what remains of the time is shared by all ranges of a document."""
    remaining = deadline - time.process_time()
    if remaining <= 0:
        raise TimeoutError
    yield from compiled(pattern).finditer(text, start, end, timeout=remaining)


def _overlaps(span: Span, others: list[Span]) -> bool:
    """Whether a span shares ground with one of others, which are in text order and apart from each other."""
    index = bisect_right(others, span.start, key=lambda other: other.end)
    return index < len(others) and others[index].start < span.end
