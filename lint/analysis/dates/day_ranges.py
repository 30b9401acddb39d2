"""Ranges from one day or month to another, with what of both ends can be compared."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from lint.analysis.dates.calendar import year_of
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy

LINK = "(?:至|到|——?|－|-|–|～|~)"
"""What stands between the ends of a range."""
_BETWEEN = lazy(
    r"(?:[初中底末]|[上中下]旬)?(?:之?前|以前)?(?:（[^（）\n]{1,4}）)?[ \u3000]?"
    r"(?:凌晨|早上?|上午|中午|下午|晚上?)?(?:零时|\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分)?))?"
    rf"(?:起|开始)?，?[ \u3000]?{LINK}[ \u3000]?"
)
_PART = "(?:[初中底末]|[上中下]旬)?"
_ADVERB = "(?:正式|全面|全部|全线|整体|主体|陆续|如期|按期|顺利|基本|集中)?"
_BEGUN = lazy(
    rf"{_PART}{_ADVERB}(?:开工|动工|开建|启动|开始|开展|实施|施工|建设|进场|起算|起)(?:建设|施工|实施)?"
    r"，(?:计划|预计|拟|力争|确保|并)?[至到于在]?"
)
"""What stands between the day of a beginning and that of its end: 开工，至."""
_ENDED = lazy(
    rf"{_PART}(?:之?前|以前)?{_ADVERB}(?:竣工|完工|收官|收尾|结束|完成|建成|投产|投用|投入使用|通车|交付|验收|止|截止)"
)
_SINCE = ("自", "从")
_UNTIL = lazy(rf"{_PART}[^\d。；：！？\n]{{1,10}}[至到]")
_MOVED = lazy("提前|回溯|追溯|上溯|倒|推|调整|调至|改|变更|缩|压|移|回|退|降")
"""What tells that the second date stands for the first: 自2026年1月提前至2025年8月."""
_YEARLY = lazy("每年|每学年|学年|年度|历年|[次翌]年")
_YEARLY_BACK = 10
_AUTUMN, _SPRING = 9, 6  # 2024年11月15日至3月15日 ends in the next year
_LATE, _EARLY = 7, 8  # 2024年7月至6月, 2024年9月至8月: years of a budget and of a school
_DECADES = ("上旬", "中旬", "下旬")
_AHEAD = 24
_LEAP_YEAR = 2004  # for days of no year
_LITTLE = 60  # days that an end without a year may stand before the beginning and not be of the year after
_TERM_BEGINS, _TERM_ENDS = (8, 15), (7, 20)  # a school year is no longer than from one to the other

_Ends = tuple[tuple[float, ...], tuple[float, ...]]
_Found = tuple[tuple[int, int], tuple[float, ...], tuple[float, ...]]


def compared_days(text: str, dates: Sequence[re.Match[str]]) -> Iterator[_Found]:
    """The places of the ranges among the dates of a text, and their ends as far as both say."""
    for one in dates:
        if one["day"] and one["last"]:
            yield one.span(), (value_of(one["day"]),), (value_of(one["last"]),)
    for one, other in _pairs(text, dates):
        ends = None if _may_wrap(one, other) else _compared(one, other)
        if ends is not None:
            yield (one.start(), other.end() + len(_decade(other))), *ends
    for one, other in _told(text, dates):
        ends = _compared(one, other) if bool(one["year"]) is bool(other["year"]) else None
        if ends is not None:
            yield (one.start(), other.end() + len(_decade(other))), *ends


def days_over_new_year(text: str, dates: Sequence[re.Match[str]]) -> Iterator[_Found]:
    """Days and thirds of months whose end, without a year, is before the beginning, or in the year after."""
    for one, other in _pairs(text, dates):
        if _may_wrap(one, other) and all(end["day"] or _decade(end) for end in (one, other)):
            first, last = _values(one), _values(other)
            yield (one.start(), other.end() + len(_decade(other))), first[1:2], last[1:2]


def _pairs(text: str, dates: Sequence[re.Match[str]]) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The dates between which stands nothing but what links the ends of a range."""
    for one, other in _near(dates):
        if _BETWEEN.fullmatch(text, one.end(), other.start()):
            yield one, other


def _told(text: str, dates: Sequence[re.Match[str]]) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The dates of which words tell the ends of one range: 2025年3月开工，2026年9月竣工."""
    for one, other in _near(dates):
        between = one.end(), other.start()
        if _BETWEEN.fullmatch(text, *between) or _MOVED.search(text, *between):
            continue
        begun = _BEGUN.fullmatch(text, *between) and _ENDED.match(text, other.end())
        if begun or (text.endswith(_SINCE, 0, one.start()) and _UNTIL.fullmatch(text, *between)):
            yield one, other


def _near(dates: Sequence[re.Match[str]]) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The pairs of dates that stand near each other."""
    return ((one, other) for one, other in pairwise(dates) if other.start() - one.end() <= _AHEAD)


def _may_wrap(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a range may go on into the next year: 2024年11月至3月, 2024年11月15日至3月15日."""
    if one["year"] is None or other["year"] is not None:
        return False
    exact = all(end["day"] or _decade(end) for end in (one, other))
    late, early = (_AUTUMN, _SPRING) if exact else (_LATE, _EARLY)
    first, last = value_of(one["month"]), value_of(other["month"])
    return first > last and first >= late and last <= early


def _compared(one: re.Match[str], other: re.Match[str]) -> _Ends | None:
    """Two dates as far as both say: the year where both have it, the month if the first has one or it is the same.

    The days count where both have one, and the thirds of months likewise.
    """
    first, last = _values(one), _values(other)
    if other["year"] is None or one["year"] is None:
        if first[1] != last[1] and (one["year"] is None or other["year"] is not None) and not _is_turned(one, other):
            return None
        first, last = first[1:], last[1:]
    if one["day"] and other["day"]:
        return first[:-1], last[:-1]
    if _decade(one) and _decade(other):
        return (*first[:-2], first[-1]), (*last[:-2], last[-1])
    return first[:-2], last[:-2]


def _is_turned(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a day without a year is so little before another that it is not of the year after: 4月10日至3月25日.

    A whole year, a school year and what is said of every year are as they should be.
    """
    if one["year"] or other["year"] or not (one["day"] and other["day"]):
        return False
    first, last = _day(one), _day(other)
    text = one.string
    if first is None or last is None or _YEARLY.search(text, max(0, one.start() - _YEARLY_BACK), other.start()):
        return False
    is_term = (first.month, first.day) >= _TERM_BEGINS and (last.month, last.day) <= _TERM_ENDS
    return not is_term and timedelta(days=2) < first - last <= timedelta(days=_LITTLE)


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(_LEAP_YEAR, value_of(match["month"]), value_of(match["day"]))
    except ValueError:
        return None


def _values(match: re.Match[str]) -> tuple[float, ...]:
    """The year, month, day and third of the month of a date, 0 for what it has not."""
    year = year_of(match["year"]) if match["year"] else 0
    third = _DECADES.index(_decade(match)) + 1 if _decade(match) else 0
    return year, value_of(match["month"]), value_of(match["day"]) if match["day"] else 0, third


def _decade(match: re.Match[str]) -> str:
    """The third of a month that follows a date without a day: 上旬; nothing where none does."""
    after = match.string[match.end() : match.end() + 2]
    return after if after in _DECADES and not match["day"] else ""
