"""Whether a level is worth having: a run of one item under a parent."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.runs import marker_span
from lint.checks.selection import Selection
from lint.document.tree import Document


class OnlyChild(Selection, frozen=True):
    """A run of a single item, number 1, that begins a paragraph below a parent."""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "parent"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each only child."""
        for series in self.selected(document):
            item = series.items[0]
            if len(series.items) == 1 and series.parent and not item.inline and item.marker.value == 1:
                parent = document.slice(series.parent.marker.span) or document.slice(series.parent.heading)
                yield Hit(marker_span(item), {"marker": document.slice(item.marker.span) or "1.", "parent": parent})
