"""Whether a rate is that of the part and the whole before it: 应征收2846户，已签约2318户，签约率81.5%."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import ClassVar

from lint.analysis.counts.quantities.quantity import Quantity, shown
from lint.analysis.counts.totals.rates import Rate, rates_in, shares_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document

_FAR = Fraction(1, 5)  # of a rate; one that is off by more is of another whole
_MOST = 100  # per cent
_PARTS = 10**5  # of one, in which quantities are shown


class StatedRate(Check, frozen=True):
    """Rates that differ, by more than rounding makes, from those of the part before them in any whole of its sentence.

    A part may also be one of the whole that it makes up with the others: 合格380户，不合格32户，占7.8%.
    """

    values: ClassVar[frozenset[str]] = frozenset({"text", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such rate."""
        for block in document.clock.watched(document.reading.blocks):
            rates = list(rates_in(document.text, block.start, block.end))
            told = [(rate, _expected(rate) if rate.wholes else _of_earlier(rate, rates)) for rate in rates]
            shares = shares_of(document.text, block.start, block.end)
            for rate, expected in (*told, *((rate, _expected(rate)) for rate in shares)):
                if expected is not None and not document.is_quoted(rate.place.start):
                    shown_rate = f"{shown(round(expected * _PARTS), '')}%"
                    yield Hit(rate.place, {"text": document.slice(rate.place), "expected": shown_rate})


def _expected(rate: Rate) -> Fraction | None:
    """The rate of the whole that makes it closest to what is told; None where one bears it out or none is near."""
    step = Fraction(1, 10**rate.decimals)
    whole = [one.value for one in rate.wholes]
    later = [one.value for one in rate.later]
    together = [rate.part.value + one for one in (*whole, sum(whole))]
    rounding = sum((_half(one) for one in (rate.part, *rate.wholes)), Fraction(0))
    rates: list[Fraction] = [
        Fraction(100 * rate.part.value, one) for one in (*whole, sum(whole), *together, *later) if one
    ]
    rates += _of_pairs([*whole, rate.part.value])
    if any(abs(one - rate.told) < step + rounding for one in rates):
        return None
    likely = [one for one in rates[: len(whole)] if one < _MOST and abs(one - rate.told) <= _FAR * one]
    likely.sort(key=lambda one: abs(one - rate.told))
    return round(likely[0], rate.decimals) if likely else None


def _of_pairs(figures: list[int]) -> list[Fraction]:
    """The rate of all periods together: 一季度收到12件，办结10件，二季度收到15件，办结15件，办结率92.6%."""
    wholes, parts = sum(figures[::2]), sum(figures[1::2])
    return [Fraction(100 * parts, wholes)] if len(figures) > 2 and not len(figures) % 2 and wholes else []


def _of_earlier(rate: Rate, others: Sequence[Rate]) -> Fraction | None:
    """The rate of a whole in an earlier sentence, where what is told has its digits exchanged.

    Or where that is the whole of another rate beside it, and the largest before it.
    """
    wholes = [one.value for one in (*rate.earlier, *rate.later) if one.value]
    step = Fraction(1, 10**rate.decimals)
    rates = [Fraction(100 * rate.part.value, one) for one in wholes]
    together = [Fraction(100 * rate.part.value, rate.part.value + one) for one in wholes]
    if any(abs(one - rate.told) < step for one in (*rates, *together)):
        return None
    whole = max(one.value for one in rate.earlier)
    expected = Fraction(100 * rate.part.value, whole) if whole else Fraction(0)
    if expected != _MOST and abs(expected - rate.told) <= _FAR * expected and any(_bears(one, whole) for one in others):
        return round(expected, rate.decimals)
    likely = [one for one in (round(one, rate.decimals) for one in rates if one <= _MOST) if _is_slip(rate, one)]
    return likely[0] if len(set(likely)) == 1 else None


def _bears(rate: Rate, whole: int) -> bool:
    """Whether a rate is that of a whole in an earlier sentence."""
    exact = Fraction(100 * rate.part.value, whole)
    is_before = whole in [one.value for one in rate.earlier]
    return is_before and abs(exact - rate.told) < Fraction(1, 10**rate.decimals)


def _is_slip(rate: Rate, expected: Fraction) -> bool:
    """Whether the digits of a rate and of what it should be are the same in another order."""
    told, right = (str(round(one * 10**rate.decimals)) for one in (rate.told, expected))
    return sorted(told) == sorted(right)


def _half(figure: Quantity) -> Fraction:
    """By how many per cent a figure may have been rounded; counts are not."""
    is_count = "." not in figure.written and not figure.scale
    return Fraction(0) if is_count or not figure.value else Fraction(50 * figure.last_digit, figure.value)
