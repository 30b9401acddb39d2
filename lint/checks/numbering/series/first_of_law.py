"""Whether a law, or the first chapter of one, begins with its first article."""

import re
from collections.abc import Iterator

from lint.checks.base import Hit
from lint.checks.shared.series_starts import SeriesStarts
from lint.document.families import ARTICLE
from lint.document.tree import Document, Item, Part, Series
from lint.text.patterns.lazy import lazy

_LAW = lazy(
    r"(?:法|办法|规定|条例|解释|规则|细则|章程|制度|准则|规程|规范|安排|公约|守则)(?:[（(][^）)]*[）)])*$", re.MULTILINE
)
_EXCERPT = lazy("摘|节选|选编|部分|有关|相关|条文|条款")
_NEXT_TO_FIRST = 3  # the highest number that a law without its first articles is told by
_WHOLE = 3  # how many articles in a row make a text more than a quotation


class FirstOfLaw(SeriesStarts, frozen=True):
    """A run that begins above 1 in 第一章 and the like, or heads a text whose title names a law and no excerpt."""

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each such run."""
        for series in self.late(document):
            below = _is_below_first(document.parts[series.part], series.items[0])
            if below or _heads_law(document, series):
                yield self.hit(document, series)


def _is_below_first(part: Part, item: Item) -> bool:
    """Whether everything that holds an item, and something does, has the number 1."""
    holders = [one for one in part.walk() if one.span.start < item.span.start < one.span.end]
    return bool(holders) and all(holder.marker.value == 1 for holder in holders)


def _heads_law(document: Document, series: Series) -> bool:
    """Whether a run, the first of its part, lacks one or two articles below the title of a law: 办法, then 第二条."""
    part, first = document.parts[series.part], series.items[0]
    top = next((item for item in part.items if item.marker.family.rank <= ARTICLE.rank), None)
    title = document.slice(part.title) if part.title else ""
    values = [item.marker.value or 0 for item in series.items[:_WHOLE]]
    return (
        top is first
        and values[0] <= _NEXT_TO_FIRST
        and values == [*range(values[0], values[0] + _WHOLE)]
        and _LAW.search(title) is not None
        and not _EXCERPT.search(title)
    )
