"""Whether the end of a range has a year where it may be of the next one: not 2025年10月31日至5月1日."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.ranges import ranges_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document


class YearlessEnd(Check, frozen=True):
    """Ranges of days whose end has no year and, in the year of the beginning, would be before it."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each of them, outside quotations."""
        for one in ranges_of(document):
            if one.wraps and not document.is_quoted(one.span.start):
                yield Hit(one.span, {"found": one.found})
