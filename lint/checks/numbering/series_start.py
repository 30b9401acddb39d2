"""Whether a run begins with the number that it ought to begin with."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.runs import numeral, numeral_of, renumber
from lint.checks.selection import Selection
from lint.document.markers import IS, NTH
from lint.document.tree import Document, Item, Part, Series

_SPOKEN = frozenset({IS.kin, NTH.kin})


class SeriesStart(Selection, frozen=True):
    """A run that begins above 1. Numbering that goes on across parents throughout a text is accepted
    unless ``each_parent`` demands a new 1 under every parent. The first run of a text without a title is
    an excerpt and may begin anywhere; with ``below_first`` only a run counts that stands in 第一章 and the like.
    """

    each_parent: bool = False
    below_first: bool = False

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "marker"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each such run."""
        for series in self.selected(document):
            first = series.items[0]
            base = 0 if self.each_parent else series.base
            if first.marker.value is None or first.marker.value <= base + 1 or _is_excerpt(document, series):
                continue
            if first.marker.family.kin in _SPOKEN and _begins_with_word(document, first):
                continue
            if first.inline and _begins_unmarked(document, series):
                continue
            if self.below_first and not _is_below_first(document.parts[series.part], first):
                continue
            edits = [
                renumber(document, item, (item.marker.value or 0) - first.marker.value + base + 1)
                for item in series.items
                if (item.marker.value or 0) >= first.marker.value
            ]
            yield Hit(
                first.sign,
                {
                    "found": numeral(document, first),
                    "expected": first.marker.family.numeral(base + 1),
                    "marker": document.slice(first.marker.span),
                },
                edits=tuple(edit for edit in edits if edit is not None),
            )


def _begins_unmarked(document: Document, series: Series) -> bool:
    """Whether the first number stands in the same paragraph where no marker is looked for: 负责（1）政策；（2）统筹."""
    first = series.items[0]
    start = document.reading.blocks[first.block].start
    written, numeral_ = document.slice(first.marker.span), numeral(document, first)
    one = written.replace(numeral_, numeral_of(document, first, 1), 1)
    return one in document.text[start : first.span.start]


def _begins_with_word(document: Document, item: Item) -> bool:
    """Whether 首先 stands for the first item in the same paragraph: 首先要互信。二是要合作。."""
    start = document.reading.blocks[item.block].start
    return item.marker.value == 2 and "首先" in document.text[start : item.span.start]


def _is_below_first(part: Part, item: Item) -> bool:
    """Whether everything that holds an item, and something does, has the number 1."""
    holders = [one for one in part.walk() if one.span.start < item.span.start < one.span.end]
    return bool(holders) and all(holder.marker.value == 1 for holder in holders)


def _is_excerpt(document: Document, series: Series) -> bool:
    part = document.parts[series.part]
    return part.title is None and part.preamble is None and bool(part.items) and part.items[0] is series.items[0]
