"""Chinese numbers with the closing bracket alone, where a draft counts that way: 一）, 二）, 三）."""

from collections.abc import Iterator

from lint.document.families import HAN_HALF_PAREN
from lint.document.tree import Document, Item, Series


def half_bracketed(document: Document) -> tuple[tuple[Series, tuple[Item, ...]], ...]:
    """The runs that count that way, each with its typed items of such a kind, in text order."""
    return document.derive(half_bracketed, lambda: tuple(_runs(document)))


def _runs(document: Document) -> Iterator[tuple[Series, tuple[Item, ...]]]:
    for series in document.series:
        if series.family is HAN_HALF_PAREN:
            own = (item for item in series.items if item.marker.family is HAN_HALF_PAREN)
            if items := tuple(item for item in own if not item.marker.automatic):
                yield series, items
