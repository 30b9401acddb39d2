"""Whether the fields of a block stand in the order of its siblings."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from lint.analysis.records import Record, record_groups
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document

_MOST = 75  # per cent of the records that have both fields
_LEAST = 3  # of them


class FieldOrder(Check, frozen=True):
    """Two fields that stand the other way round in nearly all of the other blocks; one hit a block."""

    values: ClassVar[frozenset[str]] = frozenset({"item", "field", "other"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each block with such fields, at the first of them."""
        for records in document.clock.watched(record_groups(document)):
            orders = Counter(pair for record in records for pair in _pairs(record))
            for record in records:
                for first, second in _pairs(record):
                    usual = orders[second, first]
                    if usual >= _LEAST and 100 * usual >= _MOST * (usual + orders[first, second]):
                        places = {field.label: field.span for field in reversed(record.fields)}
                        values = {"item": document.slice(record.name)[:24], "field": first, "other": second}
                        yield Hit(places[first], values, (Place(places[second]),))
                        break


def _pairs(record: Record) -> Iterator[tuple[str, str]]:
    """The labels of a record two by two; one that stands there twice is of several blocks and tells no order."""
    counts = Counter(field.label for field in record.fields)
    return combinations((label for label, count in counts.items() if count == 1), 2)
