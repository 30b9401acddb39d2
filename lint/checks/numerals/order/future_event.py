"""Whether what is told as happened was so when the text was signed: no 4月10日召开了 in what is signed on 4月2日."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import dates_between, is_in_calendar, year_of
from lint.analysis.dates.signing import day_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.bounded import RegexStr, search
from lint.text.patterns.lazy import lazy
from lint.text.sentences import sentence_end, sentence_start
from lint.text.source import Span

_YEAR = lazy(r"(?<!\d)20\d\d(?=年)")
_CLAUSE = 8  # characters before a date in which 拟于 stands
_SENTENCE = 60  # characters behind it in which what happened is told
_LETTER = 110  # in which the letter that came is named
_AHEAD = 3  # months that a day without its own year may lie ahead of the signature
_RECEIVED = "收悉"
_QUALIFIES = lazy("[^，。；\\n]{0,12}(?:的(?=[^，。；\\n]{1,16}(?:要|报|[应须请]|将))|[后时](?=[，。；]))")
"""What makes of the telling words a condition: 组织了祭扫的单位要上报, 已经施行后，."""
_Day = tuple[int, int, int]


class FutureEvent(Check, frozen=True):
    """Days after the date of signature of which a match of ``told`` says what happened, or of a letter received (收悉).

    ``unless`` says that it is still to come, between the clause before the day and that match.
    """

    told: RegexStr
    unless: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "signed"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("told", self.told), ("unless", self.unless))

    def signs(self) -> tuple[str, ...]:
        """The sign of a date."""
        return ("月",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such day of the main text, related to its date."""
        main = document.whole.main
        signed = day_of(document.slice(main.date)) if main.date else None
        if main.date is None or signed is None:
            return
        years = [(match.start(), int(match[0])) for match in _YEAR.finditer(document.typed, *main.span)]
        for match in dates_between(document, main.span.start, main.date.start):
            if not match["day"] or match["last"]:
                continue
            if _is_after(match, signed, years) and self._happened(document, match):
                values = {"found": match[0], "signed": document.slice(main.date)}
                yield Hit(Span(*match.span()), values, (Place(main.date),))

    def _happened(self, document: Document, match: re.Match[str]) -> bool:
        text, clock, start = document.typed, document.clock, match.end()
        if document.is_quoted(match.start()):
            return False
        if text.find(_RECEIVED, start, sentence_end(text, start, start + _LETTER)) >= 0:
            return True
        told = search(self.told, text, start, sentence_end(text, start, start + _SENTENCE), clock)
        if told is not None and _QUALIFIES.match(text, told.end()):
            return False
        before = sentence_start(text, max(0, match.start() - _CLAUSE), match.start())
        before = max(before, text.rfind("，", before, match.start()) + 1)
        return told is not None and search(self.unless, text, before, told.end(), clock) is None


def _is_after(match: re.Match[str], signed: _Day, years: list[tuple[int, int]]) -> bool:
    """Whether a day is after the signature; without a year it is one of the year told last before it."""
    month, day = value_of(match["month"]), value_of(match["day"])
    if match["year"]:
        told = (year_of(match["year"]), month, day)
        return is_in_calendar(*told) and told > signed
    place = bisect_left(years, (match.start(),))
    year = years[place - 1][1] if place else signed[0]
    if not is_in_calendar(year, month, day):
        return False
    return year == signed[0] and (month, day) > signed[1:] and month - signed[1] <= _AHEAD
