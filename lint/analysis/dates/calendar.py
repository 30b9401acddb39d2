"""The dates that a text writes as year, month and day: 2025年2月28日（星期五）, 十二月三日."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator

from lint.document.tree import Document
from lint.text.patterns.fragments import DIGIT_OF_YEAR
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of

_HAN = "一二三四五六七八九十"
_BLANK = r"[ \u3000]?"
_YEAR = rf"(?P<year>\d{{4}}|{DIGIT_OF_YEAR}{{4}})"
_MONTH = rf"(?P<month>\d{{1,2}}|[{_HAN}]{{1,2}})"
_DAY = rf"(?P<day>\d{{1,2}}|[{_HAN}]{{1,3}})"
_LAST_DAY = rf"日?[至—～~\-](?P<last>\d{{1,2}}|[{_HAN}]{{1,3}})"
_WEEKDAY = r"[（(](?:星期|周)(?P<weekday>[一二三四五六日天])[）)]"
DATE = lazy(
    rf"(?<![\d{_HAN}.．/])(?:{_YEAR}{_BLANK}年{_BLANK})?{_MONTH}{_BLANK}月"
    rf"(?:{_BLANK}{_DAY}{_BLANK}(?:{_LAST_DAY}{_BLANK})?[日号](?:{_WEEKDAY})?)?"
)
"""A date, with the groups ``year``, ``month``, ``day``, ``last`` (of a range) and ``weekday``."""

_MONTHS = range(1, 13)
_DIGITS = {"○": 0, "零": 0} | {char: value for value, char in enumerate("〇一二三四五六七八九")}
_BEFORE = frozenset(f"{_HAN} \u3000")
_BEFORE_MONTH = 10  # 二〇二四 年 十二 月
_AFTER_MONTH = 20


def dates_of(document: Document) -> tuple[re.Match[str], ...]:
    """The dates of a text, found from their 月: a pattern that may begin with a year fits slowly everywhere."""
    return document.derive(dates_of, lambda: dates_in(document.typed))


def dates_between(document: Document, start: int, end: int) -> tuple[re.Match[str], ...]:
    """The dates of a text that begin in a stretch of it, in text order."""
    dates = dates_of(document)
    first = bisect_left(dates, start, key=re.Match.start)
    return dates[first : bisect_left(dates, end, lo=first, key=re.Match.start)]


def dates_in(text: str) -> tuple[re.Match[str], ...]:
    """The dates of any text, such as a cell's."""
    return tuple(_find(text))


def year_of(numeral: str) -> int:
    """The year of four digits, Arabic or Chinese."""
    return int(numeral) if numeral.isdecimal() else int("".join(str(_DIGITS[char]) for char in numeral))


def is_in_calendar(year: int, month: int, day: int) -> bool:
    """Whether a calendar has a day: 2025年2月29日 comes neither before nor after another."""
    return year > 0 and month in _MONTHS and 1 <= day <= monthrange(year, month)[1]


def _find(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for month in places_of("月", text):
        if month >= end and (text[month - 1 : month] in _BEFORE or text[month - 1 : month].isdecimal()):
            match = DATE.search(text, max(end, month - _BEFORE_MONTH), month + _AFTER_MONTH)
            if match and match.start() < month:
                yield match
                end = match.end()
