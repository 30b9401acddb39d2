"""Whether the level of a run fits below the level that holds it (GB/T 9704-2012 7.3.3)."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.checks.base import Check, Hit, Place
from lint.checks.runs import marker_span
from lint.checks.selection import FamilyName
from lint.document import Document, Item, Series

_LEVELS = {"han": 1, "han_paren": 2, "digit": 3, "digit_paren": 4, "circled": 5, "latin": 6}


class LevelOrder(Check, frozen=True):
    """A run at the head of paragraphs that is ``inverted`` (higher than its parent) or ``skipped`` levels.

    ``skips`` are the pairs of parent and child that leave out a level.
    """

    report: Literal["inverted", "skipped"]
    skips: tuple[tuple[FamilyName, FamilyName], ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"marker", "parent"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each such run."""
        for series in document.series:
            parent = series.parent
            first = series.items[0]
            if parent is None or series.quoted or first.inline or parent.inline or first.marker.listed:
                continue
            if self._fails(parent, series):
                values = {"marker": document.slice(first.marker.span), "parent": document.slice(parent.marker.span)}
                yield Hit(marker_span(first), values, (Place(marker_span(parent)),))

    def _fails(self, parent: Item, series: Series) -> bool:
        upper, lower = parent.marker.family.name, series.family.name
        if self.report == "skipped":
            return (upper, lower) in self.skips
        return upper in _LEVELS and lower in _LEVELS and _LEVELS[lower] < _LEVELS[upper]
