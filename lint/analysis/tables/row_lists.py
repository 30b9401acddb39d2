"""Tables whose rows are numbered: how many they list, in groups and in all, and the lines that head them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from lint.document.tree import Document
from lint.formats.blocks import PROSE, Cell, Table
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NUMBERED = frozenset({"序号", "编号", "序", "项次", "No.", "NO."})
_VALUE = lazy("(?P<number>[0-9]{1,3})[.．、]?")
_FIGURE = lazy("[0-9]{1,4}(?![0-9.])")
_TOTAL = lazy("(?:[合总共小]计|总和|总数)(?:[（(:：].*)?")
_OPEN = lazy("…|\\.{3}|⋯|^[（(]?[略下]略?[）)]?$")
_NOTE = lazy("(?:附?注|说明|备注)[：:]|填[表报]")
_UNIT = lazy("[（(]?(?:计量)?单位[：:]")
_KIND = lazy("(?:所属|任务|项目|问题|事项|措施)?(?:类别|类型|分类|种类|领域|板块|方面|片区|批次)")
_REST = lazy(r"\s*(?:[0-9]{1,3}[.．、]?\s*$|…|\.{3}|⋯|[（(]?[略下]略?[）)]?\s*$)", re.MULTILINE)
_STRAY = lazy("^[ \u3000]*[0-9]{1,3}[.．、]?\t", re.MULTILINE)
_LISTED = lazy("[、；;\n]+")
_LONGEST_HEAD = 60  # characters of a line that may head a table
_WIDEST = 14  # columns
_HEADS = 3  # lines above a table that may head it
_FEWEST = 2  # rows of a list


class RowGroup(msgspec.Struct, frozen=True):
    """Rows one below the other: the cell that names them, if one does, and the cells with their numbers."""

    label: Cell | None
    numbers: tuple[Cell, ...]


class RowList(msgspec.Struct, frozen=True):
    """The numbered rows of a table: the lines that head it, nearest first, and its groups.

    ``others`` are what else a number may count in it: names of a column, lines of merged rows, the sum of a column.
    ``kinds`` are how many rows are of each kind that a column (类别) names. The rows that go on with the numbers of the
    table before may be of one list with it.
    """

    heads: tuple[Span, ...]
    columns: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    others: frozenset[int]
    kinds: dict[str, int] = {}
    goes_on: bool = False

    @property
    def counted(self) -> int:
        """How many rows have a number."""
        return sum(len(group.numbers) for group in self.groups)

    @property
    def first(self) -> Cell:
        """The cell with the first number."""
        return self.groups[0].numbers[0]

    @property
    def last(self) -> Cell:
        """The cell with the last number."""
        return self.groups[-1].numbers[-1]


class RowNumbers(msgspec.Struct, frozen=True):
    """The place of a table and the cells with the numbers of its rows, none where these do not tell how many it has."""

    at: int
    cells: tuple[Cell, ...]

    @property
    def highest(self) -> int:
        """The highest number, or how many rows there are."""
        return max(len(self.cells), max(map(_number, self.cells), default=0))


def row_numbers(document: Document) -> tuple[RowNumbers, ...]:
    """What numbers the rows of each table, whether they run on or not, in text order."""
    return document.derive(row_numbers, lambda: tuple(_row_numbers(document)))


def _row_numbers(document: Document) -> Iterator[RowNumbers]:
    for table in document.clock.watched(document.reading.tables):
        heads: Sequence[Cell] = table.rows[0]
        column = _number_column(heads)
        whole = column is not None and not _is_cut_off(document, _block_of(document, table))
        groups = _groups(heads, table.rows[1:], column) if whole and column is not None else []
        yield RowNumbers(heads[0].at, tuple(cell for group in groups for cell in group.numbers))


def row_lists(document: Document) -> tuple[RowList, ...]:
    """Every table whose rows are numbered without gap and to the end, in text order."""
    return document.derive(row_lists, lambda: tuple(_row_lists(document)))


def whole_lists(document: Document) -> tuple[RowList, ...]:
    """The same, with those that go on behind a line that heads a further group as one.

    None where a row stands by itself between such lines, as no table.
    """
    lists = document.derive(whole_lists, lambda: tuple(_joined(row_lists(document))))
    return () if lists and _STRAY.search(document.text) else lists


def _joined(lists: Sequence[RowList]) -> Iterator[RowList]:
    joined: list[RowList] = []
    for rows in lists:
        if rows.goes_on and joined:
            first = joined.pop()
            groups, others = (*first.groups, *rows.groups), first.others | rows.others
            joined.append(replace(first, groups=groups, others=others))
        else:
            joined.append(rows)
    yield from joined


def _row_lists(document: Document) -> Iterator[RowList]:
    before: tuple[Sequence[Cell], int, int] | None = None  # heads, last number, block of the table before
    for table in document.clock.watched(document.reading.tables):
        block = _block_of(document, table)
        heads: Sequence[Cell] = table.rows[0]
        rows = table.rows[1:]
        near = before if before and block - before[2] == _FEWEST else None
        column = _number_column(heads)
        apart = near[0] if near else _heads_above(document, block)
        if column is None and len(heads) == len(apart):
            heads, rows = apart, table.rows  # below the line that heads a group
            column = _number_column(heads)
        before = None
        if column is None or len(heads) > _WIDEST:
            continue
        groups = _groups(heads, rows, column)
        numbers = [_number(cell) for group in groups for cell in group.numbers]
        goes_on = near is not None and bool(numbers) and numbers[0] == near[1] + 1
        if numbers and not _is_cut_off(document, block) and _runs_on(groups, near[1] if near and goes_on else 0):
            before = heads, numbers[-1], block
            columns = tuple("".join(head.text.split()) for head in heads)
            heading = tuple(_lines_above(document, block))
            yield RowList(
                heading, columns, tuple(groups), _others(len(heads), rows, column), _kinds(heads, rows), goes_on
            )


def _block_of(document: Document, table: Table) -> int:
    return bisect_right(document.reading.blocks, table.rows[0][0].at, key=lambda block: block.start) - 1


def _is_cut_off(document: Document, block: int) -> bool:
    """Whether a line right below a table says that it has more rows, or is one without text."""
    following = document.reading.blocks[block + 1 : block + 2]
    return any(_REST.match(document.text, line.start, line.end) for line in following)


def _heads_above(document: Document, block: int) -> tuple[Cell, ...]:
    """The heads of columns that the line of a group sets apart from their rows; none where no such line is there."""
    if block < _FEWEST:
        return ()
    line = document.reading.blocks[block - _FEWEST]
    return tuple(Cell(text.strip(), line.start) for text in document.text[line.start : line.end].split("\t"))


def _number_column(heads: Sequence[Cell]) -> int | None:
    """The column that numbers the rows."""
    return next((index for index, head in enumerate(heads) if "".join(head.text.split()) in _NUMBERED), None)


def _groups(heads: Sequence[Cell], rows: Sequence[Sequence[Cell]], column: int) -> list[RowGroup]:
    """The numbered rows by what names them; none where the table is only an excerpt or a form to fill in."""
    groups: list[tuple[Cell | None, list[Cell]]] = [(None, [])]
    for row in rows:
        filled = [cell for cell in row if cell.text.strip()]
        if any(_OPEN.search(cell.text.strip()) for cell in filled[:3]):
            return []
        number = _number_cell(heads, row, column)
        if number is None:
            if len({cell.text for cell in filled}) == 1 and row[0].text.strip() and not _is_aside(row[0]):
                groups.append((row[0], []))
            continue
        if len(filled) < _FEWEST:
            return []  # a line of a form
        label = next((cell for cell in row[:column] if cell is not number and cell.text.strip()), None)
        if label is not None and (groups[-1][0] is None or label.text != groups[-1][0].text):
            groups.append((label, []))
        if all(cell.at != number.at for cell in groups[-1][1][-1:]):
            groups[-1][1].append(number)
    return [RowGroup(label, tuple(numbers)) for label, numbers in groups if numbers]


def _is_aside(cell: Cell) -> bool:
    text = "".join(cell.text.split())
    return bool(_TOTAL.fullmatch(text) or _NOTE.match(text))


def _number_cell(heads: Sequence[Cell], row: Sequence[Cell], column: int) -> Cell | None:
    """The cell that numbers a row, also where a blank one before it was cut."""
    first = next((cell.text for cell in row if cell.text.strip()), "")
    if _TOTAL.fullmatch("".join(first.split())):
        return None
    short = len(heads) - len(row)
    for at in (column, column - short):
        if 0 <= at < len(row) and _VALUE.fullmatch(row[at].text.strip()):
            return row[at]
    return None


def _number(cell: Cell) -> int:
    found = _VALUE.fullmatch(cell.text.strip())
    return int(found["number"]) if found else 0


def _runs_on(groups: Sequence[RowGroup], last: int) -> bool:
    """Whether the numbers go on one by one, from 1 or from those of the table before; anew at most in a new group."""
    for group in groups:
        for index, cell in enumerate(group.numbers):
            number = _number(cell)
            if number != last + 1 and not (number == 1 and index == 0):
                return False
            last = number
    return True


def _lines_above(document: Document, block: int) -> Iterator[Span]:
    """The short lines right above a table, nearest first; not the one that says the unit."""
    blocks = document.reading.blocks
    for index in range(block - 1, max(-1, block - 1 - _HEADS), -1):
        line = document.text[blocks[index].start : blocks[index].end]
        if blocks[index].kind not in PROSE or len(line) > _LONGEST_HEAD or line.rstrip().endswith(("。", "；")):
            return
        if "\t" not in line and not _UNIT.match(line.strip()):
            yield Span(blocks[index].start, blocks[index].end)


def _others(width: int, rows: Sequence[Sequence[Cell]], numbered: int) -> frozenset[int]:
    """What a number may count beside the numbered rows."""
    body = [row for row in rows if not any(_TOTAL.fullmatch("".join(cell.text.split())) for cell in row[:2])]
    counts = {sum(sum(bool(cell.text.strip()) for cell in row) > 1 for row in body)}
    for column in set(range(width)) - {numbered}:
        texts = [row[column].text.strip() for row in body if column < len(row) and row[column].text.strip()]
        figures = [int(found[0]) if (found := _FIGURE.match(text)) else 0 for text in texts]
        names = [name for text in texts for name in _LISTED.split(text) if name]
        counts |= {len(texts), len(set(texts)), sum(figures), len(names), len(set(names))}
    counts |= {_figure_of_total(cell) for row in rows if row not in body for cell in row}
    return frozenset(counts)


def _kinds(heads: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> dict[str, int]:
    """How many rows a column of kinds names each of, where it names one in every row."""
    column = next((index for index, head in enumerate(heads) if _KIND.fullmatch("".join(head.text.split()))), None)
    if column is None or not all(len(row) == len(heads) and row[column].text.strip() for row in rows):
        return {}
    return dict(Counter("".join(row[column].text.split()) for row in rows))


def _figure_of_total(cell: Cell) -> int:
    found: re.Match[str] | None = _FIGURE.match(cell.text.strip())
    return int(found[0]) if found else 0
