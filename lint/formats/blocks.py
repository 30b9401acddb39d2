"""The draft as its reader sees it: paragraphs one a line, wrapping undone, what is not prose masked.

Markers, tree and checks all work on offsets into ``Reading.text``; ``Reading.to_source`` is the one
way back to the file. In a plain draft the two differ only by indents and newlines.
"""

from bisect import bisect_left, bisect_right
from typing import Literal

import msgspec

from lint.formats.automatic import Label
from lint.text.source import Span

MASK = "\ufffc"
"""Stands in the reading for what is not prose: code, HTML, tables, URLs."""

BlockKind = Literal[
    "paragraph", "heading", "list_item", "quote", "table", "code", "html", "front_matter", "rule", "aside"
]
Role = Literal["", "title", "contents", "ending"]
PROSE: frozenset[BlockKind] = frozenset({"paragraph", "heading", "list_item", "quote"})


class Block(msgspec.Struct, frozen=True, gc=False):
    """One paragraph of the reading, ``text[start:end]``, without its indent and newline.

    ``level`` is the level of a Markdown heading or the nesting depth of a list item, from 1; 0 otherwise.
    ``ordinal`` is the number of an ordered Markdown list item, 0 of a bulleted one; None for its further paragraphs.
    ``indent`` is the width of the paragraph's indent in columns (U+3000 counts two).
    ``gap`` says that a blank line stands before it. An ``aside`` is text apart from the main flow: a footnote.
    ``role`` is what the layout of a Word draft says of it, where it says anything.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    ordinal: int | None = None
    indent: int = 0
    gap: bool = False
    role: Role = ""


class Cell(msgspec.Struct, frozen=True):
    """A cell of a table: its text, and the offset of the reading that stands for it."""

    text: str
    at: int


class Masked(msgspec.Struct, frozen=True):
    """A region of the source that is not read as prose, and why."""

    kind: str
    span: Span


class Table(msgspec.Struct, frozen=True):
    """A masked table by row, its head first; a ledger if this names problems, measures, persons or dates."""

    rows: tuple[tuple[Cell, ...], ...]
    is_ledger: bool


class Reading(msgspec.Struct, frozen=True):
    """What a reader makes of a source.

    ``offsets`` pairs the reading offset at which each piece begins with its source offset, ascending;
    inside a piece both advance together. ``masked`` holds source spans. ``meta`` is the front matter.
    ``joins`` are reading offsets at which a hard-wrapped line was joined to the next.
    ``labels`` are automatic numbers of Word, in text order: text of the reading that stands nowhere in the source.
    ``tables`` are those masked tables whose cells can be told.
    """

    text: str
    blocks: tuple[Block, ...]
    offsets: tuple[tuple[int, int], ...]
    masked: tuple[Masked, ...] = ()
    meta: str = ""
    joins: tuple[int, ...] = ()
    labels: tuple[Label, ...] = ()
    tables: tuple[Table, ...] = ()

    def to_source(self, span: Span) -> Span:
        """The span of the source that a span of the reading came from; without width that of an automatic number."""
        start = self._source_offset(span.start)
        return Span(start, max(start, self._source_offset(span.end - 1, 1)) if span.end > span.start else start)

    def typed(self) -> str:
        """The text with a mask for every sign of an automatic number: what an author typed, at the same offsets."""
        if not self.labels:
            return self.text
        pieces: list[str] = []
        end = 0
        for label in self.labels:
            pieces += self.text[end : label.span.start], MASK * (label.span.end - label.span.start)
            end = label.span.end
        return "".join((*pieces, self.text[end:]))

    def label_at(self, offset: int) -> Label | None:
        """The automatic number that is shown at an offset."""
        index = bisect_right(self.labels, offset, key=lambda label: label.span.start) - 1
        return self.labels[index] if index >= 0 and offset < self.labels[index].span.end else None

    def is_join(self, offset: int) -> bool:
        """Whether a hard-wrapped line was joined to the next at an offset."""
        index = bisect_left(self.joins, offset)
        return index < len(self.joins) and self.joins[index] == offset

    def _source_offset(self, offset: int, width: int = 0) -> int:
        index = bisect_right(self.offsets, offset, key=lambda piece: piece[0]) - 1
        if index < 0:
            return offset + width
        reading, source = self.offsets[index]
        place = source + offset - reading + width
        return min(place, self.offsets[index + 1][1]) if index + 1 < len(self.offsets) else place
