"""Whether a review of a whole year is signed when that year is over: no 2025年度工作总结 of 2025年1月8日."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import day_of, signing_dates
from lint.analysis.dates.title_year import plain_year_of_title
from lint.analysis.headings import headings_above
from lint.analysis.paragraphs import opening, paragraphs
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.said import says
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr, matches
from lint.text.source import Span

_FIRST_QUARTER = 3
_THIRD_QUARTER = 9  # behind it the year under review may be told as over


class ReviewSigning(Check, frozen=True):
    """Dates of signature in the first months of the year that the title, which matches ``reviews``, looks back on.

    The text tells the year as past where ``whole`` matches, outside the sections that ``ahead`` names; ``partial``
    says that it is of a part of the year, ``unless`` in the title that of another time. After the first quarter the
    title must match ``yearly``, and a match of ``running`` (今年以来) says that the year goes on.
    """

    reviews: RegexStr
    whole: RegexStr
    partial: RegexStr
    yearly: RegexStr
    running: RegexStr
    unless: RegexStr
    ahead: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "year", "expected"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("reviews", self.reviews), ("whole", self.whole), ("partial", self.partial))
        yield from (("yearly", self.yearly), ("running", self.running), ("unless", self.unless), ("ahead", self.ahead))

    def signs(self) -> tuple[str, ...]:
        """The century of a year."""
        return ("20",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the date of signature, related to the year of the title."""
        main = document.whole.main
        title = plain_year_of_title(document, main)
        if title is None or main.title is None or not says(document, self.reviews, main.title):
            return
        if says(document, self.unless, main.title) or says(document, self.partial, main.title):
            return
        year = title.value
        for span in signing_dates(document):
            day = day_of(document.slice(span))
            if not day or not main.span.start <= span.start < main.span.end:
                continue
            if day[0] == year and day[1] <= _THIRD_QUARTER and self._tells_all(document, year, day[1]):
                values = {"found": document.slice(span), "year": f"{year}年", "expected": f"{year + 1}年"}
                yield Hit(span, values, (Place(title.span),))

    def _tells_all(self, document: Document, year: int, month: int) -> bool:
        """Whether a text tells the whole year as past, and nothing in it that a month before its end says."""
        main = document.whole.main
        for paragraph in opening(document, main):
            if says(document, self.partial, paragraph) or f"{year - 1}年" in document.slice(paragraph):
                return False
        lines = paragraphs(document, main)
        if month > _FIRST_QUARTER and not self._is_yearly(document, lines):
            return False
        return any(
            not any(says(document, self.ahead, heading) for heading in headings_above(document, match.start()))
            for line in lines
            for match in matches(self.whole, document.typed, *line, document.clock)
        )

    def _is_yearly(self, document: Document, lines: list[Span]) -> bool:
        title = document.whole.main.title
        running = any(says(document, self.running, line) for line in lines)
        return title is not None and says(document, self.yearly, title) and not running
