"""The paragraphs of a part by where they stand: what opens it, what closes it."""

from bisect import bisect_left
from collections.abc import Sequence

from lint.document.tree import Document, Part
from lint.formats.blocks import PROSE
from lint.text.source import Span

SHORTEST_PROSE = 15
"""Characters of a paragraph of prose; what is shorter may be a heading, a field, a name."""

_OPENING = 3  # paragraphs
_ENDING = 5


def block_range(document: Document, part: Part) -> range:
    """The indices of the blocks of a part."""
    blocks = document.reading.blocks
    first = bisect_left(blocks, part.span.start, key=lambda block: block.start)
    return range(first, bisect_left(blocks, part.span.end, lo=first, key=lambda block: block.start))


def lines(document: Document, part: Part) -> list[Span]:
    """The blocks of a part that hold something."""
    blocks = document.reading.blocks
    return [
        Span(blocks[i].start, blocks[i].end) for i in block_range(document, part) if blocks[i].end > blocks[i].start
    ]


def subtitle_lines(document: Document, part: Part) -> list[Span]:
    """The lines between title and recipients: a date, a number, an author, a subtitle."""
    found: list[Span] = []
    start = part.subtitle.start if part.subtitle else 0
    for line in document.slice(part.subtitle).split("\n") if part.subtitle else ():
        found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def paragraphs(document: Document, part: Part) -> list[Span]:
    """The running text of a part: without title, recipients, signature, date, contents and list of annexes."""
    return document.derive(("paragraphs", part.span), lambda: _paragraphs(document, part))


def _paragraphs(document: Document, part: Part) -> list[Span]:
    apart = {*part.contents, *part.annex_list}
    pieces = [piece for piece in (part.title, part.subtitle, part.recipients, part.signature, part.date) if piece]
    blocks = document.reading.blocks
    found = [
        Span(blocks[index].start, blocks[index].end)
        for index in block_range(document, part)
        if blocks[index].kind in PROSE and index not in apart
    ]
    if part.title is not None:
        del found[: bisect_left(found, (part.title.start,))]  # the letterhead
    for piece in pieces:
        del found[bisect_left(found, (piece.start,)) : bisect_left(found, (piece.end,))]
    return found


def headed_blocks(document: Document) -> frozenset[int]:
    """The paragraphs that begin with a marker, by their index."""
    return document.derive(headed_blocks, lambda: frozenset(item.block for item in document.heads))


def opening(document: Document, part: Part) -> Sequence[Span]:
    """The paragraphs before the first numbered item, or the first few."""
    if part.preamble is not None and part.items:
        return [part.preamble]
    return paragraphs(document, part)[:_OPENING]


def ending(document: Document, part: Part) -> Sequence[Span]:
    """The last paragraphs before signature and list of annexes; the closing formula wherever it stands."""
    found = paragraphs(document, part)
    stop = min(
        (piece.start for piece in (part.signature, part.date) if piece is not None and found), default=part.span.end
    )
    if part.annex_list:
        stop = min(stop, document.reading.blocks[part.annex_list[0]].start)
    closing = part.closing.start if part.closing else -1
    return [span for span in found if span.start < stop or span.start == closing][-_ENDING:]
