"""Whether a change is the difference of the figures that it stands by: 由412件减至380件，减少32件，下降7.8%.

The difference of two shares is one in points: 由64%提高到75% is 11个百分点 more, or 17.2%.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from lint.analysis.counts.quantities.changes import Change, Figure, changes_in
from lint.analysis.counts.quantities.quantity import shown
from lint.checks.base import Check, Hit
from lint.document.tree import Document

_PARTS = 10**5  # of one, in which quantities are shown


class StatedChange(Check, frozen=True):
    """Changes that differ from what the figures right before them come to, by more than rounding makes."""

    values: ClassVar[frozenset[str]] = frozenset({"text", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such change."""
        for block in document.clock.watched(document.reading.blocks):
            for change in changes_in(document.text, block.start, block.end):
                if not _is_real_growth(change) and not any(
                    _bears_out(change, second) for second in (change.second, *change.others)
                ):
                    yield Hit(change.place, {"text": document.slice(change.place), "expected": _expected(change)})


def _is_real_growth(change: Change) -> bool:
    """Whether it may be told at constant prices, as the growth of an economy is."""
    return change.is_relative and change.first.unit == "元" and change.second.scale.endswith("亿")


def _bears_out(change: Change, second: Figure) -> bool:
    """Whether a change is that to a figure; a share may be cut off as well as rounded.

    One of shares that is told in per cent may be of the first share, unless it is just their difference.
    """
    if change.is_misnamed:
        told = (change.told.low + change.told.high) / 2
        of_shares = change.told.unit == change.first.unit
        is_share = abs(told - change.share) <= Fraction(1, 10**change.told.decimals)
        return of_shares and (change.share == change.difference or (is_share and told != change.difference))
    low, high = change.bounds(second)
    more = Fraction(1, 2 * 10**change.told.decimals) if change.is_relative else Fraction(0)
    return low - more <= change.told.high and change.told.low <= high + more


def _expected(change: Change) -> str:
    """What the change should be, as its text would write it."""
    least, greatest = change.bounds(change.second)
    value = (least + greatest) / 2
    if change.is_misnamed:
        in_points = change.first.unit == "%"
        value = change.difference if in_points else Fraction(round(change.share, change.told.decimals))
        return shown(round(value * _PARTS), "") + ("个百分点" if in_points else "%")
    if change.is_relative:
        value = Fraction(round(value, change.told.decimals))
    return shown(round(value * _PARTS), change.told.scale)
