"""A reading in the making: readers add pieces of the source in order and close them into blocks."""

from collections.abc import Sequence

from lint.formats.automatic import AutomaticNumber, Label
from lint.formats.blocks import MASK, Block, BlockKind, Cell, Masked, Reading, Role, Table
from lint.formats.ledgers import is_ledger
from lint.text.addresses import plain_addresses_in
from lint.text.source import Span


class ReadingBuilder:
    """Collects the text, blocks and offsets of a reading."""

    def __init__(self) -> None:
        self.masked: list[Masked] = []
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._offsets: list[tuple[int, int]] = []
        self._joins: list[int] = []
        self._labels: list[Label] = []
        self._tables: list[Table] = []
        self._size = 0
        self._start = 0
        self._shift: int | None = None

    def begin(self) -> None:
        """Open a block."""
        if self._blocks:
            self._parts.append("\n")
            self._size += 1
        self._start = self._size

    def add(self, text: str, at: int) -> None:
        """Continue the open block with a piece that stands at an offset of the source."""
        if at - self._size != self._shift:
            self._shift = at - self._size
            self._offsets.append((self._size, at))
        self._parts.append(text)
        self._size += len(text)

    def label(self, number: AutomaticNumber, at: int) -> None:
        """Continue the open block with an automatic number: the reader sees it, the source has no text for it."""
        self._labels.append(Label(Span(self._size, self._size + len(number.text)), number))
        self.add(number.text, at)
        self._shift = None

    def join(self) -> None:
        """Note that the next piece is the next line of the same paragraph."""
        self._joins.append(self._size)

    def end(
        self,
        kind: BlockKind,
        *,
        level: int = 0,
        ordinal: int | None = None,
        indent: int = 0,
        gap: bool = False,
        role: Role = "",
    ) -> None:
        """Close the open block."""
        self._blocks.append(Block(kind, self._start, self._size, level, ordinal, indent, gap, role))

    def mask(self, kind: BlockKind, why: str, span: Span, *, gap: bool) -> None:
        """Add a block that is not read: one sign stands for it."""
        self.begin()
        self.add(MASK, span.start)
        self.end(kind, gap=gap)
        self.masked.append(Masked(why, span))

    def skip(self, why: str, span: Span) -> None:
        """Leave out what no reader sees: nothing stands for it."""
        self.masked.append(Masked(why, span))

    def table(self, rows: Sequence[Sequence[tuple[str, int]]], span: Span, *, gap: bool) -> None:
        """Add a masked table whose cells, a text and an offset of the source each, can be told: one sign for each."""
        self.begin()
        kept: list[tuple[Cell, ...]] = []
        for row in rows:
            cells: list[Cell] = []
            for text, at in row:
                cells.append(Cell(text, self._size))
                self.add(MASK, at)
            kept.append(tuple(cells))
        self.end("table", gap=gap)
        self.masked.append(Masked("table", span))
        self._tables.append(Table(tuple(kept), is_ledger([text for text, _ in rows[0]])))

    def finish(self, meta: str = "") -> Reading:
        """The reading, with web and mail addresses masked character by character."""
        text = "".join(self._parts)
        reading = Reading(text, tuple(self._blocks), tuple(self._offsets), (), meta, tuple(self._joins))
        masked = self.masked
        addresses = plain_addresses_in(text)
        masked += [Masked("url", reading.to_source(span)) for span in addresses]
        text = _without(text, addresses)
        masked.sort(key=lambda region: region.span)
        return Reading(
            text,
            reading.blocks,
            reading.offsets,
            tuple(masked),
            meta,
            reading.joins,
            tuple(self._labels),
            tuple(self._tables),
        )


def _without(text: str, addresses: Sequence[Span]) -> str:
    """A text with addresses masked sign by sign."""
    pieces: list[str] = []
    end = 0
    for span in addresses:
        pieces += text[end : span.start], MASK * (span.end - span.start)
        end = span.end
    return "".join((*pieces, text[end:]))
