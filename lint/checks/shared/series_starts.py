"""Runs that begin above their first number, for the checks that differ in where it counts."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.shared.other_family import goes_on_from
from lint.checks.shared.runs import numeral, numeral_of, renumber
from lint.checks.shared.selection import Selection
from lint.document.families import AMONG, DOTTED, IS, NTH
from lint.document.markers import numbers_of
from lint.document.tree import Document, Item, Series
from lint.text.numerals import render_han

_SPOKEN = frozenset({IS.kin, NTH.kin, AMONG.kin})
_SECOND = 2
_COUNTED = 10  # how far counters other than 一是 go


class SeriesStarts(Selection, frozen=True):
    """Runs that begin above the number that is due. The first run of a text without a title is an excerpt and may
    begin anywhere; a quoted run counts below a colon that is quoted with it.
    """

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "marker", "first"})

    def late(self, document: Document) -> Iterator[Series]:
        """The runs that begin above the number that is due."""
        quoted = (one for one in document.series if one.quoted and self.takes(one) and _is_led_in(document, one))
        for series in (*self.selected(document), *quoted):
            first = series.items[0]
            if (
                first.marker.value is None
                or first.marker.value <= self.base_of(series) + 1
                or _is_excerpt(document, series)
            ):
                continue
            if first.marker.family.kin in _SPOKEN and _begins_with_word(document, first):
                continue
            if goes_on_from(document, series):
                continue  # family_change tells it
            if not ((first.inline and _begins_unmarked(document, series)) or _is_told_as_skip(document, series)):
                yield series

    def base_of(self, series: Series) -> int:
        """The number before the one that is due: numbering may go on across parents throughout a text."""
        return series.base

    def hit(self, document: Document, series: Series) -> Hit:
        """The hit at the first marker of a run, which renumbers it."""
        first, base = series.items[0], self.base_of(series)
        begins = first.marker.value or 0
        edits = [
            renumber(document, item, (item.marker.value or 0) - begins + base + 1)
            for item in series.items
            if (item.marker.value or 0) >= begins
        ]
        return Hit(
            first.sign,
            {
                "found": numeral(document, first),
                "expected": first.marker.family.numeral(base + 1),
                "marker": document.slice(first.marker.span),
                "first": first.marker.family.render(base + 1),
            },
            edits=tuple(edit for edit in edits if edit is not None),
        )


def _is_led_in(document: Document, series: Series) -> bool:
    """Whether a quoted run is set out below a paragraph that the same quotation leads in with a colon."""
    items = series.items
    before = document.text.rfind("\n", 0, items[0].span.start) - 1
    return (
        len(items) > 1
        and not any(item.inline for item in items)
        and before > 0
        and document.text[before] in "：:"
        and document.is_quoted(before)
    )


def _is_told_as_skip(document: Document, series: Series) -> bool:
    """Whether 4.1 lacks before 4.2, but 4.1.1 stands there, which is told as skipping it."""
    first, parent = series.items[0], series.parent
    if series.family not in DOTTED[1:] or parent is None or parent.children[0] is first:
        return False
    missing = (*numbers_of(document.text, first.marker)[:-1], 1)
    elder = parent.children[0].marker
    deeper = elder.family in DOTTED and DOTTED.index(elder.family) > DOTTED.index(series.family)
    return deeper and numbers_of(document.text, elder)[: len(missing)] == missing


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
    if not 1 < value <= _COUNTED:
        return False
    last = render_han(value - 1)
    return f"第{last}" in before or f"其{last}" in before or bool(re.search(rf"(?:^|[，、。；：“]){last}\w", before))


def _is_excerpt(document: Document, series: Series) -> bool:
    part = document.parts[series.part]
    return part.title is None and part.preamble is None and bool(part.items) and part.items[0] is series.items[0]
