"""Whether what comes after a year under review is planned for the next: no 2025年工作打算 in 2025年工作总结."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.title_year import PLAIN_YEAR
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.said import says
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr
from lint.text.source import Span


class OutlookYear(Check, frozen=True):
    """Headings that match ``outlook`` and name the year that the title, which matches ``reviews``, looks back on.

    A title or a heading that ``unless`` matches speaks of a part of a year, or of plans made before. The title may name
    the next year too: 2025年工作总结和2026年工作计划. Headings that match ``late`` may be of tasks that were done:
    they look ahead as the last of their level, and right behind one that matches ``wants`` (存在的问题).
    """

    reviews: RegexStr
    outlook: RegexStr
    late: RegexStr
    wants: RegexStr
    unless: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "title"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("reviews", self.reviews), ("outlook", self.outlook), ("late", self.late))
        yield from (("wants", self.wants), ("unless", self.unless))

    def signs(self) -> tuple[str, ...]:
        """The century of a year."""
        return ("20",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the year of each such heading, related to that of the title."""
        title = self._year_of_title(document)
        if title is None:
            return
        main = document.whole.main
        for siblings in (main.items, *(item.children for item in main.walk())):
            for before, item, after in zip((None, *siblings), siblings, (*siblings[1:], None), strict=False):
                year = PLAIN_YEAR.match(document.typed, item.heading.start, item.heading.end)
                if year is None or year["year"] != title["year"] or says(document, self.unless, item.heading):
                    continue
                ends = after is None or (before is not None and says(document, self.wants, before.heading))
                late = ends and before is not None and says(document, self.late, item.heading)
                if late or says(document, self.outlook, item.heading):
                    values = {"found": f"{year['year']}年", "expected": f"{int(year['year']) + 1}年", "title": title[0]}
                    yield Hit(Span(*year.span("year")), values, (Place(Span(*title.span())),))

    def _year_of_title(self, document: Document) -> re.Match[str] | None:
        """The year of the title of a review, the first where the next one stands there too."""
        title = document.whole.main.title
        if title is None or not says(document, self.reviews, title):
            return None
        years = [*PLAIN_YEAR.finditer(document.typed, *title)]
        if len(years) == 1:
            return None if says(document, self.unless, title) else years[0]
        named = {int(year["year"]) for year in years}
        return years[0] if named and named == {int(years[0]["year"]), int(years[0]["year"]) + 1} else None
