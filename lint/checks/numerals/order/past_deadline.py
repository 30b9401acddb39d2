"""Whether a deadline is still to come when the plan is made: no 完成时限：2024年12月底前 in a plan of 2025."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import dates_of
from lint.analysis.dates.deadlines import around, day_said, is_deadline
from lint.analysis.dates.signing import day_of, signing_dates
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr, search
from lint.text.patterns.lazy import lazy
from lint.text.source import Span
from lint.text.spans import is_within, outermost

_TITLE_YEAR = lazy(r"(?<!\d)(20\d\d)年(?![—～至-])")


class PastDeadline(Check, frozen=True):
    """Deadlines that lie before the date or the year of a plan, whose title matches ``plans``.

    A deadline stands behind ``words``, or at the head of a clause that matches ``acts``. ``unless`` says that what is
    told was done by then, and ``told`` names the sections that tell what was done. A text that looks back and promises
    (``reviews``) has deadlines behind a colon only, 完成时限：2025年6月底前, but in sections that ``ahead`` names.
    """

    plans: RegexStr
    reviews: RegexStr
    words: RegexStr
    acts: RegexStr
    unless: RegexStr
    told: RegexStr
    ahead: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "signed"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("plans", self.plans), ("reviews", self.reviews), ("words", self.words))
        yield from (("acts", self.acts), ("unless", self.unless), ("told", self.told), ("ahead", self.ahead))

    def signs(self) -> tuple[str, ...]:
        """The sign of a date."""
        return ("月",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such deadline in the prose, related to the date of the plan."""
        title, clock = document.whole.main.title, document.clock
        made = _made(document) if title else None
        if title is None or made is None:
            return
        review = search(self.reviews, document.typed, *title, clock) is not None
        if not review and not search(self.plans, document.typed, *title, clock):
            return
        place, signed = made
        ahead = self._sections(document, self.ahead) if review else [Span(0, len(document.typed))]
        past: list[Span] = []
        for match in dates_of(document):
            day = day_said(match)[: len(signed)]
            if (
                not day
                or day >= signed[: len(day)]
                or not (is_within(ahead, match.start()) or document.typed[match.start() - 1] in "：:")
            ):
                continue
            if not is_deadline(document, match, self.words, self.acts):
                continue
            if search(self.unless, document.typed, *around(document, match), document.clock) is None:
                past.append(Span(*match.span()))
        told = self._sections(document, self.told) if past else []
        for span in past:
            if not is_within(told, span.start):
                yield Hit(span, {"found": document.slice(span), "signed": document.slice(place)}, (Place(place),))

    def _sections(self, document: Document, headed: str) -> list[Span]:
        """The sections whose heading matches a pattern, without those in another one."""
        return outermost(
            item.span
            for item in document.clock.watched(document.items)
            if item.span.end > item.heading.end and search(headed, document.typed, *item.heading, document.clock)
        )


def _made(document: Document) -> tuple[Span, tuple[int, ...]] | None:
    """When a plan was made: the date of its text, or the year of its title."""
    title = document.whole.main.title
    if title is None:
        return None
    main = document.whole.main.span
    for span in signing_dates(document):
        day = day_of(document.slice(span))
        if day and main.start <= span.start < main.end:
            return span, day
    years = [*_TITLE_YEAR.finditer(document.typed, *title)]
    return (Span(*years[0].span()), (int(years[0][1]),)) if len(years) == 1 else None
