"""Whether the punctuation of a marker is the one its family takes."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from lint.checks.base import Hit
from lint.checks.selection import Selection
from lint.document.tree import Document, Item, Series
from lint.text.edit import Edit
from lint.text.lazy import lazy
from lint.text.source import Span

_POINTS = (".", "．")
_FIGURE = lazy(r"(?!\d{4}年)\d")
_LATIN = lazy(r"[A-Za-z.．]")
_COUNTED = lazy(r"[\s\u3000]*(?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})[是要、，,.．)）]|[（(①-⑳㈠-㈩])")


class MarkerMark(Selection, frozen=True, kw_only=True):
    """Markers of the chosen families that carry one of the ``wrong`` marks instead of ``right`` (may be empty).

    ``only`` limits the hits: ``mixed`` to series that also hold another mark, ``uniform`` to series of this
    mark throughout, of which only the first is reported.
    """

    wrong: tuple[str, ...]
    right: str = ""
    only: Literal["any", "mixed", "uniform"] = "any"

    values: ClassVar[frozenset[str]] = frozenset({"marker", "expected"})

    def as_wanted(self, document: Document) -> Sequence[Span]:
        """The typed markers with the right mark."""
        items = (item for series in self.selected(document) for item in series.items)
        typed = (item for item in items if not (item.marker.listed or item.marker.automatic))
        return [item.marker.span for item in typed if item.marker.mark == self.right]

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each wrong mark."""
        for series in self.selected(document):
            own = [item for item in series.items if item.marker.family is series.family and not item.marker.listed]
            wrong = [item for item in own if item.marker.mark in self.wrong]
            if wrong and self._wants(series, wrong):
                for item in wrong[:1] if self.only == "uniform" else wrong:
                    yield self._hit(document, item, wrong if self.only == "uniform" else [item])

    def _wants(self, series: Series, wrong: list[Item]) -> bool:
        if self.only == "any":
            return True
        return (len(wrong) == len(series.items)) == (self.only == "uniform")

    def _hit(self, document: Document, item: Item, mended: list[Item]) -> Hit:
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
