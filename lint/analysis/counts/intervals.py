"""Intervals that grades are told by (60分以上75分以下, 不满60分, 20～100), and where those of a scale do not meet."""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf

import msgspec

from lint.text.lazy import lazy
from lint.text.numerals import SCALES, value_of

_UNITS = (
    "个百分点|百分点|平方公里|平方米|立方米|毫克/升|微克/升|毫米|厘米|公里|千米|小时|分钟|公斤|千克|千瓦时?|兆瓦|公顷|"
    "课时|学时|学分|[%％‰℃分元人户个家名次项件处起天吨米亩度辆台套票条篇字]|[a-zA-Z]{1,5}(?:/[a-zA-Z]{1,3})?"
)
_END = (
    r"(?<![\d.第〔一二三四五六七八九十百千])(?:百分之)?"
    r"(?P<NAME>\d{1,9}(?:\.\d{1,4})?|[一二两三四五六七八九十百千]{1,8})(?P<NAME_scale>[万亿]?)"
    rf"(?P<NAME_unit>{_UNITS}|[^\W\d_一二三四五六七八九十]{{1,2}}?|)(?:[（(]不?含[^（）()]{{0,5}}[）)])?"
)
_OVER = "(?:不低于|不少于|不小于|大于等于|≥|超过|高于|大于|多于|[>＞])"
_UNDER = "(?:不满|未满|不足|低于|少于|小于|不超过|不高于|不多于|小于等于|≤|[<＜]|未达到?)"
_LINK = "(?:至|到|——?|[－–~～-]|(?:≤|[<＜])[^\\d，。；<＜≤]{1,6}(?:≤|[<＜]))"
_ASIDE = "(?:[（(]不?含[^（）()]{0,5}[）)])?"


def _end(name: str) -> str:
    return _END.replace("NAME", name)


_BOUND = lazy(
    rf"{_end('first')}{_LINK}{_end('last')}(?:之间|以[下内]|(?!以))"
    rf"|{_OVER}{_end('above')}"
    rf"|{_UNDER}{_end('below')}"
    rf"|{_end('least')}(?:及|及其)?以上{_ASIDE}"
    rf"|{_end('most')}(?:及|及其)?以[下内]{_ASIDE}"
)
_TIMES = frozenset({"年", "月", "日", "时", "号", "岁", "周岁", "周", "点", "季度", "年级", "个月"})
"""Units of what may overlap on purpose or has rules of its own: ages, periods, hours of the day."""
_APART = lazy("[，、但且并和 \u3000]{0,3}")
_GIVEN = lazy(
    "(?:(?:处以?|扣[除减]?|罚款?|奖励?|奖金|补[助贴]?|给予|缴纳?|支付|发放?|拘留|徒刑)[^，；。：（]{0,3}|[加减记收取])$"
)
"""What a number is the amount of a consequence behind: 处1万元以上5万元以下的罚款."""
_PUNISHED = lazy("的?(?:罚款|罚金|拘留|有期徒刑|拘役|奖励|补助|补贴|奖金|赔偿)")
_BACK = 8
_ENDS = ("first", "last", "above", "below", "least", "most")
_YEARS = range(1900, 2101)


class Interval(msgspec.Struct, frozen=True):
    """Numbers between two ends, either of which may be open, of a unit; ``step`` is one of its last digit."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    step: float
    following: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it goes on without an end."""
        return inf in (-self.low, self.high)


class Misfit(msgspec.Struct, frozen=True):
    """Two neighbours of a scale that overlap or leave a gap, by their place in it."""

    first: int
    second: int
    overlaps: bool


def intervals_of(text: str, start: int = 0, end: int | None = None) -> list[Interval]:
    """The intervals in a piece of text that are conditions; what is given, fined or deducted is none."""
    end = len(text) if end is None else end
    found: list[Interval] = []
    for match in _BOUND.finditer(text, start, end):
        one = _interval(match, text[match.end() : match.end() + 2])
        if one is None or _is_given(text, match):
            continue
        if found and (both := _joined(found[-1], one, text)):
            found[-1] = both
        else:
            found.append(one)
    return found


def misfits(scale: Sequence[Interval], *, graded: bool) -> list[Misfit]:
    """Where the intervals of a scale do not meet; nothing where they are no scale.

    They are one when both ends rise or both fall from each to the next, all are of one unit, and more neighbours meet
    than do not. A gap counts only in a scale whose grades have names (``graded``).
    """
    if len({one.unit for one in scale}) != 1 or not (_rises(scale) or _rises(scale[::-1])):
        return []
    found: list[Misfit] = []
    meeting = 0
    for index, (one, other) in enumerate(pairwise(scale)):
        low, high = (one, other) if one.low < other.low else (other, one)
        gap = high.low - low.high
        if gap < 0:
            found.append(Misfit(index, index + 1, overlaps=True))
        elif gap > 1.001 * min(one.step, other.step):
            found.append(Misfit(index, index + 1, overlaps=False))
        else:
            meeting += 1
    if len(found) > meeting:
        return []
    return [one for one in found if one.overlaps or graded]


def _rises(scale: Sequence[Interval]) -> bool:
    return all(one.low < other.low and one.high < other.high for one, other in pairwise(scale))


def _interval(match: re.Match[str], following: str) -> Interval | None:
    names = [name for name in _ENDS if match[name]]
    units = {match[f"{name}_unit"] for name in names} - {""}
    percent = "%" if "百分之" in match[0] else ""
    unit = percent or next(iter(units), "")
    if len(units) > 1 or unit in _TIMES or following[:1] in _TIMES:
        return None
    scales = [match[f"{name}_scale"] for name in names]
    values = [_value(match[name]) * SCALES[scale or scales[-1]] for name, scale in zip(names, scales, strict=True)]
    if not unit and any(value in _YEARS for value in values):
        return None
    step = min(_step(match[name]) * SCALES[scale or scales[-1]] for name, scale in zip(names, scales, strict=True))
    low = values[0] if names[0] in ("first", "above", "least") else -inf
    high = values[-1] if names[-1] in ("last", "below", "most") else inf
    return Interval(*match.span(), low, high, unit.replace("％", "%"), step, following) if low < high else None


def _value(number: str) -> float:
    return float(number) if number[0].isdecimal() else float(value_of(number))


def _step(number: str) -> float:
    return 10.0 ** -len(number.partition(".")[2])


def _joined(one: Interval, other: Interval, text: str) -> Interval | None:
    """Two bounds side by side as one interval: 75分以上、不满90分."""
    if (
        not one.is_open
        or not other.is_open
        or one.unit != other.unit
        or not _APART.fullmatch(text, one.end, other.start)
    ):
        return None
    low, high = max(one.low, other.low), min(one.high, other.high)
    if not -inf < low < high < inf:
        return None
    return Interval(one.start, other.end, low, high, one.unit, min(one.step, other.step), other.following)


def _is_given(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _BACK) : match.start()]
    return bool(_GIVEN.search(before) or _PUNISHED.match(text, match.end()))
