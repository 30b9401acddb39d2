"""Whether a paragraph ends as a paragraph does."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.analysis.paragraphs import headed_blocks
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Item, Series
from lint.formats.blocks import PROSE
from lint.text.brackets import is_balanced
from lint.text.edit import Edit
from lint.text.lazy import lazy
from lint.text.source import Span

_BARE = lazy(r"[\u4e00-\u9fff0-9%％]$")
_PAUSES = ("，", "、", ",")
_SHORTEST = 15  # characters of a paragraph of prose


class FinalStop(Check, frozen=True):
    """Items with their text in one paragraph that lacks the full stop which all their siblings have (``missing``);
    paragraphs that break off at a comma, before a numbered one or at the end (``pause``).
    """

    report: Literal["missing", "pause"]

    values: ClassVar[frozenset[str]] = frozenset({"text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the last character of each."""
        if self.report == "pause":
            yield from _pauses(document)
            return
        for series in document.clock.watched(document.series):
            if len(series.items) > 2 and not series.quoted and not series.items[-1].inline:
                yield from _bare(document, series)


def _bare(document: Document, series: Series) -> Iterator[Hit]:
    texts = [item for item in series.items if _is_paragraph(document, item)]
    ends = [document.slice(item.span)[-1] for item in texts]
    bare = [item for item, end in zip(texts, ends, strict=True) if _BARE.match(end)]
    if len(bare) == 1 and len(texts) == len(series.items) and all(end == "。" or _BARE.match(end) for end in ends):
        end = bare[0].span.end
        yield _hit(document, end, (Edit(Span(end, end), "。"),), next(item for item in texts if item is not bare[0]))


def _is_paragraph(document: Document, item: Item) -> bool:
    """Whether an item is one paragraph of prose with its heading in it."""
    block = document.reading.blocks[item.block]
    return (
        not item.inline
        and item.run_in
        and not item.children
        and item.span.end == block.end
        and block.end - block.start > _SHORTEST
    )


def _pauses(document: Document) -> Iterator[Hit]:
    text, blocks = document.text, document.reading.blocks
    for index, block in enumerate(blocks):
        after = index + 1
        if (
            text[block.end - 1 : block.end] in _PAUSES
            and block.kind in PROSE
            and block.kind != "heading"
            and block.end - block.start > _SHORTEST
            and (after in headed_blocks(document) or after == len(blocks) or blocks[after].kind == "heading")
        ):
            yield _hit(document, block.end, (), None)


def _hit(document: Document, end: int, edits: tuple[Edit, ...], sibling: Item | None) -> Hit:
    related = (Place(Span(sibling.span.end - 1, sibling.span.end)),) if sibling else ()
    paragraph = document.text[document.text.rfind("\n", 0, end) + 1 : end]
    return Hit(Span(end - 1, end), {"text": paragraph[-8:]}, related, edits, certain=is_balanced(paragraph))
