"""Ranges that a text writes from one date, year, hour or quantity to another, with the values of both ends."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from lint.analysis.dates.calendar import year_of
from lint.analysis.dates.passages import Passage, passages_of
from lint.document.tree import Document
from lint.text.lazy import lazy
from lint.text.literals import places_of
from lint.text.numerals import value_of
from lint.text.source import Span

_LINK = "(?:至|到|——?|－|-|–|～|~)"
_BETWEEN = lazy(
    r"(?:[初中底末]|[上中下]旬)?(?:之?前|以前)?(?:（[^（）\n]{1,4}）)?[ \u3000]?"
    r"(?:凌晨|早上?|上午|中午|下午|晚上?)?(?:零时|\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分)?))?"
    rf"(?:起|开始)?，?[ \u3000]?{_LINK}[ \u3000]?"
)
_YEARS = lazy(rf"(?<![\d\-.〔（(])(?P<first>(?:19|20)\d\d)年?{_LINK}(?P<last>(?:19|20)\d\d)年(?!第)")
_CLOCK = r"(?P<{0}>[01]?\d|2[0-4])(?:[:：∶](?P<{0}_minute>[0-5]\d)|[时点](?:(?P<{0}_minutes>[0-5]?\d)分)?)"
_HOURS = lazy(
    rf"(?<!\d)(?<!\d[:：∶]){_CLOCK.format('first')}[ \u3000]?{_LINK}[ \u3000]?{_CLOCK.format('last')}(?![\d:：∶])"
)
_AT_DAY = 13  # the first hour that only a clock of 24 hours has
_FORENOON = 10
_EVENING = 17
_NOON = 12
_AUTUMN, _SPRING = 9, 6  # 2024年11月15日至3月15日 ends in the next year
_AMOUNT = r"(?P<{0}>\d+(?:\.\d+)?)(?P<{0}_scale>[万亿]?)"
_UNIT = "(?P<unit>[%％‰]|[\u4e00-\u9fff]{1,3}?)"
_BOUNDS = lazy(
    rf"(?<![\d.]){_AMOUNT.format('first')}{_UNIT}(?:[（(]含[）)])?(?P<over>以上)(?P<pause>[，、]?)"
    rf"(?P<short>不满|不足|低于)?{_AMOUNT.format('last')}(?P=unit)(?(short)|(?:[（(]不?含[）)])?(?:以下|以内))"
)
_GROUPS = frozenset(("岁", "周岁", "年", "米", "厘米", "度", "℃"))
"""Units of groups that lie apart: 70周岁以上、6周岁以下."""
_SPANS = lazy(
    rf"(?<![\d.第由从自]){_AMOUNT.format('first')}(?P<unit>[%％‰元个人名家天户次亩吨米里岁])(?P<link>[至～~]){_AMOUNT.format('last')}(?P=unit)"
)
_CHANGE = lazy(r"(?:由|从|自|降|减|缩|下调|调整|压)[^。；，\n]{0,12}$")
_SCALES = {"": 1.0, "万": 1e4, "亿": 1e8}
_Found = tuple[tuple[int, int], tuple[float, ...], tuple[float, ...]]
_BACK = 14
_AHEAD = 24


class Range(msgspec.Struct, frozen=True):
    """The place of a range and its words, with what its ends are as values that can be compared."""

    span: Span
    found: str
    first: tuple[float, ...]
    last: tuple[float, ...]


def ranges_of(document: Document) -> tuple[Range, ...]:
    """The ranges of a text and of its tables whose ends can be compared, in text order."""
    return document.derive(ranges_of, lambda: tuple(sorted(_find(document), key=lambda one: one.span)))


def _find(document: Document) -> Iterator[Range]:
    for passage in document.clock.watched(passages_of(document)):
        for (start, end), first, last in _in_passage(passage):
            yield Range(passage.span(start, end), passage.text[start:end], first, last)


def _in_passage(passage: Passage) -> Iterator[_Found]:
    text = passage.text
    yield from _days(text, passage.dates)
    for match in _YEARS.finditer(text):
        yield match.span(), (int(match["first"]),), (int(match["last"]),)
    yield from _hours(text)
    yield from _amounts(text)


def _days(text: str, dates: Sequence[re.Match[str]]) -> Iterator[_Found]:
    for one in dates:
        if one["day"] and one["last"]:
            yield one.span(), (value_of(one["day"]),), (value_of(one["last"]),)
    for one, other in pairwise(dates):
        if other.start() - one.end() <= _AHEAD and _BETWEEN.fullmatch(text, one.end(), other.start()):
            ends = _compared(one, other)
            if ends is not None:
                yield (one.start(), other.end()), *ends


def _compared(one: re.Match[str], other: re.Match[str]) -> tuple[tuple[float, ...], tuple[float, ...]] | None:
    """Two dates as far as both say: the year where both have it, the day where the month is the same."""
    first, last = _values(one), _values(other)
    if other["year"] is None and one["year"] is not None and not one["day"]:
        return None  # 2024年11月至3月 goes on in the next year
    if other["year"] is None or one["year"] is None:
        whole = one["year"] and one["day"] and other["day"]
        if first[1] != last[1] and (not whole or (first[1] >= _AUTUMN and last[1] <= _SPRING)):
            return None
        first, last = first[1:], last[1:]
    return (first[:-1], last[:-1]) if not (one["day"] and other["day"]) else (first, last)


def _values(date: re.Match[str]) -> tuple[float, ...]:
    year = year_of(date["year"]) if date["year"] else 0
    return year, value_of(date["month"]), value_of(date["day"]) if date["day"] else 0


def _hours(text: str) -> Iterator[_Found]:
    """Hours of a clock of 24 hours within a day: what ends in the next morning is none, nor 9:00—5:30."""
    for place in sorted(place for sign in ":：∶时" for place in places_of(sign, text)):
        match = _HOURS.match(text, place - 2) or _HOURS.match(text, place - 1)
        if match is None or match.end("first") != place:
            continue
        first, last = (_time(match, name) for name in ("first", "last"))
        overnight = first[0] >= _EVENING and last[0] <= _NOON
        if first[0] >= _AT_DAY and last[0] >= _FORENOON and not overnight and not _is_change(text, match.start()):
            yield match.span(), first, last


def _time(match: re.Match[str], name: str) -> tuple[float, ...]:
    return int(match[name]), int(match[f"{name}_minute"] or match[f"{name}_minutes"] or 0)


def _amounts(text: str) -> Iterator[_Found]:
    for place in places_of("以上", text):
        for match in _BOUNDS.finditer(text, max(0, place - _BACK), place + _AHEAD):
            if match.start("over") == place and not _are_groups(match):
                yield _amount(match)
    for link in "至～~":
        for place in places_of(link, text):
            for match in _SPANS.finditer(text, max(0, place - _BACK), place + _BACK):
                if match.start("link") == place and not _is_change(text, match.start()):
                    yield _amount(match)


def _are_groups(match: re.Match[str]) -> bool:
    """Whether the bounds are those of two groups: 70周岁以上、6周岁以下的游客."""
    return bool(match["pause"]) and match["unit"] in _GROUPS and not match["short"]


def _is_change(text: str, start: int) -> bool:
    """Whether a range is told as a change: 由10元至5元."""
    return _CHANGE.search(text, max(0, start - _BACK), start) is not None


def _amount(match: re.Match[str]) -> _Found:
    first, last = (float(match[name]) * _SCALES[match[f"{name}_scale"]] for name in ("first", "last"))
    return match.span(), (first,), (last,)
