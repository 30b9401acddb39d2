"""Dates that no calendar has: 2月30日, 13月."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import year_of
from lint.analysis.dates.passages import Passage, passages_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of

_ISO = lazy(
    r"(?<![\dA-Za-z.\-/])(?P<year>(?:19|20)\d\d)(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>29|3[01])(?![\d.\-/])"
)
_MARKS = frozenset("-./")
_LUNAR = ("农历", "阴历", "旧历", "夏历")
_LEAP = 2024
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # at most
_FEBRUARY = 2
_LONGEST_MONTH = 31
_NO_MONTH = ("一年只有1月至12月", "a year has twelve months")
_COUNTED = ("龄", "大", "工资", "薪")
_IN_MONTH = ("底", "初", "末", "上旬", "中旬", "下旬", "份", "前")
_FROM_MONTH = lazy(r"(?<![\d个])\d{1,2}月[底初]?(?:前)?[至—～~-]$")
_OF_A_MONTH = lazy(r"[本当每次下上]个?月(?P<day>\d{2})[日号](?!文)")
_BACK = 8
_Wrong = tuple[int, int, str, str]


class ImpossibleDate(Check, frozen=True):
    """A day or month that does not exist."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "reason", "reason_en"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each of them, outside quotations, those in tables last."""
        for passage in document.clock.watched(passages_of(document)):
            for start, end, reason, reason_en in _impossible(passage):
                span = passage.span(start, end)
                if not document.is_quoted(span.start):
                    yield Hit(span, {"found": passage.text[start:end], "reason": reason, "reason_en": reason_en})


def _impossible(passage: Passage) -> Iterator[_Wrong]:
    """What is wrong in a passage: where it stands, and why."""
    text = passage.text
    for match in passage.dates:
        before = text[max(0, match.start() - 5) : match.start()]
        if "历" in before and any(word in before for word in _LUNAR):
            continue
        month = value_of(match["month"])
        year = year_of(match["year"]) if match["year"] else _LEAP
        if not match["day"]:
            if not 1 <= month <= 12 and _is_month(text, match):
                yield *match.span(), *_NO_MONTH
            continue
        yield from _wrong_day(match.span(), year, month, [match["day"], match["last"]])
    yield from _iso_days(text)
    for month in places_of("月", text):
        day = _OF_A_MONTH.match(text, month - 1) or _OF_A_MONTH.match(text, month - 2)
        if day and int(day["day"]) > _LONGEST_MONTH:
            yield *day.span(), "一个月最多31天", "no month has so many days"


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether a number before 月 is that of a month and no count or age: 2027年13月, 13月底前, 9月至13月."""
    following = text[match.end() : match.end() + 2]
    if following.startswith(_COUNTED):
        return False
    return bool(
        match["year"]
        or following.startswith(_IN_MONTH)
        or _FROM_MONTH.search(text, max(0, match.start() - _BACK), match.start())
    )


def _iso_days(text: str) -> Iterator[_Wrong]:
    """2025-02-30: what has a month but not such a day; anything else of this form may be a number of its own kind."""
    years = (
        place for century in ("19", "20") for place in places_of(century, text) if text[place + 4 : place + 5] in _MARKS
    )
    for year in sorted(years):
        match = _ISO.match(text, year)
        if match and 1 <= int(match["month"]) <= 12:
            yield from _wrong_day(match.span(), int(match["year"]), int(match["month"]), [match["day"]])


def _wrong_day(span: tuple[int, int], year: int, month: int, days: list[str | None]) -> Iterator[_Wrong]:
    if not 1 <= month <= 12:
        yield *span, *_NO_MONTH
        return
    most = _DAYS[month - 1] - (month == _FEBRUARY and not _is_leap(year))
    if any(day is not None and not 1 <= value_of(day) <= most for day in days):
        shown = f"{year}年{month}月" if year != _LEAP else f"{month}月"
        yield *span, f"{shown}只有{most}天", f"the month has {most} days"


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
