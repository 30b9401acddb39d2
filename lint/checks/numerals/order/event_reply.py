"""Whether what is due before an event is due by then: no reply form by 3月18日 for a meeting on 3月14日."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import dates_between, year_of
from lint.analysis.dates.deadlines import is_last_day
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.bounded import RegexStr, search
from lint.text.sentences import sentence_end, sentence_start
from lint.text.source import Span
from lint.text.spans import is_within, outermost

_BEFORE = 16  # characters before a day in which 会议时间： or 定于 stands
_COLONS = frozenset("：:为是")
_MONTHS = 2  # by which what is due may be after the event; more is of another year or another matter


class EventReply(Check, frozen=True, kw_only=True):
    """Last days for what is due before an event, after the last day of every event that the main text calls.

    Events stand behind a match of ``label`` (会议时间：) or under a heading that is one, and behind ``called`` (定于)
    where a match of ``held`` follows. What a match of ``due`` names in the sentence of the last day is due before, but
    not where ``unless`` matches there.
    """

    label: RegexStr
    called: RegexStr
    held: RegexStr
    due: RegexStr
    unless: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "event"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("label", self.label), ("called", self.called), ("held", self.held))
        yield from (("due", self.due), ("unless", self.unless))

    def signs(self) -> tuple[str, ...]:
        """The sign of a date."""
        return ("月",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such day, related to the last one of the events."""
        main = document.whole.main
        dates = [date for date in dates_between(document, *main.span) if date["day"] and date["month"].isdecimal()]
        events = self._events(document, dates)
        if not events or len({date["year"] for date in events if date["year"]}) > 1:
            return
        event = max(events, key=_ends)
        for date in dates:
            later = _ends(date) > _ends(event) and _ends(date)[0] - _ends(event)[0] <= _MONTHS
            alike = not (date["year"] and event["year"]) or year_of(date["year"]) == year_of(event["year"])
            if later and alike and is_last_day(document, date) and self._is_due(document, date):
                yield Hit(Span(*date.span()), {"found": date[0], "event": event[0]}, (Place(Span(*event.span())),))

    def _events(self, document: Document, dates: list[re.Match[str]]) -> list[re.Match[str]]:
        """The days of events; those behind one in its sentence are of it too: 3月1日至5月31日."""
        timed, events = self._timed(document), list[re.Match[str]]()
        for date in dates:
            if is_last_day(document, date):
                continue
            goes_on = events and sentence_end(document.typed, events[-1].end(), date.start()) == date.start()
            if goes_on or is_within(timed, date.start()) or self._is_event(document, date):
                events.append(date)
        return events

    def _timed(self, document: Document) -> list[Span]:
        """The sections whose heading is a label."""
        clock = document.clock
        if search(self.label, document.typed, *document.whole.main.span, clock) is None:
            return []
        return outermost(
            item.span
            for item in clock.watched(document.items_of(document.whole.main))
            if (found := search(self.label, document.typed, *item.heading, clock)) and found.end() == item.heading.end
        )

    def _is_event(self, document: Document, date: re.Match[str]) -> bool:
        text, clock = document.typed, document.clock
        near = max(sentence_start(text, 0, date.start()), date.start() - _BEFORE)
        label = search(self.label, text, near, date.start(), clock)
        if label is not None and text[label.end() : date.start()].strip(" \u3000") in _COLONS:
            return True
        called = search(self.called, text, near, date.start(), clock)
        stop = sentence_end(text, date.end(), len(text))
        return called is not None and search(self.held, text, date.end(), stop, clock) is not None

    def _is_due(self, document: Document, date: re.Match[str]) -> bool:
        text, clock = document.typed, document.clock
        sentence = sentence_start(text, 0, date.start()), sentence_end(text, date.end(), len(text))
        return (
            search(self.due, text, *sentence, clock) is not None and search(self.unless, text, *sentence, clock) is None
        )


def _ends(date: re.Match[str]) -> tuple[int, int]:
    """The month and the last day of a date."""
    return value_of(date["month"]), value_of(date["last"] or date["day"])
