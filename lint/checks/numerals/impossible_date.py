"""Dates that no calendar has: 2月30日, 13月."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import dates_of, year_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.lazy import lazy
from lint.text.literals import places_of
from lint.text.numerals import value_of
from lint.text.source import Span

_ISO = lazy(
    r"(?<![\dA-Za-z.\-/])(?P<year>(?:19|20)\d\d)(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>29|3[01])(?![\d.\-/])"
)
_MARKS = frozenset("-./")
_LUNAR = ("农历", "阴历", "旧历", "夏历")
_LEAP = 2024
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # at most
_FEBRUARY = 2


class ImpossibleDate(Check, frozen=True):
    """A day or month that does not exist."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "reason", "reason_en"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each of them, outside quotations."""
        yield from (hit for hit in _days(document) if not document.is_quoted(hit.span.start))


def _days(document: Document) -> Iterator[Hit]:
    text = document.typed
    for match in dates_of(document):
        before = text[max(0, match.start() - 5) : match.start()]
        if "历" in before and any(word in before for word in _LUNAR):
            continue
        month = value_of(match["month"])
        year = year_of(match["year"]) if match["year"] else _LEAP
        if not match["day"]:
            following = text[match.end() : match.end() + 1]
            if match["year"] and not 1 <= month <= 12 and following not in ("龄", "大"):
                yield _hit(text, Span(*match.span()), "一年只有1月至12月", "a year has twelve months")
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
        yield _hit(text, span, "一年只有1月至12月", "a year has twelve months")
        return
    most = _DAYS[month - 1] - (month == _FEBRUARY and not _is_leap(year))
    if any(day is not None and not 1 <= value_of(day) <= most for day in days):
        shown = f"{year}年{month}月" if year != _LEAP else f"{month}月"
        yield _hit(text, span, f"{shown}只有{most}天", f"the month has {most} days")


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _hit(text: str, span: Span, reason: str, reason_en: str) -> Hit:
    return Hit(span, {"found": text[span.start : span.end], "reason": reason, "reason_en": reason_en})
