"""Whether a range begins before it ends: not 自2025年10月1日至2025年8月31日."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.ranges import ranges_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document


class InvertedRange(Check, frozen=True):
    """Ranges of dates, years, hours or quantities whose end is before their beginning."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each of them, outside quotations."""
        for one in ranges_of(document):
            if not one.wraps and one.last < one.first and not document.is_quoted(one.span.start):
                yield Hit(one.span, {"found": one.found})
