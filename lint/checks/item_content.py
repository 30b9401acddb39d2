"""Whether a heading has something below it."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.runs import marker_span
from lint.checks.selection import Selection
from lint.document import Document, Item, Series
from lint.markers import HAN_PAREN
from lint.reading import PROSE

_END_MARKS = "。，；：！？、.;:!?"


class ItemContent(Selection, frozen=True):
    """Bare headings with neither body nor child, in a run where most siblings have one; markers alone anywhere."""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "heading"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each empty heading."""
        for series in self.selected(document):
            empty = [item for item in series.items if _is_empty(document, item)]
            bare = [item for item in empty if not document.slice(item.heading).strip()]
            if empty:
                for item in empty if _stands_out(series, empty) else bare:
                    if not _is_followed_by_figure(document, series, item):
                        values = {"marker": document.slice(item.marker.span), "heading": document.slice(item.heading)}
                        yield Hit(marker_span(item), values)


def _stands_out(series: Series, empty: list[Item]) -> bool:
    """Whether most siblings have content; one of two tells something of headings only, and not of points in a list."""
    if series.items[0].marker.listed:
        return False
    if len(series.items) == 2:
        [other] = [item for item in series.items if item is not empty[0]]
        filled = bool(other.children) or other.run_in or other.body.end > other.body.start
        return len(empty) == 1 and filled and series.family.rank <= HAN_PAREN.rank
    return 2 * len(empty) < len(series.items)


def _is_empty(document: Document, item: Item) -> bool:
    own = document.slice(item.body).strip("\n \u3000" + _END_MARKS)
    text = document.slice(item.span)
    if "，" in text or "：" in text or text.endswith(("略）", "略)")):
        return False
    return not (own or item.children or item.run_in or item.inline) and text[-1:] not in _END_MARKS


def _is_followed_by_figure(document: Document, series: Series, item: Item) -> bool:
    """Whether a table, code or picture stands between an item's heading and what follows."""
    following = item.block + 1
    blocks = document.reading.blocks
    return following < len(blocks) and (blocks[following].kind not in PROSE or _is_caption(document, following))


def _is_caption(document: Document, index: int) -> bool:
    block = document.reading.blocks[index]
    return document.text[block.start : block.start + 1] in ("图", "表", "附")
