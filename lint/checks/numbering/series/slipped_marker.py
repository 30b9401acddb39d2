"""Whether a number is written as the others of its run are."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document, Item, Series
from lint.text.edit import Edit

_PAIRS = frozenset({"（）", "()", "〔〕", "[]", "【】"})


class SlippedMarker(Check, frozen=True):
    """Numbers with a mark or brackets that no marker has, or none, among those of their run: 三。 before 四、."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each; one bracket without the other is told as unpaired."""
        for series in document.series:
            for item in series.items if not series.quoted else ():
                found = document.slice(item.marker.span)
                unpaired = item.marker.numeral.start > item.marker.span.start and found[0] + found[-1] not in _PAIRS
                if item.marker.slip and not unpaired:
                    expected = _like_others(document, series, item)
                    edit = Edit(item.marker.span, expected)
                    yield Hit(item.marker.span, {"found": found, "expected": expected}, edits=(edit,))


def _like_others(document: Document, series: Series, item: Item) -> str:
    """The number of an item with what stands around the others of its run."""
    numeral = document.slice(item.marker.numeral)
    own = (one.marker for one in series.items if one.marker.family is series.family and not one.marker.slip)
    for marker in own:
        around = (
            document.text[marker.span.start : marker.numeral.start],
            document.text[marker.numeral.end : marker.span.end],
        )
        if any(around):
            return f"{around[0]}{numeral}{around[1]}"
    return series.family.render(item.marker.value or 1)
