"""Whether a deadline is still to come when the plan is made: no 完成时限：2024年12月底前 in a plan of 2025."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import dates_between, dates_of
from lint.analysis.dates.deadlines import around, day_said, is_deadline
from lint.analysis.dates.own_year import days_gone
from lint.analysis.dates.signing import own_signing
from lint.analysis.dates.title_year import year_of_title
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.said import says
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr, search
from lint.text.sentences import sentence_end, sentence_start
from lint.text.source import Span
from lint.text.spans import is_within, outermost

_EXACT = 3  # year, month and day


class PastDeadline(Check, frozen=True, kw_only=True):
    """Deadlines that lie before the date or the year of a plan, whose title matches ``plans``.

    A deadline stands behind ``words``, or at the head of a clause that matches ``acts``. ``unless`` says that what is
    told was done by then, and ``told`` names the sections that tell what was done. A text that looks back and promises
    (``reviews``) has deadlines behind a colon only, 完成时限：2025年6月底前, but in sections that ``ahead`` names. A
    day without a year counts where it can be of no other year than the date, and no match of ``recalled`` in its
    sentence says that it is spoken of as past. Minutes (``minutes``) are of the day on which their opening says that
    the meeting was ``held``. In an answer (``answers``) to what was ``raised`` on a day that its opening tells, no
    deadline behind a colon is before that day.
    """

    plans: RegexStr
    minutes: RegexStr
    held: RegexStr
    answers: RegexStr
    raised: RegexStr
    reviews: RegexStr
    words: RegexStr
    acts: RegexStr
    unless: RegexStr
    recalled: RegexStr
    told: RegexStr
    ahead: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "signed"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("plans", self.plans), ("minutes", self.minutes), ("held", self.held), ("reviews", self.reviews))
        yield from (("words", self.words), ("acts", self.acts), ("unless", self.unless), ("recalled", self.recalled))
        yield from (("told", self.told), ("ahead", self.ahead), ("answers", self.answers), ("raised", self.raised))

    def signs(self) -> tuple[str, ...]:
        """The sign of a date."""
        return ("月",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such deadline in the prose, related to the date of the plan."""
        title = document.whole.main.title
        if title is not None and says(document, self.answers, title):
            yield from self._before_raised(document)
        made = (self._met(document) or _made(document)) if title else None
        if title is None or made is None:
            return
        review = says(document, self.reviews, title)
        if not review and not says(document, self.plans, title):
            return
        place, signed = made
        ahead = self._sections(document, self.ahead) if review else [Span(0, len(document.typed))]
        past = [
            Span(*match.span())
            for match in dates_of(document)
            if (is_within(ahead, match.start()) or document.typed[match.start() - 1] in "：:")
            and self._is_past(document, match, signed)
        ]
        told = self._sections(document, self.told) if past else []
        for span in past:
            if not is_within(told, span.start):
                yield Hit(span, {"found": document.slice(span), "signed": document.slice(place)}, (Place(place),))

    def _is_past(self, document: Document, match: re.Match[str], signed: tuple[int, ...]) -> bool:
        """Whether a date is a deadline that was over when the text was made."""
        day = day_said(match)[: len(signed)]
        if (day and day >= signed[: len(day)]) or not is_deadline(document, match, self.words, self.acts):
            return False
        text, clock = document.typed, document.clock
        if search(self.unless, text, *around(document, match), clock) is not None:
            return False
        if day or len(signed) < _EXACT:
            return bool(day)
        sentence = sentence_start(text, 0, match.start()), sentence_end(text, match.end(), len(text))
        return days_gone(document, match, (signed[0], signed[1], signed[2])) > 0 and (
            search(self.recalled, text, *sentence, clock) is None
        )

    def _before_raised(self, document: Document) -> Iterator[Hit]:
        """The deadlines of an answer that are before the day on which it was asked for."""
        raised = self._day_told(document, self.raised)
        if raised is None:
            return
        place, day = raised
        for match in dates_of(document):
            said = day_said(match)
            if not said or said >= day[: len(said)] or document.typed[match.start() - 1] not in "：:":
                continue
            if self._is_past(document, match, day):
                span = Span(*match.span())
                yield Hit(span, {"found": document.slice(span), "signed": document.slice(place)}, (Place(place),))

    def _met(self, document: Document) -> tuple[Span, tuple[int, ...]] | None:
        """The day of the meeting of minutes."""
        title = document.whole.main.title
        is_of_meeting = title is not None and says(document, self.minutes, title)
        return self._day_told(document, self.held) if is_of_meeting else None

    def _day_told(self, document: Document, event: str) -> tuple[Span, tuple[int, ...]] | None:
        """The first day above the first item behind which its sentence tells of an event."""
        part, text = document.whole.main, document.typed
        first = next((item.span.start for item in part.items if not item.inline), part.span.end)
        for match in dates_between(document, part.span.start, first):
            stop = sentence_end(text, match.end(), first)
            if len(day_said(match)) == _EXACT and search(event, text, match.end(), stop, document.clock):
                return Span(*match.span()), day_said(match)
        return None

    def _sections(self, document: Document, headed: str) -> list[Span]:
        """The sections whose heading matches a pattern, without those in another one; a sentence heads none."""
        return outermost(
            Span(item.heading.end, item.span.end) if "，" in document.slice(item.heading) else item.span
            for item in document.clock.watched(document.items)
            if item.span.end > item.heading.end and search(headed, document.typed, *item.heading, document.clock)
        )


def _made(document: Document) -> tuple[Span, tuple[int, ...]] | None:
    """When a plan was made: the date of its text, or the year of its title."""
    if document.whole.main.title is None:
        return None
    signed = own_signing(document)
    if signed is not None:
        return signed
    year = year_of_title(document, document.whole.main)
    return (year.place, (year.value,)) if year else None
