"""Whether the sections of a part stand in the order that sense demands."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.sectioning.part_order import reversals
from lint.analysis.sectioning.sections import in_words_of
from lint.checks.base import Check, Hit
from lint.checks.shared.early_sections import too_early
from lint.document.tree import Document


class FixedSectionOrder(Check, frozen=True):
    """Sections that wholly stand before one that goes before them in an order which the genre fixes by sense.

    And sections that stand before one which is always first, or after one which is always last.
    """

    values: ClassVar[frozenset[str]] = frozenset({"heading", "after", "usual"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each section that comes too early, related to the one that it should follow."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is not None:
                own = in_words_of(document, part, genre)
                yield from (too_early(one.early, one.after, own) for one in reversals(document, part, own))
