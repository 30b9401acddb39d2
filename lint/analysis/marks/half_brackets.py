"""Chinese numbers with the closing bracket alone, where a draft counts that way: 一）, 二）, 三）."""

from collections.abc import Iterator

from lint.document.markers import HAN_HALF_PAREN
from lint.document.tree import Document
from lint.text.source import Span


def half_bracketed(document: Document) -> tuple[tuple[Span, ...], ...]:
    """The typed markers of such a kind of each run that counts that way, in text order."""
    return document.derive(half_bracketed, lambda: tuple(_runs(document)))


def _runs(document: Document) -> Iterator[tuple[Span, ...]]:
    for series in document.series:
        if series.family is HAN_HALF_PAREN:
            own = (item.marker for item in series.items if item.marker.family is HAN_HALF_PAREN)
            if spans := tuple(marker.span for marker in own if not marker.automatic):
                yield spans
