"""Whether a run has a second item."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.runs import marker_span
from lint.checks.selection import Selection
from lint.document.tree import Document


class SeriesLength(Selection, frozen=True):
    """A run of one item that begins at 1."""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "next"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each lone marker."""
        for series in self.selected(document):
            item = series.items[0]
            if len(series.items) == 1 and item.marker.value == 1 and not item.marker.sub:
                marker = document.slice(item.marker.span) or item.marker.family.render(1)
                yield Hit(marker_span(item), {"marker": marker, "next": item.marker.family.render(2)})
