"""Whether a run ranks below the item that holds it, by the draft's own order (else GB/T 9704-2012, 7.3.3)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.checks.shared.levels import RANKED, level_hit, placed
from lint.document.tree import Document, Item, Levels, Series


class LevelInversion(Check, frozen=True):
    """Runs at the head of paragraphs that rank higher than their parent, or than a run before them under the same
    parent: 一、, then 1., then （一）.
    """

    values: ClassVar[frozenset[str]] = frozenset({"marker", "parent", "missing"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each such run."""
        before: dict[int, Item] = {}
        for series in placed(document):
            if series.parent is None:
                continue
            levels = document.parts[series.part].levels
            elder = before.setdefault(series.parent.span.start, series.items[0])
            if _is_above(levels, series, series.parent):
                yield level_hit(document, series, series.parent)
            elif _is_above(levels, series, elder):
                yield level_hit(document, series, elder)


def _is_above(levels: Levels, series: Series, other: Item) -> bool:
    """Whether a run ranks above an item that holds it or stands before it."""
    families = {series.family.name, other.marker.family.name}
    return families <= RANKED and levels.rank(series.family) < levels.rank(other.marker.family)
