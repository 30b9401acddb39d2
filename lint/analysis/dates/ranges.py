"""Ranges that a text writes from one date, year, hour or quantity to another, with the values of both ends."""

import re
from collections.abc import Iterator

import msgspec

from lint.analysis.dates.day_ranges import LINK, compared_days, days_over_new_year
from lint.analysis.dates.limits import limits_in
from lint.analysis.dates.passages import Passage, passages_of
from lint.analysis.dates.quantity_ranges import falling_ranges_in
from lint.document.tree import Document
from lint.text.chinese import is_chinese
from lint.text.numerals import SCALES, parse_amount
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any, places_of
from lint.text.source import Span

_YEARS = lazy(rf"(?<![\d\-.〔（(])(?P<first>(?:19|20)\d\d)年?{LINK}(?P<last>(?:19|20)\d\d)年(?!第)")
_CLOCK = r"(?P<{0}>[01]?\d|2[0-4])(?:[:：∶](?P<{0}_minute>[0-5]\d)|[时点](?:(?P<{0}_minutes>[0-5]?\d)分)?)"
_HOURS = lazy(
    rf"(?<!\d)(?<!\d[:：∶]){_CLOCK.format('first')}[ \u3000]?{LINK}[ \u3000]?{_CLOCK.format('last')}(?![\d:：∶])"
)
_LINKS = tuple("至到—－-–～~")
_AFTER_HOUR = 8  # characters from the sign of an hour to what links it to another
_AT_DAY = 13  # the first hour that only a clock of 24 hours has
_FORENOON = 10
_EVENING = 17
_NOON = 12
_HALVES = {"上午": range(6, 13), "下午": range(1, 7)}  # 上午10时至2时 ends after noon, 下午3时至11时 at night
_AMOUNT = r"(?P<{0}>\d+(?:\.\d+)?)(?P<{0}_scale>[万亿]?)"
_WORD = f"{LETTER}{{1,3}}?"
_UNIT = rf"(?P<unit>[%％‰]|{_WORD})"
_BOUNDS = lazy(
    rf"(?<![\d.]){_AMOUNT.format('first')}{_UNIT}(?:[（(]含[）)])?(?P<over>以上)(?P<pause>[，、]?)"
    rf"(?P<short>不满|不足|低于)?{_AMOUNT.format('last')}(?P=unit)(?(short)|(?:[（(]不?含[）)])?(?:以下|以内))"
)
_BELOW = ("以下", "以内", "不满", "不足", "低于")
"""What stands in the second half of a range that begins with 以上."""
_HAN = "零〇一二两三四五六七八九十百千万亿"
_HAN_BOUNDS = lazy(
    rf"(?<![{_HAN}数几第])(?P<share>百分之)?(?P<first>[{_HAN}]+)(?P<unit>(?(share)|{_WORD}))"
    rf"(?P<over>以上)(?P<pause>[，、]?)(?P<short>不满|不足|低于)?(?(share)百分之)(?P<last>[{_HAN}]+)(?P=unit)"
    r"(?(short)|(?:以下|以内))"
)
_FULL = lazy(
    rf"(?<![不未])满{_AMOUNT.format('first')}{_UNIT}[，、]?(?:不满|未满|不足){_AMOUNT.format('last')}(?P=unit)"
)
_FULL_HAN = lazy(
    rf"(?<![不未])满(?P<first>[{_HAN}]+)(?P<unit>{_WORD})[，、]?(?:不满|未满|不足)(?P<last>[{_HAN}]+)(?P=unit)"
)
_GRADES = "级等档"
"""Units that may count downwards: 三级以上一级以下."""
_GROUPS = frozenset(("岁", "周岁", "年", "米", "厘米", "度", "℃"))
"""Units of groups that lie apart: 70周岁以上、6周岁以下."""
_CHANGE = lazy(r"(?:由|从|自|降|减|缩|下调|调整|压)[^。；，\n]{0,12}$")
_Found = tuple[tuple[int, int], tuple[float, ...], tuple[float, ...]]
_BACK = 14
_AHEAD = 24


class Range(msgspec.Struct, frozen=True):
    """The place of a range and its words, with what its ends are as values that can be compared.

    ``wraps`` says that the end has no year and may be of the one after that of the beginning.
    """

    span: Span
    found: str
    first: tuple[float, ...]
    last: tuple[float, ...]
    wraps: bool = False


