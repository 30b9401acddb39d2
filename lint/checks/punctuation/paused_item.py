"""Whether an item of a list ends in a comma where its siblings end in ；."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.shared.item_ends import end_hit, end_mark, paused_items
from lint.checks.shared.selection import Selection
from lint.document.tree import Document


class PausedItem(Selection, frozen=True):
    """Items that end in ， or 、 where all their siblings end in ；; the last of them belongs to end in 。."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the end mark of each such item."""
        for series in self.selected(document):
            for item in paused_items(document, series):
                yield end_hit(item, end_mark(document, item), "。" if item is series.items[-1] else "；")
