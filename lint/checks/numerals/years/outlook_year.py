"""Whether what comes after a year under review is planned for the next: no 2025年工作打算 in 2025年工作总结."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.title_year import NamedYear, years_in
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.said import says
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr


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
                year = next(iter(years_in(document, item.heading)), None)
                if year is None or year.span.start != item.heading.start or year.value != title.value:
                    continue
                if says(document, self.unless, item.heading):
                    continue
                ends = after is None or (before is not None and says(document, self.wants, before.heading))
                late = ends and before is not None and says(document, self.late, item.heading)
                if late or says(document, self.outlook, item.heading):
                    values = {"found": year.text, "expected": f"{year.value + 1}年", "title": title.text}
                    yield Hit(year.span, values, (Place(title.place),))

    def _year_of_title(self, document: Document) -> NamedYear | None:
        """The year of the title of a review, the first where the next one stands there too."""
        title = document.whole.main.title
        if title is None or not says(document, self.reviews, title):
            return None
        years = years_in(document, title)
        if len(years) == 1:
            return None if says(document, self.unless, title) else years[0]
        named = {year.value for year in years}
        return years[0] if named and named == {years[0].value, years[0].value + 1} else None
