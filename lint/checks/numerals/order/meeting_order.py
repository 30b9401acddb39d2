"""Whether a text on a meeting is issued on the meeting's day or later: no minutes of 8月8日 on what met on 8月12日."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.analysis.dates.calendar import dates_between, is_in_calendar
from lint.analysis.dates.signing import FIGURES_AT_END, day_of, printing_dates
from lint.analysis.paragraphs import lines
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.formats.blocks import PROSE
from lint.text.numerals import value_of
from lint.text.patterns.bounded import RegexStr, search
from lint.text.sentences import sentence_end
from lint.text.source import Span

_AHEAD = 3  # months that a day without its own year may lie ahead of the issue
_BEFORE = 12  # characters before a day in which 拟于 or 时间： stands
_Day = tuple[int, int, int]


class MeetingOrder(Check, frozen=True):
    """Days of issue (masthead, signature, imprint) that are before the day on which the opening says the meeting was.

    A match of ``held`` says so behind that day in its sentence, one of ``label`` right before it. ``unless`` tells
    another event or one to come, from before the day to that word.
    """

    held: RegexStr
    label: RegexStr
    unless: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "met"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("held", self.held), ("label", self.label), ("unless", self.unless))

    def signs(self) -> tuple[str, ...]:
        """The sign of a date."""
        return ("月",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first such day of issue, related to the day of the meeting."""
        part = document.whole.main
        top = _top(document, part)
        met = next((date for line in top for date in self._meetings(document, line)), None)
        if met is None:
            return
        for span in _issued(document, part, top, met.start()):
            issued = day_of(document.slice(span))
            if issued and _is_before(issued, met):
                yield Hit(span, {"found": document.slice(span), "met": met[0]}, (Place(Span(*met.span())),))
                return

    def _meetings(self, document: Document, line: Span) -> Iterator[re.Match[str]]:
        """The days of a line on which it says that a meeting was held."""
        text, clock = document.typed, document.clock
        for date in dates_between(document, *line):
            if not date["day"] or document.is_quoted(date.start()):
                continue
            near = max(line.start, date.start() - _BEFORE)
            stop = sentence_end(text, date.end(), line.end)
            told = search(self.label, text, near, date.start(), clock)
            held = told or search(self.held, text, date.end(), stop, clock)
            if held and not search(self.unless, text, near, max(held.end(), date.end()), clock):
                yield date


def _top(document: Document, part: Part) -> Sequence[Span]:
    """The lines before the first item that begins a line, or all where there is none."""
    first = next((item.span.start for item in part.items if not item.inline), part.span.end)
    return [line for line in lines(document, part, PROSE) if line.start < first]


def _issued(document: Document, part: Part, top: Sequence[Span], end: int) -> Iterator[Span]:
    """The days at the ends of the lines above the meeting's, that of the signature, and those of printing."""
    for line in top:
        match = FIGURES_AT_END.search(document.text, *line) if line.end <= end else None
        if match:
            yield Span(*match.span())
    if part.date is not None and part.date.start > end:
        yield part.date
    yield from printing_dates(document)


def _is_before(issued: _Day, met: re.Match[str]) -> bool:
    """Whether a day of issue is before a meeting's, which is of the same year where it does not say its own."""
    month, day = value_of(met["month"]), value_of(met["day"])
    if not is_in_calendar(int(met["year"]) if (met["year"] or "").isdecimal() else issued[0], month, day):
        return False
    if met["year"]:
        return met["year"].isdecimal() and issued < (int(met["year"]), month, day)
    return issued[1:] < (month, day) and month - issued[1] <= _AHEAD
