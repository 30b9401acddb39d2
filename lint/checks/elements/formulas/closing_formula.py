"""Whether a text closes with a formula of its genre."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import ending, opening
from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.patterns.bounded import RegexStr, search
from lint.text.source import Span


class ClosingFormula(Check, frozen=True):
    """Texts whose last paragraphs hold none of the closing formulas of their genre.

    A text that opens with one of ``except_openings`` is of another kind than its title says.
    """

    except_openings: RegexStr = ""

    values: ClassVar[frozenset[str]] = frozenset({"genre", "last"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The field that holds a pattern."""
        if self.except_openings:
            yield "except_openings", self.except_openings

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the last paragraph of each such text."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            last = ending(document, part)
            if genre is None or not genre.closing or not last or self._is_another(document, part):
                continue
            spans = ((pattern, span) for pattern in genre.closing for span in last)
            if not any(search(pattern, document.text, *span, document.clock) for pattern, span in spans):
                place = Span(max(last[-1].start, last[-1].end - 1), last[-1].end)
                yield Hit(place, {"genre": genre.name, "last": document.slice(last[-1])[-20:]})

    def _is_another(self, document: Document, part: Part) -> bool:
        return bool(self.except_openings) and any(
            search(self.except_openings, document.text, *span, document.clock) for span in opening(document, part)
        )
