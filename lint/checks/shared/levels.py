"""Runs below items, by the levels of GB/T 9704-2012, 7.3.3, and of the draft itself."""

from collections.abc import Iterator

from lint.checks.base import Hit, Place
from lint.document.families import CIRCLED, DIGIT, DIGIT_HALF_PAREN, DIGIT_PAREN, HAN, HAN_HALF_PAREN, HAN_PAREN, LATIN
from lint.document.tree import Document, Item, Series

LEVELS = (HAN, HAN_PAREN, HAN_HALF_PAREN, DIGIT, DIGIT_PAREN, DIGIT_HALF_PAREN, CIRCLED, LATIN)
"""The families of the levels, the highest first."""

RANKED = frozenset(family.name for family in LEVELS) - {HAN_HALF_PAREN.name, DIGIT_HALF_PAREN.name}
"""The names of those that have a rank: 1) or 一) stands wherever a draft puts it."""


def placed(document: Document) -> Iterator[Series]:
    """The series at the head of paragraphs below an item at the head of one, but for Markdown's lists."""
    return (series for series in placed_or_listed(document) if not series.items[0].marker.listed)


def placed_or_listed(document: Document) -> Iterator[Series]:
    """The series at the head of paragraphs below an item at the head of one: Markdown writes 1. as a list."""
    for series in document.series:
        parent, first = series.parent, series.items[0]
        if parent is not None and not (series.quoted or first.inline or parent.inline):
            yield series


def level_hit(document: Document, series: Series, other: Item, missing: str = "") -> Hit:
    """A hit at the first marker of a run, related to the item that it stands below or behind."""
    first = series.items[0]
    values = {
        "marker": document.slice(first.marker.span) or document.slice(first.heading),
        "parent": document.slice(other.marker.span) or document.slice(other.heading),
        "missing": missing,
    }
    return Hit(first.sign, values, (Place(other.sign),))
