"""Whether the paragraph of an item ends in a full stop as those of its siblings do."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import SHORTEST_PROSE
from lint.checks.base import Check, Hit, Place
from lint.checks.item_ends import end_mark, is_sentence
from lint.document.tree import Document, Item, Series
from lint.text.brackets import is_balanced
from lint.text.edit import Edit
from lint.text.lazy import lazy
from lint.text.source import Span

_BARE = lazy(r"[\u4e00-\u9fff0-9%％]$")


class MissingStop(Check, frozen=True):
    """Items with their text in one paragraph that lacks the full stop which all their siblings have.

    With ``last`` instead the last items of lists whose other items end in ；.
    """

    last: bool = False

    values: ClassVar[frozenset[str]] = frozenset({"text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the last character of each."""
        for series in document.clock.watched(document.series):
            if len(series.items) > 2 and not series.quoted and not series.items[-1].inline:
                yield from (_last if self.last else _bare)(document, series)


def _bare(document: Document, series: Series) -> Iterator[Hit]:
    texts = [item for item in series.items if _is_paragraph(document, item)]
    ends = [document.slice(item.span)[-1] for item in texts]
    bare = [item for item, end in zip(texts, ends, strict=True) if _BARE.match(end)]
    if len(bare) == 1 and len(texts) == len(series.items) and all(end == "。" or _BARE.match(end) for end in ends):
        sibling = next(item for item in texts if item is not bare[0])
        yield _hit(document, bare[0], sibling)


def _last(document: Document, series: Series) -> Iterator[Hit]:
    """The last of several items of one sentence each that all others end in ；."""
    *before, last = series.items
    if (
        all(is_sentence(document, item) for item in series.items)
        and all(end_mark(document, item) == "；" for item in before)
        and _BARE.match(end_mark(document, last))
        and last.span.end == document.reading.blocks[last.block].end
    ):
        yield _hit(document, last, before[-1])


def _hit(document: Document, item: Item, sibling: Item) -> Hit:
    end = item.span.end
    paragraph = document.text[document.text.rfind("\n", 0, end) + 1 : end]
    return Hit(
        Span(end - 1, end),
        {"text": paragraph[-8:]},
        (Place(Span(sibling.span.end - 1, sibling.span.end)),),
        (Edit(Span(end, end), "。"),),
        certain=is_balanced(paragraph),
    )


def _is_paragraph(document: Document, item: Item) -> bool:
    """Whether an item is one paragraph of prose with its heading in it."""
    block = document.reading.blocks[item.block]
    return (
        not item.inline
        and item.run_in
        and not item.children
        and item.span.end == block.end
        and block.end - block.start > SHORTEST_PROSE
    )
