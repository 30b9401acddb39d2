"""Whether what is still to come is planned for a year that is over: 2024年下半年，我局将… in a paper of 2025."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import day_of
from lint.analysis.dates.title_year import NamedYear, year_of_title, years_in
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr, search
from lint.text.source import Span

_EARLY = 2  # the last month in which a paper may be of the year before


class PastPlan(Check, frozen=True):
    """Sentences below headings of ``outlook`` that match ``planned`` from a year before that of the draft on.

    The draft is of the only year of its title, or else of its signature. Headings that ``unless`` matches look back.
    """

    outlook: RegexStr
    planned: RegexStr
    unless: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "year"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("outlook", self.outlook), ("planned", self.planned), ("unless", self.unless))

    def signs(self) -> tuple[str, ...]:
        """The century of a year."""
        return ("20",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such year, related to that of the draft."""
        own = _own_year(document)
        if own is None:
            return
        text, clock = document.typed, document.clock
        year = document.slice(own)[:4]
        for item in document.whole.main.items:
            heading = item.heading
            if not search(self.outlook, text, *heading, clock) or search(self.unless, text, *heading, clock):
                continue
            for told in years_in(document, Span(heading.end, item.span.end)):
                if told.text < f"{year}年" and self._is_planned(document, told):
                    values = {"found": told.text, "year": f"{year}年"}
                    yield Hit(told.span, values, (Place(own),))

    def _is_planned(self, document: Document, told: NamedYear) -> bool:
        """Whether a year begins a sentence that says what will be done in it."""
        text, start = document.typed, told.span.start
        if text[:start].rstrip(" \u3000")[-1:] not in "。\n" or document.is_quoted(start):
            return False
        stop = min((at for sign in "。；\n" if (at := text.find(sign, start)) >= 0), default=len(text))
        found = search(self.planned, text, start, stop, document.clock)
        return found is not None and found.start() == start


def _own_year(document: Document) -> Span | None:
    """Where the year of a draft stands; nothing where its title has several or its signature leaves it in doubt."""
    main = document.whole.main
    if main.title is not None and years_in(document, main.title):
        year = year_of_title(document, main)
        return year.place if year else None
    signed = day_of(document.slice(main.date)) if main.date else None
    return main.date if signed and signed[1] > _EARLY else None
