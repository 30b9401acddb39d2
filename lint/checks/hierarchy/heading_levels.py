"""Whether the numbered headings of one run stand on one level of headings, in Markdown and Word."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.checks.shared.runs import shown_sign
from lint.document.tree import Document, Item, Series


class HeadingLevels(Check, frozen=True):
    """Numbered headings on another level than most of their run: #### （三） beside ### （一） and （二）.

    And runs on the level of the heading above them, where the others of their family, more than they, stand lower.
    """

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
            yield from (_hit(document, item, sibling) for item in headings if _level(document, item) != most)
        yield from _beside_parents(document)


def _beside_parents(document: Document) -> Iterator[Hit]:
    """The runs on the level of the heading above them, where two or more others of their family are one level lower."""
    if "beside its parent" not in document.features:
        return
    alike: dict[tuple[int, str, int], list[Series]] = defaultdict(list)
    for series in document.series:
        if not series.base and _headings(document, series):
            alike[series.part, series.family.name, series.items[0].depth].append(series)
    for runs in alike.values():
        beside = [series.items for series in runs if document.stands_beside_parent(series)]
        lower = [_headings(document, series) for series in runs if not document.stands_beside_parent(series)]
        levels = {_level(document, item) for items in lower for item in items}
        if len(levels) == 1 and len(lower) > max(1, len(beside)):
            for items in beside:
                if levels.isdisjoint(_level(document, item) for item in items):
                    yield _hit(document, items[0], lower[0][0])


def _hit(document: Document, item: Item, sibling: Item) -> Hit:
    values = {
        "marker": shown_sign(document, item),
        "level": str(_level(document, item)),
        "sibling": shown_sign(document, sibling),
        "expected": str(_level(document, sibling)),
    }
    return Hit(item.sign, values, (Place(sibling.sign),))


def _headings(document: Document, series: Series) -> list[Item]:
    """The items of a run that are headings by their style, where the run is the draft's own."""
    if series.quoted:
        return []
    return [item for item in series.items if not item.inline and document.reading.blocks[item.block].kind == "heading"]


def _level(document: Document, item: Item) -> int:
    return document.reading.blocks[item.block].level
