"""Whether the brackets of a marker are full-width."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from lint.checks.base import Hit
from lint.checks.selection import Selection
from lint.document.tree import Document, Item
from lint.text.edit import Edit
from lint.text.source import Span

_FULL = {"(": "（", ")": "）"}


class MarkerBrackets(Selection, frozen=True):
    """Half-width brackets in markers of a draft that writes full-width ones elsewhere (``stray``), or of a
    draft that writes half-width ones throughout (``uniform``), of which only the first is reported.
    """

    only: Literal["stray", "uniform"] = "stray"

    values: ClassVar[frozenset[str]] = frozenset({"marker", "expected"})

    def as_wanted(self, document: Document) -> Sequence[Span]:
        """The markers with full-width brackets."""
        return [item.marker.span for item in self._bracketed(document) if not _is_half(document, item)]

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such marker."""
        if not any(bracket in document.text for bracket in _FULL):
            return
        items = self._bracketed(document)
        half = [item for item in items if _is_half(document, item)]
        uniform = bool(half) and all(set(_brackets(document, item)) <= set(_FULL) for item in items)
        if uniform and self.only == "uniform":
            yield _hit(document, half[0], half)
        elif not uniform and self.only == "stray":
            for item in half:
                yield _hit(document, item, [item])

    def _bracketed(self, document: Document) -> list[Item]:
        items = [item for series in self.selected(document) for item in series.items if _is_typed(item)]
        return sorted((item for item in items if _brackets(document, item)), key=lambda item: item.span)


def _is_half(document: Document, item: Item) -> bool:
    return not set(_brackets(document, item)).isdisjoint(_FULL)


def _is_typed(item: Item) -> bool:
    return not (item.marker.listed or item.marker.automatic)


def _brackets(document: Document, item: Item) -> str:
    return "".join(char for char in document.slice(item.marker.span) if char in "()（）")


def _hit(document: Document, item: Item, mended: list[Item]) -> Hit:
    marker = document.slice(item.marker.span)
    expected = "".join(_FULL.get(char, char) for char in marker)
    edits = [
        Edit(Span(place, place + 1), _FULL[document.text[place]])
        for one in mended
        for place in range(one.marker.span.start, one.marker.span.end)
        if document.text[place] in _FULL
    ]
    return Hit(item.marker.span, {"marker": marker, "expected": expected}, edits=tuple(edits))
