"""Whether a day of the week is that of its date: 2025年3月3日（星期二）."""

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from lint.analysis.dates.calendar import DATE, dates_of, year_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.source import Span

_WEEKDAYS = "一二三四五六日"


class WeekdayMatch(Check, frozen=True):
    """Days of the week that the date beside them is not, in no year that it may be of."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each of them, outside quotations."""
        yield from (hit for hit in _weekdays(document) if not document.is_quoted(hit.span.start))


def _weekdays(document: Document) -> Iterator[Hit]:
    for match in dates_of(document):
        if not match["weekday"] or match["last"]:
            continue
        written = match["weekday"].replace("天", "日")
        actual = [
            _WEEKDAYS[day.weekday()]
            for year in _years(document, match)
            if (day := _day(year, value_of(match["month"]), value_of(match["day"])))
        ]
        if actual and written not in actual:
            values = {"found": match[0], "expected": f"星期{actual[0]}"}
            yield Hit(Span(*match.span()), values)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _years(document: Document, match: re.Match[str]) -> tuple[int, ...]:
    """The year of a date, or those that it may have in a text that is signed with a year."""
    if match["year"]:
        return (year_of(match["year"]),)
    part = document.part_at(match.start())
    signed = DATE.search(document.slice(part.date)) if part and part.date else None
    if signed is None or not signed["year"]:
        return ()
    year = year_of(signed["year"])
    return (year, year + 1) if value_of(match["month"]) < value_of(signed["month"]) else (year, year - 1)
