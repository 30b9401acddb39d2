"""Averages that a sentence tells with the only sum and the only number that they can come from."""

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from lint.analysis.counts.quantities.quantity import Quantity, quantities_in
from lint.text.patterns.fragments import FIGURE
from lint.text.patterns.lazy import lazy
from lint.text.sentences import sentence_start
from lint.text.source import Span

_AVERAGE = lazy(
    "(?:平均每(?:个|位|名)?(?P<each>[期场次户人村班家所座台亩])|每(?:个|位|名)?(?P<every>[期场户人村班家所座])平均"
    "|(?P<per>[期场户人村班])均)(?:补助|发放|资助|救助|培训|投入|拨付|奖补)?(?:约|为|达|有)?"
    rf"(?=(?:{FIGURE}))"
)
_ALSO = lazy("分别|各|增[加长]|上年|去年|同比|提高|由|剔除|扣除|不含")
_COUNTED = {"人": ("人", "名", "位"), "户": ("户",), "期": ("期",), "场": ("场",), "村": ("个村", "村")}
_NOT = ("人次", "户次", "场次")


class Average(msgspec.Struct, frozen=True):
    """An average with its place, and what the sum and the number before it come to."""

    place: Span
    told: Quantity
    expected: Fraction


def averages_in(text: str, start: int, end: int) -> Iterator[Average]:
    """The averages of a paragraph whose sentence tells one sum of their unit and one number before them, all exact."""
    for found in _AVERAGE.finditer(text, start, end):
        begin = sentence_start(text, start, found.start())
        told = next(quantities_in(text, found.end(), end), None)
        if told is None or told.start != found.end() or _ALSO.search(text, begin, found.start()) or not told.exact:
            continue
        before = list(quantities_in(text, begin, found.start()))
        each = found["each"] or found["every"] or found["per"]
        units = _COUNTED.get(each, (each,))
        counts = [one for one in before if one.unit.startswith(units) and not one.unit.startswith(_NOT)]
        sums = [one for one in before if _is_of(one, told)]
        if len(counts) == len(sums) == 1 and counts[0].value and all(one.exact for one in (*counts, *sums)):
            place = Span(found.start(), told.end)
            yield Average(place, told, Fraction(sums[0].value, counts[0].value) * 10**5)


def _is_of(one: Quantity, told: Quantity) -> bool:
    width = 2 if told.unit.startswith(_NOT) else 1
    return one.unit[:width] == told.unit[:width]
