"""The offices to which a draft is copied (抄送), in the imprint below it."""

from collections.abc import Iterator

import msgspec

from lint.document.imprint import COPIES, is_imprint
from lint.document.tree import Document
from lint.formats.blocks import PROSE
from lint.text.source import Span

_MOST_LINES = 5


class Copies(msgspec.Struct, frozen=True):
    """What 抄送 begins, with the lines in which the names go on; ``names`` is the span behind the colon."""

    span: Span
    names: Span


def copies_of(document: Document) -> tuple[Copies, ...]:
    """The copies of a draft, in text order."""
    return document.derive(copies_of, lambda: tuple(_find(document.whole)))


def _find(document: Document) -> Iterator[Copies]:
    blocks = document.reading.blocks
    for index, block in enumerate(blocks):
        match = (
            COPIES.match(document.text[block.start : block.end])
            if block.kind in PROSE and document.text.startswith("抄", block.start)
            else None
        )
        if match:
            last = index
            while last - index < _MOST_LINES and _goes_on(document, last):
                last += 1
            end = blocks[last].end
            yield Copies(Span(block.start, end), Span(block.start + match.start("names"), end))


def _goes_on(document: Document, index: int) -> bool:
    """Whether the names go on in the next line: this one ends in a comma, that one is none of the imprint's."""
    blocks = document.reading.blocks
    return (
        document.text.endswith(("，", "、", ",", "；"), 0, blocks[index].end)
        and index + 1 < len(blocks)
        and blocks[index + 1].kind in PROSE
        and not is_imprint(document.text[blocks[index + 1].start : blocks[index + 1].end])
    )
