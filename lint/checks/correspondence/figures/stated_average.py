"""Whether an average is that of the sum and the number before it: 36万元，惠及120人，人均3000元."""

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from lint.analysis.counts.quantities.quantity import shown
from lint.analysis.counts.totals.averages import Average, averages_in
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.source import Span

_FAR = Fraction(1, 2)  # of an average; one that is off by more is of other figures


class StatedAverage(Check, frozen=True):
    """Averages that differ, by more than rounding makes, from the only sum of their unit by the only number."""

    values: ClassVar[frozenset[str]] = frozenset({"text", "expected"})

    def signs(self) -> tuple[str, ...]:
        """The words for averages."""
        return ("均",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such average."""
        for block in document.clock.watched(document.reading.blocks):
            for one in averages_in(document.text, block.start, block.end):
                if _is_wrong(one) and not document.is_quoted(one.place.start):
                    end = one.told.start + len(one.told.written) + 1
                    place = Span(one.place.start, min(end, one.place.end))
                    unit = document.text[one.told.start + len(one.told.written) : place.end]
                    expected = shown(round(one.expected / one.told.last_digit) * one.told.last_digit, one.told.scale)
                    yield Hit(place, {"text": document.slice(place), "expected": f"{expected}{unit}"})


def _is_wrong(one: Average) -> bool:
    differing = abs(one.expected - one.told.value)
    return one.told.last_digit <= differing <= _FAR * one.expected
