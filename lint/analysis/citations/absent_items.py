"""Items of an article or a part that a reference names and that are not there."""

from collections.abc import Iterator

from lint.analysis.citations.reference import NUMBERS, Reference
from lint.document.families import ARTICLE, DIGIT, DIGIT_PAREN, HAN_PAREN, LISTS
from lint.document.tree import Document, Item
from lint.text.numerals import value_of
from lint.text.source import Span

_BRACKETS = ("（", "(", "第（", "第(")
_NUMBERS_BELOW = {DIGIT, LISTS[1], DIGIT_PAREN}


def absent_item(document: Document, holder: Item, items: str, span: Span) -> Iterator[Reference]:
    """The item that a reference names, if its article or part has items, but not so many, or a part only other ones."""
    plain = holder.marker.family is not ARTICLE and not items.startswith(_BRACKETS)
    last = document.derive(
        ("highest item", holder.marker.span, holder.depth, plain), lambda: _highest_item(holder, plain=plain)
    )
    highest = max((value_of(number) for number in NUMBERS.findall(items)), default=0)
    if last is None:
        last = _last_unlike(holder)
        if last is None:
            return
        yield Reference(
            "item", span, last.marker.span if last.marker.span.end > last.marker.span.start else last.heading
        )
    elif highest > (last.marker.value or 0):
        yield Reference("item", span, last.marker.span)


def _last_unlike(holder: Item) -> Item | None:
    """The last of the numbers 1. 2. 3. right below a part that has no （一） at all."""
    below = [item for item in holder.children if not (item.inline or item.quoted)]
    numbered = holder.marker.family is not ARTICLE and len(below) > 1 and below[0].marker.value == 1
    return below[-1] if numbered and {item.marker.family for item in below} <= _NUMBERS_BELOW else None


def _highest_item(holder: Item, *, plain: bool) -> Item | None:
    """The highest （一） below an item; of a plain 第3点 the highest number of whatever kind."""
    below = [item for item in holder.walk() if item is not holder and not item.quoted]
    run = below if plain else [item for item in below if item.marker.family is HAN_PAREN]
    return max(run, key=lambda item: item.marker.value or 0, default=None)
