"""Whether a figure went the way that the verb before it says: 由62%提高到55% went down."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.quantities.directions import TURNS, directions_in
from lint.checks.base import Check, Hit
from lint.document.tree import Document


class ChangeDirection(Check, frozen=True):
    """Figures told to rise to less, or to fall to more, than the figure before them."""

    values: ClassVar[frozenset[str]] = frozenset({"text", "way"})

    def signs(self) -> tuple[str, ...]:
        """What stands before the second figure."""
        return TURNS

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such change."""
        for block in document.clock.watched(document.reading.blocks):
            found = (one for one in directions_in(document.text, block.start, block.end) if one.is_wrong)
            for one in sorted(found, key=lambda one: one.place):
                way = "小" if one.says_more else "大"
                yield Hit(one.place, {"text": document.slice(one.place), "way": way})
