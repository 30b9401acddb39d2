"""Markers with the wrong punctuation, for the checks that differ in which runs they look at."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.shared.selection import Selection
from lint.document.tree import Document, Item, Series
from lint.text.edit import Edit
from lint.text.patterns.fragments import SMALL
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_POINTS = (".", "．")
_FIGURE = lazy(r"(?!\d{4}年)\d")
_LATIN = lazy(r"[A-Za-z.．]")
_COUNTED = lazy(rf"[\s\u3000]*(?:(?:{SMALL}|\d{{1,2}})[是要、，,.．)）]|[（(①-⑳㈠-㈩])")


class MarkerMarks(Selection, frozen=True, kw_only=True):
    """Markers of the chosen families that carry one of the ``wrong`` marks instead of ``right`` (may be empty)."""

    wrong: tuple[str, ...]
    right: str = ""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "expected"})

    def as_wanted(self, document: Document) -> Sequence[Span]:
        """The typed markers with the right mark."""
        items = (item for series in self.selected(document) for item in series.items)
        typed = (item for item in items if not (item.marker.listed or item.marker.automatic))
        return [item.marker.span for item in typed if item.marker.mark == self.right]

    def wrong_items(self, document: Document) -> Iterator[tuple[Series, list[Item]]]:
        """The series with a wrong mark, each with the items that carry one."""
        for series in self.selected(document):
            own = [item for item in series.items if item.marker.family is series.family and not item.marker.listed]
            wrong = [item for item in own if item.marker.mark in self.wrong]
            if wrong:
                yield series, wrong

    def hit(self, document: Document, item: Item, mended: Sequence[Item]) -> Hit:
        """The hit at an item, which mends the marks of some."""
        marker = document.slice(item.marker.span)
        stem = marker[: len(marker) - len(item.marker.mark)]
        return Hit(
            item.marker.span,
            {"marker": marker, "expected": stem + self.right},
            edits=tuple(
                Edit(Span(one.marker.span.end - len(one.marker.mark), one.marker.span.end), self.right)
                for one in mended
            )
            if all(self._is_mark(document, one) for one in mended)
            else (),
        )

    def _is_mark(self, document: Document, item: Item) -> bool:
        """Whether a mark is nothing but the marker's: not of a name (.NET), of a figure (2.5), between markers."""
        text, end = document.text, item.marker.span.end
        points = self.right in _POINTS, item.marker.mark in _POINTS
        if any(points) and _FIGURE.match(text, end):
            return False
        if points == (False, True) and _LATIN.match(text, end):
            return False
        return not _COUNTED.match(text, end, document.reading.blocks[item.block].end)
