"""The headings under which a place of a draft stands."""

from bisect import bisect_right
from collections.abc import Iterator

from lint.document.tree import Document
from lint.text.source import Span


def headings_above(document: Document, place: int) -> Iterator[Span]:
    """The headings of the items that hold a place (in code points), from the outermost, each up to the place."""
    part = document.part_at(place)
    items = part.items if part is not None else ()
    while items:
        index = bisect_right(items, place, key=lambda item: item.span.start) - 1
        if index < 0 or items[index].span.end <= place:
            return
        yield Span(items[index].heading.start, min(items[index].heading.end, place))
        items = items[index].children