def ranges_of(document: Document) -> tuple[Range, ...]:
    """The ranges of a text and of its tables whose ends can be compared, in text order."""
    return document.derive(ranges_of, lambda: tuple(sorted(_find(document), key=lambda one: one.span)))


def _find(document: Document) -> Iterator[Range]:
    for passage in document.clock.watched(passages_of(document)):
        for (start, end), first, last in _in_passage(passage):
            yield Range(passage.span(start, end), passage.text[start:end], first, last)
        for (start, end), first, last in days_over_new_year(passage.text, passage.dates):
            yield Range(passage.span(start, end), passage.text[start:end], first, last, wraps=True)


def _in_passage(passage: Passage) -> Iterator[_Found]:
    text = passage.text
    yield from compared_days(text, passage.dates)
    for match in _YEARS.finditer(text):
        yield match.span(), (int(match["first"]),), (int(match["last"]),)
    yield from _hours(text)
    yield from _amounts(text)


def _hours(text: str) -> Iterator[_Found]:
    """Hours of one half of a day or of a clock of 24 hours: what ends in the next morning is none, nor 9:00—5:30."""
    for place in sorted(place for sign in ":：∶时" for place in places_of(sign, text)):
        if not (text[place - 1 : place].isdecimal() and holds_any(text[place + 1 : place + _AFTER_HOUR], _LINKS)):
            continue
        match = _HOURS.match(text, place - 2) or _HOURS.match(text, place - 1)
        if match is None or match.end("first") != place:
            continue
        first, last = (_time(match, name) for name in ("first", "last"))
        overnight = first[0] >= _EVENING and last[0] <= _NOON
        within_day = first[0] >= _AT_DAY and last[0] >= _FORENOON and not overnight
        hours = _HALVES.get(text[max(0, match.start() - 2) : match.start()], ())
        if (within_day or (first[0] in hours and last[0] in hours)) and not _is_change(text, match.start()):
            yield match.span(), first, last


def _time(match: re.Match[str], name: str) -> tuple[float, ...]:
    return int(match[name]), int(match[f"{name}_minute"] or match[f"{name}_minutes"] or 0)


def _amounts(text: str) -> Iterator[_Found]:
    yield from _bounds(text)
    for limits in limits_in(text):
        yield from _amount(limits)
    for place, first, last in falling_ranges_in(text):
        yield place, (first,), (last,)


def _bounds(text: str) -> Iterator[_Found]:
    for place in places_of("以上", text):
        for pattern in (_BOUNDS, _HAN_BOUNDS) if holds_any(text[place : place + _AHEAD], _BELOW) else ():
            for match in pattern.finditer(text, max(0, place - _BACK), place + _AHEAD):
                if match.start("over") == place and not _are_groups(match):
                    yield from _amount(match)
    for place in places_of("满", text):
        full = _full(text, place)
        if full is not None:
            yield from _amount(full)


def _full(text: str, place: int) -> re.Match[str] | None:
    """What 满 at a place begins: 满14周岁不满18周岁. Most words with 满 have no number behind it."""
    ahead = text[place + 1 : place + 2]
    if ahead.isdecimal():
        return _FULL.match(text, place)
    return _FULL_HAN.match(text, place) if ahead and ahead in _HAN else None


def _are_groups(match: re.Match[str]) -> bool:
    """Whether the bounds are those of two groups, or of grades: 70周岁以上、6周岁以下的游客."""
    apart = bool(match["pause"]) and match["unit"] in _GROUPS and not match["short"]
    return apart or match["unit"].endswith(tuple(_GRADES))


def _is_change(text: str, start: int) -> bool:
    """Whether a range is told as a change: 由10元至5元."""
    return _CHANGE.search(text, max(0, start - _BACK), start) is not None


def _amount(match: re.Match[str]) -> Iterator[_Found]:
    """A range of quantities, if both of its ends are numbers and its unit is written in Chinese."""
    if not all(char in "%％‰" or is_chinese(char) for char in match["unit"]):
        return
    first, last = _number(match, "first"), _number(match, "last")
    if first is not None and last is not None:
        yield match.span(), (first,), (last,)


def _number(match: re.Match[str], name: str) -> float | None:
    if match[name][0] in _HAN:
        return parse_amount(match[name])
    return float(match[name]) * SCALES[match[f"{name}_scale"]]
