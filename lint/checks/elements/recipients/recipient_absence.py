"""Whether a text that has to be addressed names its recipients (主送机关)."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from lint.analysis.elements.recipients import lines_below_title
from lint.analysis.elements.title_kinds import matter_place
from lint.analysis.paragraphs import ending, opening
from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.patterns.bounded import RegexStr, search
from lint.text.patterns.lazy import lazy

_SENTENCE = lazy("[。；！？]|[：:]$")


class RecipientAbsence(Check, frozen=True):
    """Texts that are addressed to nobody, neither in a line of their own nor in one without its colon.

    ``signed`` says which are meant: those with a signature or date, or those with neither, as copies of the web are.
    ``formulas`` are by genre (by its id) what a text of it must hold at its edges to be one that is sent.
    ``spoken`` is what tells a text that is spoken to an assembly.
    """

    signed: bool = True
    formulas: dict[str, RegexStr] = msgspec.field(default_factory=dict)
    spoken: RegexStr = ""

    values: ClassVar[frozenset[str]] = frozenset({"genre"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("formulas", pattern) for pattern in self.formulas.values())
        if self.spoken:
            yield "spoken", self.spoken

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The title."""
        return (("title",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the title of each such text."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is None or part.kind == "annex" or part.title is None or part.recipients is not None:
                continue
            if self.signed is (part.signature is None and part.date is None) or _may_be_addressed(document, part):
                continue
            formula = self.formulas.get(genre.id)
            if formula is None or (self._at_edges(document, part, formula) and not self._is_spoken(document, part)):
                yield Hit(matter_place(document, part.title), {"genre": genre.name})

    def _at_edges(self, document: Document, part: Part, pattern: str) -> bool:
        edges = (*opening(document, part), *ending(document, part))
        return any(search(pattern, document.text, *span, document.clock) for span in edges)

    def _is_spoken(self, document: Document, part: Part) -> bool:
        if not self.spoken:
            return False
        subtitle = part.subtitle and search(self.spoken, document.text, *part.subtitle, document.clock)
        return bool(subtitle) or self._at_edges(document, part, self.spoken)


def _may_be_addressed(document: Document, part: Part) -> bool:
    """Whether a line between title and text may name somebody: neither a sentence nor the first item."""
    first = part.items[0].span.start if part.items else part.span.end
    lines = [line for line in lines_below_title(document, part) if line.start < first]
    return any(not _SENTENCE.search(document.slice(line)) for line in lines)
