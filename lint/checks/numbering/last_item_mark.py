"""Whether the last item of a list ends in a full stop where the others end in ；."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from lint.analysis.paragraphs import headed_blocks
from lint.checks.base import Hit
from lint.checks.shared.item_ends import end_hit, end_mark, is_sentence
from lint.checks.shared.selection import Selection
from lint.document.families import ARTICLE
from lint.document.tree import Document, Item, Series


class LastItemMark(Selection, frozen=True):
    """Runs of items that all end in ；, the last one too."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the end mark of each such last item."""
        for series in self.selected(document):
            if (
                len(series.items) > 1
                and all(end_mark(document, item) in ";；" for item in series.items)
                and (all(is_sentence(document, item) for item in series.items) or _fills_paragraph(document, series))
                and not _goes_on_above(document, series)
            ):
                yield end_hit(series.items[-1], end_mark(document, series.items[-1]), "。")


def _goes_on_above(document: Document, series: Series) -> bool:
    """Whether the item that holds a list is itself one of a list that goes on: （一）…：1.…；2.…；（二）…."""
    if series.parent is None or series.parent.marker.family is ARTICLE:
        return False
    following = document.derive(_following, lambda: _following(document)).get(series.parent.span.start)
    if following is None or following.inline:
        return False
    text = document.text[following.span.start : document.reading.blocks[following.block].end]
    return text[-1] in ";；。" and "。" not in text[:-1]


def _following(document: Document) -> dict[int, Item]:
    """The sibling after each item, by the place where the item begins."""
    return {item.span.start: other for series in document.series for item, other in pairwise(series.items)}


def _fills_paragraph(document: Document, series: Series) -> bool:
    """Whether a series stands in one paragraph, to its end, without a full stop, and the next begins something new."""
    first, last = series.items[0], series.items[-1]
    blocks = document.reading.blocks
    after = last.block + 1
    heads = headed_blocks(document)
    return (
        all(item.block == first.block and not item.children for item in series.items)
        and last.span.end == blocks[last.block].end
        and "。" not in document.text[first.span.start : last.span.end]
        and (after in heads or after == len(blocks) or blocks[after].kind == "heading")
    )
