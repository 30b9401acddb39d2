"""Whether the numbered headings of one run stand on one level of headings, in Markdown and Word."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.checks.shared.runs import shown_sign
from lint.document.tree import Document, Item, Series


class HeadingLevels(Check, frozen=True):
    """Numbered headings on another level than most of their run: #### （三） beside ### （一） and （二）."""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "level", "sibling", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such heading, related to the first of its run on the level of most."""
        for series in document.series:
            headings = _headings(document, series)
            counts = Counter(_level(document, item) for item in headings)
            if len(counts) < 2:
                continue
            [(most, number), *_] = counts.most_common()
            if 2 * number <= len(headings):
                continue
            sibling = next(item for item in headings if _level(document, item) == most)
            for item in headings:
                if (level := _level(document, item)) != most:
                    values = {
                        "marker": shown_sign(document, item),
                        "level": str(level),
                        "sibling": shown_sign(document, sibling),
                        "expected": str(most),
                    }
                    yield Hit(item.sign, values, (Place(sibling.sign),))


def _headings(document: Document, series: Series) -> list[Item]:
    """The items of a run that are headings by their style, where the run is the draft's own."""
    if series.quoted:
        return []
    return [item for item in series.items if not item.inline and document.reading.blocks[item.block].kind == "heading"]


def _level(document: Document, item: Item) -> int:
    return document.reading.blocks[item.block].level
