"""Whether what comes after a year under review is planned for the next: no 2025年工作打算 in 2025年工作总结."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr, search
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_YEAR = lazy(r"(?<!\d)(?P<year>20\d\d)年")


class OutlookYear(Check, frozen=True):
    """Headings that match ``outlook`` and name the year that the title, which matches ``reviews``, looks back on.

    A title or a heading that ``unless`` matches speaks of a part of a year, or of plans made before.
    """

    reviews: RegexStr
    outlook: RegexStr
    unless: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "title"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("reviews", self.reviews), ("outlook", self.outlook), ("unless", self.unless))

    def signs(self) -> tuple[str, ...]:
        """The century of a year."""
        return ("20",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the year of each such heading, related to that of the title."""
        title = self._year_of_title(document)
        if title is None:
            return
        for item in document.whole.main.walk():
            year = _YEAR.match(document.typed, item.heading.start, item.heading.end)
            if year and year["year"] == title["year"] and self._looks_ahead(document, item.heading):
                values = {"found": f"{year['year']}年", "expected": f"{int(year['year']) + 1}年", "title": title[0]}
                yield Hit(Span(*year.span("year")), values, (Place(Span(*title.span())),))

    def _year_of_title(self, document: Document) -> re.Match[str] | None:
        """The only year of the title of a review."""
        title = document.whole.main.title
        if title is None or not search(self.reviews, document.typed, *title, document.clock):
            return None
        if search(self.unless, document.typed, *title, document.clock):
            return None
        years = [*_YEAR.finditer(document.typed, *title)]
        return years[0] if len(years) == 1 else None

    def _looks_ahead(self, document: Document, heading: Span) -> bool:
        text, clock = document.typed, document.clock
        return bool(search(self.outlook, text, *heading, clock)) and not search(self.unless, text, *heading, clock)
