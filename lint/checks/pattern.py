"""Whether a pattern occurs where it should not."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.checks.base import Check, Hit
from lint.document import Document
from lint.finding import Edit
from lint.literals import holds_any
from lint.patterns import RegexStr, compiled, deadline, matches
from lint.reading import MASK
from lint.source import Span


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

    def problems(self) -> Iterator[tuple[str, str]]:
        """A replacement that names a group which the pattern does not have."""
        import regex  # noqa: PLC0415 - only the loader asks, and it has compiled the pattern already

        if self.replace is not None:
            match = compiled(f"(?:{self.pattern}\n)|").match("")  # the second branch always matches
            try:
                match and match.expand(self.replace)
            except (regex.error, IndexError, RecursionError) as error:
                yield "replace", f"替换有误：{error}"

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each match."""
        text = document.text
        if self.needs and not holds_any(text, self.needs):
            return
        until = deadline(text)
        for start, end in self._places(document):
            yield from self._search(text, start, end, until)

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

    def _search(self, text: str, start: int, end: int, until: float) -> Iterator[Hit]:
        spared: list[Span] | None = None
        for match in matches(self.pattern, text, start, end, until):
            group = "hit" if "hit" in match.re.groupindex else 0
            span = Span(*match.span(group))
            if span.start < 0 or MASK in match[group]:
                continue
            if self.unless and spared is None:
                spared = sorted(Span(*found.span()) for found in matches(self.unless, text, start, end, until))
            if spared and _overlaps(span, spared):
                continue
            replacement = match.expand(self.replace) if self.replace is not None else ""
            edits = (Edit(span, replacement),) if self.replace is not None else ()
            yield Hit(span, {"found": match[group], "replacement": replacement}, edits=edits)


def _overlaps(span: Span, others: list[Span]) -> bool:
    """Whether a span shares ground with one of others, which are in text order and apart from each other."""
    index = bisect_right(others, span.start, key=lambda other: other.end)
    return index < len(others) and others[index].start < span.end
