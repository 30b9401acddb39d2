"""Whether the numeral of a marker is one."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.checks.shared.runs import own_items
from lint.document.tree import Document


class MarkerNumeral(Check, frozen=True):
    """Markers with a numeral that no number has: 十十一、."""

    values: ClassVar[frozenset[str]] = frozenset({"marker"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """A marker whose numeral has no value."""
        return (("unread numeral",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such marker."""
        for item in own_items(document):
            if item.marker.value is None:
                yield Hit(item.marker.span, {"marker": document.slice(item.marker.span)})
