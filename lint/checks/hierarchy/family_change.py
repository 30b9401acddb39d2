"""Whether siblings are numbered with markers of one family: no 第三部分 behind 一、 and 二、."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.checks.shared.other_family import goes_on_from
from lint.document.tree import Document


class FamilyChange(Check, frozen=True):
    """Runs that go on counting from a sibling of another family."""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "before", "expected"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """A run that begins above the number that is due, or on the level of the heading above it."""
        return (("late start", "beside its parent"),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each such run, related to the sibling before it."""
        for series in document.series:
            last = goes_on_from(document, series)
            if last:
                first = series.items[0]
                values = {
                    "marker": document.slice(first.marker.span),
                    "before": document.slice(last.marker.span),
                    "expected": last.marker.family.render(first.marker.value or 0),
                }
                yield Hit(first.sign, values, (Place(last.sign),))
