"""Whether a paragraph begins with two markers: one of Word's automatic numbering and a typed one, or the same twice."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document import Document
from lint.finding import Edit
from lint.markers import Marker, find_head
from lint.reading import PROSE, Block
from lint.source import Span

_FAR = 5


class DoubledMarker(Check, frozen=True, kw_only=True):
    """A typed marker right after an automatic number, or after a typed marker of the same family and value."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "first"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each second marker."""
        labels = {label.start: label.end for label in document.reading.labels}
        for block in document.reading.blocks:
            if block.kind in PROSE:
                yield from _in_block(document, block, labels.get(block.start))


def _in_block(document: Document, block: Block, label_end: int | None) -> Iterator[Hit]:
    if label_end is None:
        # By itself 一、 before 一、 reads as a group of numerals (一、二、三产业) and is no marker.
        comma = document.text.find("、", block.start, min(block.end, block.start + _FAR)) + 1
        first = find_head(document.text, block.start, block.end) or find_head(document.text, block.start, comma)
        if first is None or first.doubt or not first.value:
            return
        end = first.span.end
    else:
        first, end = None, label_end
    start = end + len(document.text[end : block.end]) - len(document.text[end : block.end].lstrip())
    second = find_head(document.text, start, block.end)
    if second is None or second.doubt or not _is_doubled(first, second):
        return
    span = Span(start, max(second.span.end, second.numeral.end))
    values = {"found": document.slice(span), "first": document.slice(Span(block.start, end)).strip()}
    after = document.text[span.end : block.end]
    gap = Span(start, span.end + len(after) - len(after.lstrip()))
    yield Hit(span, values, edits=(Edit(gap, ""),) if after.strip() else ())


def _is_doubled(first: Marker | None, second: Marker) -> bool:
    """Whether a marker after an automatic number (None) or after a typed one says the same again."""
    if first is None:
        return not second.family.inline and second.family.name != "dash"
    return not second.family.inline and (first.family, first.value, first.sub) == (
        second.family,
        second.value,
        second.sub,
    )
