"""Whether the level of a run fits below the level that holds it (GB/T 9704-2012 7.3.3)."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.checks.base import Check, Hit, Place
from lint.checks.selection import FamilyName
from lint.document.tree import Document, Item, Series

_LEVELS = {"han": 1, "han_paren": 2, "digit": 3, "digit_paren": 4, "circled": 5, "latin": 6}


class LevelOrder(Check, frozen=True):
    """A run at the head of paragraphs that ``skipped`` levels, or is ``inverted``: higher than its parent, or than
    a run before it under the same parent (一、, then 1., then （一）).

    ``skips`` are the pairs of parent and child that leave out a level.
    """

    report: Literal["inverted", "skipped"]
    skips: tuple[tuple[FamilyName, FamilyName], ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"marker", "parent"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each such run."""
        before: dict[int, Item] = {}
        for series in document.clock.watched(document.series):
            parent = series.parent
            first = series.items[0]
            if parent is None or series.quoted or first.inline or parent.inline or first.marker.listed:
                continue
            elder = before.setdefault(parent.span.start, first)
            other = parent if self._fails(parent, series) else elder
            if other is parent or (self.report == "inverted" and _is_inverted(elder, series)):
                values = {"marker": document.slice(first.marker.span), "parent": document.slice(other.marker.span)}
                yield Hit(first.sign, values, (Place(other.sign),))

    def _fails(self, parent: Item, series: Series) -> bool:
        if self.report == "skipped":
            return (parent.marker.family.name, series.family.name) in self.skips
        return _is_inverted(parent, series)


def _is_inverted(upper: Item, series: Series) -> bool:
    """Whether a run ranks above an item that holds it or stands before it."""
    level, other = _LEVELS.get(series.family.name), _LEVELS.get(upper.marker.family.name)
    return level is not None and other is not None and level < other
