"""What leads in a run of items: the sentence right before its first."""

from bisect import bisect_left

from lint.document.tree import Document, Item, Series

_STOPS = "。！？\n"
_LONGEST = 1000  # characters of a sentence


def sentence_before(document: Document, series: Series) -> tuple[int, int]:
    """Where the sentence right before the first item of a series begins and ends; nothing follows its end mark."""
    text, start, end = document.text, *lead_of(document, series)
    while end > start and text[end - 1].isspace():
        end -= 1
    start = max(start, end - _LONGEST)
    stop = max((text.rfind(mark, start, max(start, end - 1)) for mark in _STOPS), default=-1)
    return max(start, stop + 1), end


def lead_of(document: Document, series: Series) -> tuple[int, int]:
    """Where the text right before the first item of a series begins and ends, below a heading or in the preamble."""
    first = series.items[0]
    end = first.marker.span.start
    parent = series.parent
    part = document.parts[series.part]
    start = parent.marker.span.end if parent else part.preamble.start if part.preamble else end
    siblings = parent.children if parent else part.items
    before = bisect_left(siblings, end, key=lambda item: item.span.start) - 1
    if before >= 0:
        sibling = siblings[before]
        # What leads in another run in a later paragraph was read as the end of the item before it.
        later = first.inline and sibling.block < first.block
        own = document.reading.blocks[first.block].start if later else _own_end(document, sibling)
        start = max(start, min(own, end))
    return start, end


def _own_end(document: Document, item: Item) -> int:
    """Where an item ends; one inside a paragraph with it, for what leads in a list below is read as part of it."""
    return min(item.span.end, document.reading.blocks[item.block].end) if item.inline else item.span.end
