"""Whether a decimal marker carries the number of the section that it stands in."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.checks.runs import marker_span, prefix_of_parent, strays
from lint.document import Document
from lint.finding import Edit


class DottedPrefix(Check, frozen=True):
    """Decimal markers whose leading numbers are not those of their parent: 2.1 in section 1."""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "expected", "parent"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such marker."""
        for series in document.series:
            prefix = prefix_of_parent(document, series)
            if prefix is None or series.parent is None:
                continue
            for place, item in enumerate(series.items, 1):
                if strays(document, series, item):
                    expected = ".".join(str(number) for number in (*prefix, place))
                    values = {
                        "marker": document.slice(item.marker.numeral),
                        "expected": expected,
                        "parent": document.slice(series.parent.marker.numeral),
                    }
                    edits = (Edit(item.marker.numeral, expected),)
                    yield Hit(marker_span(item), values, (Place(marker_span(series.parent)),), edits)
