"""Whether a pattern occurs where it should not."""

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
        try:
            for start, end in self._places(document):
                yield from self._search(text, start, end)
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

    def _search(self, text: str, start: int, end: int) -> Iterator[Hit]:
        spared: list[Span] | None = None
        for match in compiled(self.pattern).finditer(text, start, end, timeout=_SECONDS):
            group = "hit" if "hit" in match.re.groupindex else 0
            span = Span(*match.span(group))
            if span.start < 0 or MASK in match[group]:
                continue
            if self.unless and spared is None:
                spared = [
                    Span(*found.span()) for found in compiled(self.unless).finditer(text, start, end, timeout=_SECONDS)
                ]
            if spared and any(other.start < span.end and span.start < other.end for other in spared):
                continue
            replacement = match.expand(self.replace) if self.replace is not None else ""
            edits = (Edit(span, replacement),) if self.replace is not None else ()
            yield Hit(span, {"found": match[group], "replacement": replacement}, edits=edits)
