"""Whether a period is as long as its ends say: no 自2025年6月1日起施行，有效期五年，至2029年5月31日止."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import ClassVar

from lint.analysis.dates.calendar import year_of
from lint.analysis.dates.passages import Passage, passages_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.bounded import RegexStr, matches
from lint.text.patterns.lazy import lazy
from lint.text.patterns.words import any_of

_COUNT = lazy(
    r"(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>周?年|个?半?月|天|日)(?!度|[级龄前初底]|左右|以)"
)
_STOPS = "。；\n"
_LONGEST = 120  # characters of a sentence that tells a period
_BACK = 5
_DAYS = ("天", "日")
_DAYS_OFF = 2  # whether an end counts as in or not
_MOST_YEARS = 100
_SOME_YEAR = 2001  # for dates of no year: no leap year
_FEBRUARY = 2


class PeriodLength(Check, frozen=True):
    """Periods whose length, told behind a match of ``words``, is not that between the two dates of their sentence.

    ``until`` are the words and marks before the second date. A sentence with one of ``not_daily`` tells days that are
    not counted one by one, so that dates without a year say nothing.
    """

    words: RegexStr
    until: tuple[str, ...]
    not_daily: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"found", "length", "expected"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield "words", self.words

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such last day, related to the length."""
        for passage in document.clock.watched(passages_of(document)):
            dates = passage.dates
            for index in range(len(dates) - 1):
                ends = self._ends(passage, dates[index], dates[index + 1])
                length = self._length(document, passage, index) if ends else None
                if not ends or not length:
                    continue
                expected, last = _last_day(ends[0], length), dates[index + 1]
                span = passage.span(*last.span())
                if expected and not (dates[index]["year"] or length["unit"] in _DAYS):
                    continue
                if expected and abs((expected - ends[1]).days) > _DAYS_OFF and not document.is_quoted(span.start):
                    day = _written(expected, with_year=bool(dates[index]["year"]))
                    place = Place(passage.span(*length.span()))
                    yield Hit(span, {"found": last[0], "length": length[0], "expected": day}, (place,))

    def _length(self, document: Document, passage: Passage, index: int) -> re.Match[str] | None:
        """The one length that the sentence of two dates tells; None where there are more dates or lengths in it."""
        dates = passage.dates
        start, end = _sentence(passage.text, dates[index].start(), dates[index + 1].end())
        if (index and dates[index - 1].end() > start) or (index + 2 < len(dates) and dates[index + 2].start() < end):
            return None
        if not dates[index]["year"] and any(word in passage.text[start:end] for word in self.not_daily):
            return None
        lengths = [
            count
            for word in matches(self.words, passage.text, start, end, document.clock)
            if (count := _COUNT.match(passage.text, word.end(), end))
        ]
        return lengths[0] if len(lengths) == 1 else None

    def _ends(self, passage: Passage, first: re.Match[str], last: re.Match[str]) -> tuple[date, date] | None:
        """The first and the last day of a period; None where a date is no day or the second is not its end."""
        before = passage.text[max(0, last.start() - _BACK) : last.start()]
        if last.start() - first.end() > _LONGEST or not _up_to(self.until).search(before):
            return None
        if not (first["day"] and last["day"]) or first["last"] or last["last"] or (last["year"] and not first["year"]):
            return None
        year = year_of(first["year"]) if first["year"] else _SOME_YEAR
        begin = _date(year, first)
        end = _date(year_of(last["year"]) if last["year"] else year, last)
        if not begin or not end or begin >= end:
            return None
        may_leap = not first["year"] and begin.month <= _FEBRUARY < end.month
        return None if may_leap else (begin, end)


@lru_cache(maxsize=8)
def _up_to(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{any_of(words)}[ \u3000]?$")


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a piece of text, or what of it is near."""
    near, far = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    first = max(near, *(text.rfind(stop, near, start) + 1 for stop in _STOPS))
    return first, min(far, *(at for stop in _STOPS if (at := text.find(stop, end, far)) >= 0), far)


def _date(year: int, match: re.Match[str]) -> date | None:
    try:
        return date(year, value_of(match["month"]), value_of(match["day"]))
    except ValueError:
        return None


def _written(day: date, *, with_year: bool) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if with_year else f"{day.month}月{day.day}日"


def _last_day(begin: date, length: re.Match[str]) -> date | None:
    """The last day of a period of some years, months or days that begins on a day."""
    count, unit = value_of(length["count"]), length["unit"]
    if not count or "半" in unit:
        return None
    if unit in _DAYS:
        return begin + timedelta(days=count - 1)
    months = begin.month - 1 + count * (12 if unit.endswith("年") else 1)
    year, month = begin.year + months // 12, months % 12 + 1
    if year - begin.year > _MOST_YEARS:
        return None
    return date(year, month, min(begin.day, monthrange(year, month)[1])) - timedelta(days=1)
