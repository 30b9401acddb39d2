"""Whether a run begins with the number that it ought to begin with."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.runs import numeral, numeral_of, renumber
from lint.checks.selection import Selection
from lint.document.markers import IS, NTH
from lint.document.tree import Document, Item, Part, Series
from lint.text.lazy import lazy
from lint.text.numerals import render_han

_SPOKEN = frozenset({IS.kin, NTH.kin})
_LAW = lazy(r"(?:法|办法|规定|条例|解释|规则|细则|章程|制度|准则|规程|规范)(?:[（(][^）)]*[）)])*$", re.MULTILINE)
_EXCERPT = lazy("摘|节选|选编|部分|有关|相关|条文|条款")
_NEXT_TO_FIRST = 3  # the highest number that a law without its first articles is told by
_SECOND = 2
_COUNTED = 10  # how far counters other than 一是 go
_WHOLE = 3  # how many articles in a row make a text more than a quotation


class SeriesStart(Selection, frozen=True):
    """A run that begins above 1. Numbering that goes on across parents throughout a text is accepted
    unless ``each_parent`` demands a new 1 under every parent. The first run of a text without a title is
    an excerpt and may begin anywhere; with ``below_first`` only a run counts that stands in 第一章 and the like, or
    heads a text whose title names a law and no excerpt.
    """

    each_parent: bool = False
    below_first: bool = False

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "marker", "first"})

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
            if self.below_first and not (
                _is_below_first(document.parts[series.part], first) or _heads_law(document, series)
            ):
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
                    "first": first.marker.family.render(base + 1),
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
    """Whether the same paragraph tells what comes before with other words: 首先要互信。二是…; 一不…，二不…，三是…."""
    value = item.marker.value or 0
    before = document.text[document.reading.blocks[item.block].start : item.span.start]
    if value == _SECOND and "首先" in before:
        return True
    return 1 < value <= _COUNTED and bool(re.search(rf"(?:^|[，、。；：“]){render_han(value - 1)}\w", before))


def _is_below_first(part: Part, item: Item) -> bool:
    """Whether everything that holds an item, and something does, has the number 1."""
    holders = [one for one in part.walk() if one.span.start < item.span.start < one.span.end]
    return bool(holders) and all(holder.marker.value == 1 for holder in holders)


def _heads_law(document: Document, series: Series) -> bool:
    """Whether a run, the first of its part, lacks one or two articles below the title of a law: 办法, then 第二条."""
    part, first = document.parts[series.part], series.items[0]
    title = document.slice(part.title) if part.title else ""
    values = [item.marker.value or 0 for item in series.items[:_WHOLE]]
    return (
        part.items[0] is first
        and values[0] <= _NEXT_TO_FIRST
        and values == [*range(values[0], values[0] + _WHOLE)]
        and _LAW.search(title) is not None
        and not _EXCERPT.search(title)
    )


def _is_excerpt(document: Document, series: Series) -> bool:
    part = document.parts[series.part]
    return part.title is None and part.preamble is None and bool(part.items) and part.items[0] is series.items[0]
