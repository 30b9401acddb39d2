"""Where a draft writes dates: in its prose, and in the cells of its tables, which the reading masks."""

import re
from collections.abc import Iterator

import msgspec

from lint.analysis.dates.calendar import dates_in, dates_of
from lint.document.tree import Document
from lint.text.source import Span


class Passage(msgspec.Struct, frozen=True):
    """A text with its dates: the prose of a draft, or a cell, which one offset of the reading stands for."""

    text: str
    dates: tuple[re.Match[str], ...]
    cell: int | None = None

    def span(self, start: int, end: int) -> Span:
        """The span of the reading for one of the passage: that of its cell if it is one."""
        return Span(start, end) if self.cell is None else Span(self.cell, self.cell)


def passages_of(document: Document) -> tuple[Passage, ...]:
    """The prose of a draft and each cell of its tables that is more than a word or a figure, in this order."""
    return document.derive(passages_of, lambda: (Passage(document.typed, dates_of(document)), *_cells(document)))


def _cells(document: Document) -> Iterator[Passage]:
    last = -1
    for table in document.clock.watched(document.reading.tables):
        for row in table.rows:
            for cell in row:
                if cell.at > last and len(cell.text) > 2:  # a cell that spans others stands there again
                    yield Passage(cell.text, dates_in(cell.text), cell.at)
                last = max(last, cell.at)
