"""How the items of a list end."""

from collections.abc import Sequence

from lint.analysis.paragraphs import headed_blocks
from lint.checks.base import Hit, Place
from lint.document.tree import Document, Item, Series
from lint.text.brackets import is_balanced
from lint.text.chinese import is_chinese
from lint.text.edit import Edit
from lint.text.source import Span

_FEW = 2  # items, of which none can be told from the others
_FIGURES = frozenset("0123456789%％")
PAUSES = ("，", "、", ",")


def end_mark(document: Document, item: Item) -> str:
    """The last character of an item."""
    return document.text[item.span.end - 1]


def is_bare(mark: str) -> bool:
    """Whether the last character of a paragraph is of a word or a figure."""
    return mark in _FIGURES or is_chinese(mark)


def paragraph_of(document: Document, item: Item) -> str:
    """The paragraph of an item, from its marker on."""
    return document.text[item.span.start : document.reading.blocks[item.block].end]


def stop_hit(document: Document, item: Item, sibling: Item) -> Hit:
    """A hit at the end of the paragraph of an item that lacks its full stop, with a sibling that ends in a mark."""
    blocks = document.reading.blocks
    block, other = blocks[item.block], blocks[sibling.block]
    paragraph = document.text[block.start : block.end]
    return Hit(
        Span(block.end - 1, block.end),
        {"text": paragraph[-8:]},
        (Place(Span(other.end - 1, other.end)),),
        (Edit(Span(block.end, block.end), "。"),),
        certain=is_balanced(paragraph),
    )


def is_sentence(document: Document, item: Item) -> bool:
    """Whether an item is one paragraph without children or inner full stops."""
    if item.inline or item.children:
        return False
    text = document.slice(item.span)
    return "\n" not in text and "。" not in text[:-1]


def end_hit(item: Item, found: str, expected: str) -> Hit:
    """A hit at the end mark of an item, with the mark that it should be."""
    place = Span(item.span.end - 1, item.span.end)
    return Hit(place, {"found": found, "expected": expected}, edits=(Edit(place, expected),))


def paused_items(document: Document, series: Series) -> Sequence[Item]:
    """The items of a list, fewer than half, that end in a comma where the others end in ； (the last in ； or 。).

    A last item that leads into the paragraph below it is none.
    """
    items = series.items
    if series.quoted or len(items) <= _FEW or not all(is_sentence(document, item) for item in items):
        return ()
    paused = [item for item in items if end_mark(document, item) in PAUSES and not _leads_on(document, item)]
    others = {end_mark(document, item) for item in items[:-1] if item not in paused}
    last = {end_mark(document, item) for item in items[-1:] if item not in paused}
    alike = others in ({"；"}, {";"}) and last <= {"；", ";", "。"}
    return paused if alike and 2 * len(paused) < len(items) else ()


def _leads_on(document: Document, item: Item) -> bool:
    """Whether text without a number follows an item."""
    after, blocks = item.block + 1, document.reading.blocks
    return not (after in headed_blocks(document) or after == len(blocks) or blocks[after].kind == "heading")
