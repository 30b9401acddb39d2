"""Whether a paragraph begins with two markers: one of Word's automatic numbering and a typed one, or the same twice."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.automatic import marker_of
from lint.document.families import DASH, HAN
from lint.document.markers import Marker, find_head
from lint.document.tree import Document
from lint.formats.automatic import Label
from lint.formats.blocks import PROSE, Block
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_FAR = 5
_NEAR = 60  # characters of two markers with a wide blank between
_NUMERAL = lazy("[一二三四五六七八九十]")


class DoubledMarker(Check, frozen=True, kw_only=True):
    """A typed marker right after an automatic number or another typed marker that says the same."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "first"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each second marker."""
        labels = {label.span.start: label for label in document.reading.labels}
        text = document.text
        for block in document.clock.watched(document.reading.blocks):
            label = labels.get(block.start)
            if block.kind in PROSE and (label is not None or _begins_again(text, block)):
                yield from _in_block(document, block, label)


def _in_block(document: Document, block: Block, label: Label | None) -> Iterator[Hit]:
    text = document.text
    first = marker_of(text, label, block.end) if label else _first(text, block)
    if first is None:
        return
    end = label.span.end if label else first.span.end
    start = end + len(text[end : block.end]) - len(text[end : block.end].lstrip())
    if label is None and _sign(text, start) != _sign(text, block.start):
        return  # typed twice it would begin alike
    second = find_head(text, start, block.end)
    if second is None or not _says_the_same(first, second, automatic=label is not None):
        return
    span = Span(start, second.span.end)
    after = text[span.end : block.end]
    if second.family is HAN and _NUMERAL.match(after):  # 一、一、二年级
        return
    values = {"found": document.slice(span), "first": document.slice(Span(block.start, end)).strip()}
    gap = Span(start, span.end + len(after) - len(after.lstrip()))
    yield Hit(span, values, edits=(Edit(gap, ""),) if after.strip() else ())


def _begins_again(text: str, block: Block) -> bool:
    """Whether the first character of a block, as a marker begins, stands near it again."""
    sign, after = text[block.start : block.start + 1], text[block.start + 1 : min(block.end, block.start + _NEAR)]
    return sign in after or (sign in "(（" and ("（" in after or "(" in after))


def _sign(text: str, place: int) -> str:
    """The character at a place, brackets of either width alike."""
    return text[place : place + 1].replace("(", "（")


def _first(text: str, block: Block) -> Marker | None:
    """The first marker of a block, if it is a sure one."""
    # 一、 before 一、 reads as a group of numerals (一、二、三产业), so it is looked at by itself.
    comma = text.find("、", block.start, min(block.end, block.start + _FAR)) + 1
    first = find_head(text, block.start, block.end)
    if first is None or first.doubt:
        first = find_head(text, block.start, comma)
    return first if first is not None and not first.doubt and first.value else None


def _says_the_same(first: Marker, second: Marker, *, automatic: bool) -> bool:
    """Whether a second marker is a mistake: the same again, or after an automatic number any of its kind or value."""
    if second.doubt or second.family.inline or second.family is DASH:
        return False
    if (first.family, first.value, first.sub) == (second.family, second.value, second.sub):
        return True
    laws = first.family.rank < HAN.rank or second.family.rank < HAN.rank
    return automatic and (first.family is second.family or (first.value == second.value and not laws))
