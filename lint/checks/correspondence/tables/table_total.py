"""Whether the totals of a table (合计, 小计) are those of its rows and columns."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from lint.analysis.counts.quantities.quantity import shown
from lint.analysis.tables.figures import FigureTable, figure_tables
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.formats.blocks import MASK
from lint.text.source import Span

_FAR = 20  # per cent of a total that nothing else in its row bears out
_LONGEST = 24  # characters of a name


class _Total(msgspec.Struct, frozen=True):
    """A total in a row or column of figures, and what the figures before it come to where they do not bear it out.

    ``parts`` are the places of the figures behind a total that stands first.
    """

    index: int
    sum: int | None
    value: int
    parts: tuple[int, ...] = ()


class TableTotal(Check, frozen=True):
    """Totals that differ from the sum of what they stand for, down a column or along a row.

    小计 stands for the figures since the total before it, 合计 also for all of them or for the totals before it, and
    one that comes first for those after it. A row is added up only where most rows bear that out (数量 × 单价 is no
    sum); a column by itself only where it is off by little. A wrong figure is told once, not along its row again.
    """

    values: ClassVar[frozenset[str]] = frozenset({"total", "sum", "row", "column"})

    def signs(self) -> tuple[str, ...]:
        """What stands for the cells of a table."""
        return (MASK,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each total that is wrong."""
        for table in document.clock.watched(document.reading.tables):
            for figures in figure_tables(table):
                yield from sorted(_wrong(figures), key=lambda hit: hit.span)


def _wrong(table: FigureTable) -> Iterator[Hit]:
    along = _wrong_along(table)
    columns = {column for _, column, _ in along}
    down = [one for one in _wrong_down(table) if one[1] not in columns]
    rows = {row for row, _, _ in down}
    for row, column, total in (*down, *(one for one in along if one[0] not in rows)):
        yield _hit(table, row, column, total)


def _wrong_down(table: FigureTable) -> list[tuple[int, int, _Total]]:
    """The wrong totals of columns, by row and column."""
    found: list[tuple[int, int, _Total]] = []
    borne: set[int] = set()
    for column in table.columns:
        cells = [table.figure(row, column) for row in range(len(table.rows))]
        for total in _totals(table, cells, table.total_rows):
            if total.sum is None:
                borne.add(total.index)
            else:
                found.append((total.index, column, total))
    wrong = [row for row, _, _ in found]
    return [
        (row, column, total)
        for row, column, total in found
        if (row in borne and wrong.count(row) < len(table.columns)) or (wrong.count(row) == 1 and _near(total))
    ]


def _near(total: _Total) -> bool:
    return total.sum is not None and 100 * abs(total.sum - total.value) <= _FAR * total.value


def _wrong_along(table: FigureTable) -> list[tuple[int, int, _Total]]:
    """The wrong totals of rows, by row and column, where the rows that bear their totals out are most."""
    found: list[tuple[int, int, _Total]] = []
    borne = 0
    if not table.total_columns or not table.adds_up_along:
        return []
    for row in range(len(table.rows)):
        cells = [table.figure(row, column) if column in table.columns else None for column in range(table.width)]
        for total in _totals(table, cells, table.total_columns):
            if total.sum is None:
                borne += 1
            else:
                found.append((row, total.index, total))
    return found if borne > 1 and borne >= 2 * len(found) else []


def _totals(table: FigureTable, cells: Sequence[int | None], totals: Sequence[int]) -> Iterator[_Total]:
    """Every total of a line of figures, each against what it may stand for; cells without a figure are None."""
    since: list[int] = []
    before: list[int] = []
    every: list[int] = []
    for index, figure in enumerate(cells):
        if figure is None:
            continue
        if index not in totals:
            since.append(figure)
            every.append(figure)
            continue
        sums = [since, [*before, *since], every]
        parts: tuple[int, ...] = ()
        if not every:
            following = next((later for later in totals if later > index), len(cells))
            behind = [(at, one) for at, one in enumerate(cells[:following]) if at > index and one is not None]
            sums, parts = [[one for _, one in behind]], tuple(at for at, _ in behind)
        sums = [one for one in sums if len(one) > 1]
        if sums:
            borne_out = any(abs(sum(one) - figure) <= table.rounding(len(one)) for one in sums)
            wrong = sum(sums[0] if len(since) > 1 and not before else sums[-1])
            yield _Total(index, None if borne_out else wrong, figure, parts)
        if every:
            before.append(figure)
            since = []


def _hit(table: FigureTable, row: int, column: int, total: _Total) -> Hit:
    values = {
        "total": shown(total.value, ""),
        "sum": shown(total.sum or 0, ""),
        "row": table.label(row)[:_LONGEST],
        "column": table.heads[column][:_LONGEST],
    }
    at, places = table.rows[row][column].at, [table.rows[row][0].at]
    if total.index == row and column not in table.total_columns:
        places += [table.rows[part][column].at for part in total.parts]
    return Hit(Span(at, at), values, tuple(Place(Span(place, place)) for place in places))
