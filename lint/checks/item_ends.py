"""How the items of a list end, where each is a sentence."""

from lint.checks.base import Hit
from lint.document.tree import Document, Item
from lint.text.edit import Edit
from lint.text.source import Span


def end_mark(document: Document, item: Item) -> str:
    """The last character of an item."""
    return document.text[item.span.end - 1]


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
