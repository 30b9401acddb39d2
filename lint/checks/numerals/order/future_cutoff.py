"""Whether what is told as done by a day was so when the text was signed: no 截至2026年10月15日，已完成 in September."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import dates_of, is_in_calendar, year_of
from lint.analysis.dates.signing import day_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.bounded import RegexStr, search
from lint.text.source import Span

_CLAUSES = 60  # characters in which what was done is told
_MONTHS = 3  # how far ahead a month without a year is read as one to come: 12月底 told in January is the last one


class FutureCutoff(Check, frozen=True):
    """Dates behind one of ``words`` (截至) after the date of signature, where a match of ``done`` follows."""

    words: tuple[str, ...]
    done: RegexStr
    unless: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "signed"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield "done", self.done
        yield "unless", self.unless

    def signs(self) -> tuple[str, ...]:
        """The words before the date."""
        return self.words

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such date, related to that of the signature."""
        for match in dates_of(document):
            part = document.part_at(match.start())
            date = part.date if part and part.kind != "annex" else None
            signed = day_of(document.slice(date)) if date else None
            if date is None or signed is None or not self._is_told(document, match):
                continue
            day = _day(match, signed[0])
            if day > signed[: len(day)] and (match["year"] or day[1] - signed[1] <= _MONTHS):
                span = Span(*match.span())
                yield Hit(span, {"found": document.slice(span), "signed": document.slice(date)}, (Place(date),))

    def _is_told(self, document: Document, match: re.Match[str]) -> bool:
        if not document.typed.endswith(self.words, 0, match.start()) or document.is_quoted(match.start()):
            return False
        stop = document.typed.find("。", match.end())
        end = min(match.end() + _CLAUSES, stop if stop >= 0 else len(document.typed))
        text, clock = document.typed, document.clock
        return bool(search(self.done, text, match.end(), end, clock)) and not search(
            self.unless, text, match.end(), end, clock
        )


def _day(match: re.Match[str], year: int) -> tuple[int, ...]:
    """The day, or the month where no day is said, in the year of the signature where none is.

    Nothing where no calendar has the day.
    """
    day = (year_of(match["year"]) if match["year"] else year, value_of(match["month"]))
    if not match["day"]:
        return day
    whole = (*day, value_of(match["day"]))
    return whole if is_in_calendar(*whole) else ()
