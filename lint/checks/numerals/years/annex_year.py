"""Whether a form or a plan below a text is of the year of the text: no 2025年…参会回执 below a paper of 2026."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import day_of
from lint.analysis.dates.title_year import NamedYear, year_of_title
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.said import says
from lint.document.tree import Document, Part
from lint.text.comparison.likeness import share_run
from lint.text.patterns.bounded import RegexStr
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NO_YEAR = lazy(r"20\d\d年度?|[\s\u3000《》“”]")
_ALIKE = 4  # characters in a row that both titles have


class AnnexYear(Check, frozen=True):
    """Titles of annexes, among ``forms``, that have another year than the main title and its words.

    A main title without a year is of the year of its signature where the annex is for what it calls (``meetings``).
    ``unless`` says that an annex looks back. One that looks ahead, to a later year that the main text speaks of or to
    the next one below a text that tells what was done (``reviews``), is no slip.
    """

    forms: RegexStr
    meetings: RegexStr
    unless: RegexStr
    reviews: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "year"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("forms", self.forms), ("meetings", self.meetings), ("unless", self.unless))
        yield ("reviews", self.reviews)

    def signs(self) -> tuple[str, ...]:
        """The century of a year."""
        return ("20",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the year of each such annex, related to the year that it should have."""
        main = document.whole.main
        if main.title is None:
            return
        words = _NO_YEAR.sub("", document.slice(main.title))
        for part in document.parts:
            own = year_of_title(document, part) if part.kind == "annex" else None
            if (
                own is None
                or part.title is None
                or not share_run(_words_behind(document, own, part.title), words, _ALIKE)
            ):
                continue
            if not says(document, self.forms, part.title) or says(document, self.unless, part.title):
                continue
            place = self._year(document, main, part.title)
            if place is None:
                continue
            year = document.slice(place)[:4]
            if year != str(own.value) and not self._looks_ahead(document, str(own.value), year):
                yield Hit(own.span, {"found": own.text, "year": f"{year}年"}, (Place(place),))

    def _looks_ahead(self, document: Document, year: str, main_year: str) -> bool:
        """Whether an annex is of a year that is still to come for the text above it."""
        main = document.whole.main
        if year < main_year:
            return False
        if main.title and says(document, self.reviews, main.title) and int(year) == int(main_year) + 1:
            return True
        listed = [document.reading.blocks[index] for index in main.annex_list]
        end = listed[0].start if listed else main.span.end
        start = main.title.end if main.title else main.span.start
        return f"{year}年" in document.typed[start:end] or bool(main.date and year in document.slice(main.date))

    def _year(self, document: Document, main: Part, title: Span) -> Span | None:
        """Where the year stands that an annex should have; nothing where that is in doubt."""
        if main.title is not None and "20" in document.slice(main.title):
            year = year_of_title(document, main)
            return year.span if year else None
        signed = day_of(document.slice(main.date)) if main.date else None
        calls = main.title is not None and says(document, self.meetings, main.title)
        return main.date if signed and calls and says(document, self.meetings, title) else None


def _words_behind(document: Document, year: NamedYear, title: Span) -> str:
    """What stands behind the year of a title in its line."""
    return _NO_YEAR.sub("", document.typed[year.whole_place.end : title.end].partition("\n")[0])
