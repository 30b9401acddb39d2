"""Whether a request is considered on the day it bears or later: no meeting of 4月9日 on a request of 4月16日."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import dates_between
from lint.analysis.dates.deadlines import day_said
from lint.analysis.paragraphs import opening
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr, search
from lint.text.sentences import sentence_end
from lint.text.source import Span

_RECEIVED = "收悉"
_EXACT = 3  # year, month and day


class ReplyOrder(Check, frozen=True):
    """Days in the opening, behind 收悉, on which a match of ``considered`` says that the request was considered."""

    considered: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "other"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield "considered", self.considered

    def signs(self) -> tuple[str, ...]:
        """What says that a letter has come."""
        return (_RECEIVED,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such day that is before the request's, related to that."""
        for part in document.parts:
            for paragraph in opening(document, part):
                place = document.typed.find(_RECEIVED, *paragraph)
                dates = () if place < 0 else dates_between(document, *paragraph)
                came = [date for date in dates if date.start() < place]
                if not came or len(day_said(came[-1])) < _EXACT:
                    continue
                for date in dates:
                    earlier = len(day_said(date)) == _EXACT and day_said(date) < day_said(came[-1])
                    if date.start() > place and earlier and self._is_considered(document, date):
                        other = Span(*came[-1].span())
                        values = {"found": date[0], "other": came[-1][0]}
                        yield Hit(Span(*date.span()), values, (Place(other),))

    def _is_considered(self, document: Document, date: re.Match[str]) -> bool:
        end = sentence_end(document.typed, date.end(), len(document.typed))
        return search(self.considered, document.typed, date.end(), end, document.clock) is not None
