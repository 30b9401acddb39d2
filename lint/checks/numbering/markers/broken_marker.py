"""Whether a marker stands in one line."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.checks.shared.runs import own_items
from lint.document.tree import Document


class BrokenMarker(Check, frozen=True):
    """Markers that a line break divides."""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such marker."""
        joins = document.reading.joins
        for item in own_items(document) if joins else ():
            marker = item.marker
            if bisect_right(joins, marker.span.start) < bisect_left(joins, marker.span.end):
                expected = marker.family.render(marker.value) if marker.value else ""
                yield Hit(marker.span, {"marker": document.slice(marker.span), "expected": expected})
