"""Markers in brackets of half width, for the checks of stray and of uniform ones."""

from collections.abc import Sequence
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.shared.selection import Selection
from lint.document.tree import Document, Item
from lint.text.edit import Edit
from lint.text.source import Span

_FULL = {"(": "（", ")": "）"}


class MarkerBrackets(Selection, frozen=True):
    """Markers in half-width brackets where full-width ones are due."""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "expected"})

    def as_wanted(self, document: Document) -> Sequence[Span]:
        """The markers with full-width brackets."""
        return [item.marker.span for item in self._bracketed(document) if not _is_half(document, item)]

    def half(self, document: Document) -> tuple[list[Item], bool]:
        """The markers with a half-width bracket, and whether no marker of the draft has a full-width one."""
        if not any(bracket in document.text for bracket in _FULL):
            return [], False
        items = self._bracketed(document)
        half = [item for item in items if _is_half(document, item)]
        return half, bool(half) and all(set(_brackets(document, item)) <= set(_FULL) for item in items)

    def _bracketed(self, document: Document) -> list[Item]:
        items = [item for series in self.selected(document) for item in series.items if _is_typed(item)]
        return sorted((item for item in items if _brackets(document, item)), key=lambda item: item.span)


def _is_half(document: Document, item: Item) -> bool:
    return not set(_brackets(document, item)).isdisjoint(_FULL)


def _is_typed(item: Item) -> bool:
    return not (item.marker.listed or item.marker.automatic or item.marker.slip)


def _brackets(document: Document, item: Item) -> str:
    return "".join(char for char in document.slice(item.marker.span) if char in "()（）")


def hit(document: Document, item: Item, mended: Sequence[Item]) -> Hit:
    """The hit at a marker, which mends the brackets of some."""
    marker = document.slice(item.marker.span)
    expected = "".join(_FULL.get(char, char) for char in marker)
    edits = [
        Edit(Span(place, place + 1), _FULL[document.text[place]])
        for one in mended
        for place in range(one.marker.span.start, one.marker.span.end)
        if document.text[place] in _FULL
    ]
    return Hit(item.marker.span, {"marker": marker, "expected": expected}, edits=tuple(edits))
