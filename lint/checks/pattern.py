"""Whether a pattern occurs where it should not."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.formats.blocks import MASK
from lint.text.edit import Edit
from lint.text.literals import held, needs_of, places_of
from lint.text.patterns import RegexStr, compiled, deadline, matches
from lint.text.source import Span

if TYPE_CHECKING:
    from regex import Match


class Pattern(Check, frozen=True):
    """Matches of ``pattern`` that no match of ``unless`` overlaps; a group named ``hit`` marks the place.

    ``within`` is where it is searched. ``replace`` is the replacement as the regex package expands it.
    ``needs`` are literals of which a paragraph must hold one for the pattern to be tried there at all.
    ``unless`` is searched in the paragraphs of a match and the one before. Where a match of ``doubt``, searched
    for in the same way, shares ground with the place, the replacement has to be looked at.
    """

    pattern: RegexStr
    unless: RegexStr = ""
    doubt: RegexStr = ""
    within: Literal["text", "heading", "title", "preamble", "closing"] = "text"
    replace: str | None = None
    needs: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"found", "replacement"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield "pattern", self.pattern
        if self.unless:
            yield "unless", self.unless
        if self.doubt:
            yield "doubt", self.doubt

    def problems(self) -> Iterator[tuple[str, str]]:
        """A replacement that names a group which the pattern does not have."""
        import regex  # noqa: PLC0415 - only the loader asks, and it has compiled the pattern already

        if self.replace is not None:
            match = compiled(f"(?:{self.pattern}\n)|").match("")  # the second branch always matches
            try:
                match and match.expand(self.replace)
            except (regex.error, IndexError, RecursionError) as error:
                yield "replace", f"替换有误：{error}"

    def signs(self) -> tuple[str, ...]:
        """Its needs, or what every match must hold."""
        return self.needs or next(iter(needs_of(self.pattern)), ())

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each match."""
        text = document.text
        needs = tuple(held(text, self.needs))
        if self.needs and not needs:
            return
        until = deadline(text)
        spared = _Around(self.unless, text, until)
        doubted = _Around(self.doubt, text, until)
        for place in self._places(document, needs):
            for match in matches(self.pattern, text, *place, until):
                span = Span(*match.span("hit" if "hit" in match.re.groupindex else 0))
                if span.start < 0 or MASK in text[span.start : span.end]:
                    continue
                if not (self.unless and spared.overlap(span)):
                    yield self._hit(text, span, match, certain=not (self.doubt and doubted.overlap(span)))

    def _places(self, document: Document, needs: Sequence[str]) -> Iterator[Span]:
        if self.within == "text" and needs:
            yield from _paragraphs_with(document.text, needs)
        elif self.within == "text":
            yield Span(0, len(document.text))
        elif self.within == "heading":
            yield from (item.heading for item in document.heads)
        else:
            for part in document.parts:
                span = getattr(part, self.within)
                if span is not None:
                    yield span

    def _hit(self, text: str, span: Span, match: "Match[str]", *, certain: bool) -> Hit:
        found = text[span.start : span.end]
        if self.replace is None:
            return Hit(span, {"found": found, "replacement": ""})
        replacement = match.expand(self.replace)
        values = {"found": found, "replacement": replacement}
        return Hit(span, values, edits=(Edit(span, replacement),), certain=certain)


def _paragraphs_with(text: str, literals: Sequence[str]) -> Iterator[Span]:
    """The paragraphs that hold one of several literals, with the newline at their end, which a pattern may look at."""
    end = 0
    for place in sorted(place for literal in literals for place in places_of(literal, text)):
        if place >= end:
            end = text.find("\n", place) + 1 or len(text)
            yield Span(text.rfind("\n", 0, place) + 1, end)


class _Around:
    """What a pattern matches in the paragraphs of a span and the one before, looked for in each once."""

    def __init__(self, pattern: str, text: str, until: float) -> None:
        self._pattern = pattern
        self._text = text
        self._until = until
        self._paragraphs = Span(0, 0)
        self._found: list[Span] = []

    def overlap(self, span: Span) -> bool:
        """Whether a span shares ground with a match."""
        if not self._paragraphs.start <= span.start <= span.end < self._paragraphs.end:
            self._look_around(span)
        index = bisect_right(self._found, span.start, key=lambda found: found.end)
        return index < len(self._found) and self._found[index].start < span.end

    def _look_around(self, span: Span) -> None:
        end = self._text.find("\n", span.end) + 1 or len(self._text)
        before = self._text.rfind("\n", 0, span.start)
        first = self._text.rfind("\n", 0, before) + 1 if before >= 0 else 0
        self._paragraphs = Span(before + 1, end)
        self._found = sorted(
            Span(*match.span()) for match in matches(self._pattern, self._text, first, end, self._until)
        )
