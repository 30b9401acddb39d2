"""Whether every row of a ledger (整改台账) fills the columns that the other rows fill."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.formats.blocks import MASK, Cell
from lint.text.source import Span

_BLANK = frozenset({"", "/", "—", "——", "-"})
_LONGEST = 24


class LedgerCells(Check, frozen=True, kw_only=True):
    """Empty cells in a column whose head holds one of ``columns``, where at least ``share`` percent are filled."""

    columns: tuple[str, ...]
    share: int = 50

    values: ClassVar[frozenset[str]] = frozenset({"column", "item"})

    def signs(self) -> tuple[str, ...]:
        """What stands for the cells of a table."""
        return (MASK,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each empty cell."""
        for table in document.reading.tables:
            if table.is_ledger:
                yield from self._in_ledger(table.rows)

    def _in_ledger(self, rows: Sequence[Sequence[Cell]]) -> Iterator[Hit]:
        head, *body = rows
        own = [row for row in body if len(row) == len(head) and sum(_is_filled(cell) for cell in row) > 1]
        hits: list[Hit] = []
        for index, name in enumerate(head):
            column = [row[index] for row in own]
            filled = [cell for cell in column if _is_filled(cell)]
            if not any(word in name.text for word in self.columns) or 100 * len(filled) < self.share * len(column):
                continue
            for row, cell in zip(own, column, strict=True):
                if not cell.text.strip():
                    values = {"column": "".join(name.text.split()), "item": _item(row, head)}
                    hits.append(Hit(Span(cell.at, cell.at), values, (Place(Span(filled[0].at, filled[0].at)),)))
        yield from sorted(hits, key=lambda hit: hit.span)


def _is_filled(cell: Cell) -> bool:
    return cell.text.strip() not in _BLANK


def _item(row: Sequence[Cell], head: Sequence[Cell]) -> str:
    """What a row is about: its cell under 问题 or 事项, else its longest."""
    named = [cell.text for cell, name in zip(row, head, strict=True) if "问题" in name.text or "事项" in name.text]
    return (next(filter(None, named), "") or max((cell.text for cell in row), key=len))[:_LONGEST]
