"""Whether a decimal marker carries the number of the section that it stands in."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.checks.shared.runs import prefix_of_parent, strays
from lint.document.families import DOTTED
from lint.document.markers import numbers_of
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.source import Span


class DottedPrefix(Check, frozen=True):
    """Decimal markers whose leading numbers are not those of their parent: 2.1 in section 1."""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "expected", "parent"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """Decimal markers."""
        return (tuple(family.name for family in DOTTED),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such marker; what is below a wrong one may carry the number that this should have."""
        corrected: dict[Span, tuple[int, ...]] = {}
        for series in document.clock.watched(document.series):
            prefix = prefix_of_parent(document, series)
            if prefix is None or series.parent is None:
                continue
            for place, item in enumerate(series.items, 1):
                own = numbers_of(document.text, item.marker)
                if strays(document, series, item) and own[:-1] != corrected.get(series.parent.marker.numeral):
                    corrected[item.marker.numeral] = (*prefix, place)
                    expected = ".".join(str(number) for number in (*prefix, place))
                    values = {
                        "marker": document.slice(item.marker.numeral),
                        "expected": expected,
                        "parent": document.slice(series.parent.marker.numeral),
                    }
                    edits = (Edit(item.marker.numeral, expected),)
                    yield Hit(item.sign, values, (Place(series.parent.sign),), edits)
