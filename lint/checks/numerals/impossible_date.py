"""Dates and times that no calendar or clock has: 2月30日, 13月, 25:30."""

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.lazy import lazy
from lint.text.literals import places_of
from lint.text.numerals import value_of
from lint.text.source import Span

_HAN = "一二三四五六七八九十"
_DATE = lazy(
    rf"(?<![\d{_HAN}.．/])(?:(?P<year>\d{{4}}|[〇○零一二三四五六七八九]{{4}})[ \u3000]?年[ \u3000]?)?"
    rf"(?P<month>\d{{1,2}}|[{_HAN}]{{1,2}})[ \u3000]?月(?:[ \u3000]?(?P<day>\d{{1,2}}|[{_HAN}]{{1,3}})[ \u3000]?"
    rf"(?:日?[至—～~\-](?P<last>\d{{1,2}}|[{_HAN}]{{1,3}})[ \u3000]?)?[日号]"
    r"(?:[（(](?:星期|周)(?P<weekday>[一二三四五六日天])[）)])?)?"
)
_TIME = lazy(
    r"(?:日|上午|下午|早上|晚上|晚|中午|凌晨|[）)])[ \u3000]?"
    r"(?P<hour>\d{1,2})(?:[:：](?P<minute>\d{2})(?![\d:：])|时(?P<minute_of>\d{1,2})分|[时点](?![\d段间]))"
)
_ISO = lazy(
    r"(?<![\dA-Za-z.\-/])(?P<year>(?:19|20)\d\d)(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>29|3[01])(?![\d.\-/])"
)
_MARKS = frozenset("-./")
_LUNAR = ("农历", "阴历", "旧历", "夏历")
_WEEKDAYS = "一二三四五六日"
_DIGITS = {"○": 0, "零": 0} | {char: value for value, char in enumerate("〇一二三四五六七八九")}
_LEAP = 2024
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # at most
_FEBRUARY = 2
_BEFORE = frozenset(f"{_HAN} \u3000")
_AFTER_HOUR = ":：时点"
_BEFORE_SIGN = 5  # 上午 10:
_AFTER_SIGN = 5  # :30 and what must not follow it
_BEFORE_MONTH = 10  # 二〇二四 年 十二 月
_AFTER_MONTH = 20


class ImpossibleDate(Check, frozen=True):
    """A ``day`` or month that does not exist, a ``time`` that does not, a ``weekday`` that the day is not."""

    report: Literal["day", "time", "weekday"]

    values: ClassVar[frozenset[str]] = frozenset({"found", "reason", "reason_en", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each of them, outside quotations."""
        if self.report == "time":
            found = _times(document)
        elif self.report == "weekday":
            found = _weekdays(document)
        else:
            found = _days(document)
        for hit in found:
            if not document.is_quoted(hit.span.start):
                yield hit


def _dates(document: Document) -> tuple[re.Match[str], ...]:
    """The dates of a text, found from their 月: a pattern that may begin with a year fits slowly everywhere."""
    return document.derive(_dates, lambda: tuple(_find(document.typed)))


def _find(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for month in places_of("月", text):
        if month >= end and (text[month - 1 : month] in _BEFORE or text[month - 1 : month].isdecimal()):
            match = _DATE.search(text, max(end, month - _BEFORE_MONTH), month + _AFTER_MONTH)
            if match and match.start() < month:
                yield match
                end = match.end()


def _days(document: Document) -> Iterator[Hit]:
    text = document.typed
    for match in _dates(document):
        before = text[max(0, match.start() - 5) : match.start()]
        if "历" in before and any(word in before for word in _LUNAR):
            continue
        month = value_of(match["month"])
        year = _year(match["year"]) if match["year"] else _LEAP
        if not match["day"]:
            following = text[match.end() : match.end() + 1]
            if match["year"] and not 1 <= month <= 12 and following not in ("龄", "大"):
                yield _hit(text, *match.span(), "一年只有1月至12月", "a year has twelve months")
            continue
        yield from _wrong_day(text, Span(*match.span()), year, month, [match["day"], match["last"]])
    yield from _iso_days(text)


def _iso_days(text: str) -> Iterator[Hit]:
    """2025-02-30: what has a month but not such a day; anything else of this form may be a number of its own kind."""
    years = (
        place for century in ("19", "20") for place in places_of(century, text) if text[place + 4 : place + 5] in _MARKS
    )
    for year in sorted(years):
        match = _ISO.match(text, year)
        if match and 1 <= int(match["month"]) <= 12:
            yield from _wrong_day(text, Span(*match.span()), int(match["year"]), int(match["month"]), [match["day"]])


def _wrong_day(text: str, span: Span, year: int, month: int, days: list[str | None]) -> Iterator[Hit]:
    if not 1 <= month <= 12:
        yield _hit(text, *span, "一年只有1月至12月", "a year has twelve months")
        return
    most = _DAYS[month - 1] - (month == _FEBRUARY and not _is_leap(year))
    if any(day is not None and not 1 <= value_of(day) <= most for day in days):
        shown = f"{year}年{month}月" if year != _LEAP else f"{month}月"
        yield _hit(text, *span, f"{shown}只有{most}天", f"the month has {most} days")


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _hit(text: str, start: int, end: int, reason: str, reason_en: str) -> Hit:
    return Hit(Span(start, end), {"found": text[start:end], "reason": reason, "reason_en": reason_en, "expected": ""})


def _times(document: Document) -> Iterator[Hit]:
    text = document.typed
    signs = (place for sign in _AFTER_HOUR for place in places_of(sign, text))
    for place in sorted(place for place in signs if text[place - 1 : place].isdecimal()):
        match = _TIME.search(text, max(0, place - _BEFORE_SIGN), place + _AFTER_SIGN)
        if match is None or match.end("hour") != place:
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or match["minute_of"] or 0)
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            yield _hit(text, match.start("hour"), match.end(), "没有这个时刻", "there is no such time")


def _weekdays(document: Document) -> Iterator[Hit]:
    for match in _dates(document):
        if not match["weekday"] or match["last"]:
            continue
        written = match["weekday"].replace("天", "日")
        actual = [
            _WEEKDAYS[day.weekday()]
            for year in _years(document, match)
            if (day := _day(year, value_of(match["month"]), value_of(match["day"])))
        ]
        if actual and written not in actual:
            values = {"found": match[0], "expected": f"星期{actual[0]}", "reason": "", "reason_en": ""}
            yield Hit(Span(*match.span()), values)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _years(document: Document, match: re.Match[str]) -> tuple[int, ...]:
    """The year of a date, or those that it may have in a text that is signed with a year."""
    if match["year"]:
        return (_year(match["year"]),)
    part = document.part_at(match.start())
    signed = _DATE.search(document.slice(part.date)) if part and part.date else None
    if signed is None or not signed["year"]:
        return ()
    year = _year(signed["year"])
    return (year, year + 1) if value_of(match["month"]) < value_of(signed["month"]) else (year, year - 1)


def _year(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else int("".join(str(_DIGITS[char]) for char in numeral))
