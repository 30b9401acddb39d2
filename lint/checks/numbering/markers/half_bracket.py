"""Whether Chinese numbers of items stand in a whole pair of brackets."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from lint.analysis.marks.half_brackets import half_bracketed
from lint.checks.base import Check, Hit
from lint.document.families import CIRCLED, DIGIT, DIGIT_PAREN, HAN, HAN_PAREN, Family
from lint.document.tree import Document, Item, Series
from lint.text.edit import Edit
from lint.text.source import Span

_BELOW = dict(pairwise((HAN, HAN_PAREN, DIGIT, DIGIT_PAREN, CIRCLED)))
"""What the norm has below each family."""


class HalfBracket(Check, frozen=True):
    """Markers of runs that are counted 一）, 二）, 三）."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """What the first or the second marker of a run is."""
        return ("一）", "一)", "二）", "二)")

    def as_wanted(self, document: Document) -> Sequence[Span]:
        """The Chinese numbers in whole brackets that stand where others have half of them."""
        above = {_above(series) for series, _ in half_bracketed(document)}
        return [
            item.marker.span
            for series in document.series
            if series.family is HAN_PAREN and not series.quoted and _above(series) in above
            for item in series.items
            if item.marker.family is HAN_PAREN and not item.marker.automatic
        ]

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each marker, to be written as the norm has it on that level."""
        for series, items in half_bracketed(document):
            due = _due(series)
            held = any(child.marker.family is due for item in series.items for child in item.children)
            for item in items:
                if not document.is_quoted(item.marker.span.start):
                    yield _hit(document, item, due, mends=not held)


def _hit(document: Document, item: Item, due: Family, *, mends: bool) -> Hit:
    found = document.slice(item.marker.span)
    expected = f"（{found[:-1]}）" if due is HAN_PAREN else due.render(item.marker.value or 1)
    edits = (Edit(item.marker.span, expected),) if mends and item.marker.value else ()
    return Hit(item.marker.span, {"found": found, "expected": expected}, edits=edits)


def _above(series: Series) -> Family | None:
    return series.parent.marker.family if series.parent else None


def _due(series: Series) -> Family:
    """The family that the norm has where a run stands: below （一） 1., inside a paragraph （1）."""
    below = _BELOW.get(_above(series) or HAN, HAN_PAREN)
    return DIGIT_PAREN if below is DIGIT and series.items[0].inline else below
