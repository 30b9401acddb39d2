"""Whether percentages that are told of all come to 100: 满意的占52.3%，基本满意的占31.2%，不满意的占18.5%."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.quantities.quantity import shown
from lint.analysis.counts.totals.percentages import share_sums
from lint.checks.base import Check, Hit
from lint.document.tree import Document

_PARTS = 10**5  # of one, in which quantities are shown


class ShareSum(Check, frozen=True):
    """Percentages of grades that exclude each other, of parts of which the last is the rest, and of three industries.

    What rounding makes of them is no slip, and what is far from 100 is told of something else.
    """

    values: ClassVar[frozenset[str]] = frozenset({"text", "sum"})

    def signs(self) -> tuple[str, ...]:
        """The signs of percentages, and of a ratio."""
        return ("%", "％", "产业", "三产")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each list that comes to something else."""
        for block in document.clock.watched(document.reading.blocks):
            for one in share_sums(document.text, block.start, block.end):
                if not document.is_quoted(one.place.start):
                    values = {"text": document.slice(one.place), "sum": f"{shown(round(one.sum * _PARTS), '')}%"}
                    yield Hit(one.place, values)
