"""Whether a run has a second item."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.shared.selection import Selection
from lint.document.tree import Document


class SeriesLength(Selection, frozen=True):
    """A run of one item that begins at 1; with ``below`` one that begins a paragraph below a parent."""

    below: bool = False

    values: ClassVar[frozenset[str]] = frozenset({"marker", "next", "parent"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each lone marker."""
        for series in self.selected(document):
            item, parent = series.items[0], series.parent
            if len(series.items) > 1 or item.marker.value != 1 or item.marker.sub:
                continue
            if self.below and (parent is None or item.inline):
                continue
            marker = document.slice(item.marker.span) or item.marker.family.render(1)
            above = document.slice(parent.marker.span) or document.slice(parent.heading) if parent else ""
            yield Hit(item.sign, {"marker": marker, "next": item.marker.family.render(2), "parent": above})
