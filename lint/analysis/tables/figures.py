"""A table as figures: which of its columns hold numbers that may be added up, and which rows and columns are totals."""

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from lint.analysis.counts.quantities.quantity import scaled
from lint.formats.blocks import Cell, Table
from lint.text.patterns.fragments import FIGURE
from lint.text.patterns.lazy import lazy

_TOTAL = lazy("(?:[合总共小]计|总和|总数)(?:数|额|金额|人数)?(?:[（(].*)?")
_NUMBER = lazy(rf"[¥￥]?(?P<number>[0-9]{{1,3}}(?:[,，][0-9]{{3}})+(?:\.[0-9]+)?|{FIGURE})(?P<unit>[^\W\d_]{{0,4}})")
_BRACKETS = lazy("[（(][^（）()]*[）)]")
_UNIT = lazy("[（(](?P<unit>[^（）()\n]{1,6})[）)]")
_BLANK = frozenset({"", "-", "—", "——", "/", "－", "无"})
_NO_SUM = lazy("价|标准|占|比|率|[%％]|号|年份|同期|增[长幅减]|均|名次|得分|规格|电话|备注|时间|日期|面值")
_PRODUCT = lazy("价|标准|天数|次数")
_OF_WHICH = lazy("其中|[#＃]|—|-|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]")
_WAYS = (
    lazy("[一二三四五六七八九十]+、?"),
    lazy("[（(][一二三四五六七八九十]+[）)]"),
    lazy("[0-9]{1,2}[、.．]?"),
    lazy("[（(][0-9]{1,2}[）)]"),
    lazy(r"[0-9]{1,2}[.．-][0-9]{1,2}"),
    lazy(r"[0-9]{1,2}(?:[.．-][0-9]{1,2}){2}"),
)
_DAYS = frozenset("年月日时号")
_HEADS = 3  # rows that head a table


class FigureTable(msgspec.Struct, frozen=True):
    """The rows of a table below its heads. ``columns`` are those whose figures may be added up, ``total_rows`` and
    ``total_columns`` those of 合计 and 小计. Figures are in units of 10⁻⁵, as those of quantities.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[int, ...]
    total_rows: tuple[int, ...]
    total_columns: tuple[int, ...]
    last_digit: int

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.heads)

    @property
    def adds_up_along(self) -> bool:
        """Whether rows may be sums: no product of a price and a number, and no figures of several units."""
        units = {unit["unit"] for column in self.columns if (unit := _UNIT.search(self.heads[column]))}
        return len(units) < 2 and not any(_PRODUCT.search(head) for head in self.heads)

    def figure(self, row: int, column: int) -> int | None:
        """The figure of a cell; None where it has none, or repeats the cell before that spans it."""
        cells = self.rows[row]
        if column >= len(cells) or (column and cells[column].at == cells[column - 1].at):
            return None
        return _figure(cells[column].text)

    def label(self, row: int) -> str:
        """What a row is called: its first words."""
        return next(("".join(cell.text.split()) for cell in self.rows[row] if _is_name(cell.text)), "")

    def rounding(self, summands: int) -> int:
        """What rounding may come to in a sum; nothing where all figures are whole."""
        return 0 if self.last_digit >= 10**5 else self.last_digit * (1 if summands < 6 else 2)


def figure_tables(table: Table) -> Iterator[FigureTable]:
    """A table as figures, or those that a caption alone in its row sets apart from each other."""
    rows: list[tuple[Cell, ...]] = []
    for row in (*table.rows, ()):
        if len(row) > 1:
            rows.append(row)
        elif rows:
            figures = _figures(rows)
            if figures:
                yield from _levels(figures)
            rows = []


def _levels(table: FigureTable) -> Iterator[FigureTable]:
    """A table whose first column numbers its rows on two levels (1, 1.1, 1.2, 2) as the upper one, and each row of it
    with those below as a total of these; other tables as they are, but for those of more levels.
    """
    levels = [None if index in table.total_rows else _level(row[0].text) for index, row in enumerate(table.rows)]
    kinds = list(dict.fromkeys(level for level in levels if level is not None))
    if len(kinds) < 2 or levels[0] is None:
        yield table
        return
    if len(kinds) > 2 or any(level is None for index, level in enumerate(levels) if index not in table.total_rows):
        return
    upper = tuple(row for row, level in zip(table.rows, levels, strict=True) if level != kinds[1])
    yield replace(table, rows=upper, total_rows=tuple(index for index, row in enumerate(upper) if _is_total(row)))
    for first in (index for index, level in enumerate(levels) if level == kinds[0]):
        end = next((index for index in range(first + 1, len(levels)) if levels[index] != kinds[1]), len(levels))
        if end > first + 2:
            yield replace(table, rows=table.rows[first:end], total_rows=(0,), total_columns=())


def _level(text: str) -> int | None:
    """Which of the ways to number rows a cell shows; None where it shows none."""
    return next((index for index, way in enumerate(_WAYS) if way.fullmatch(text.strip())), None)


def _figures(table: Sequence[tuple[Cell, ...]]) -> FigureTable | None:
    """Rows as figures; None without a total, or where rows are parts of others."""
    heads, rows = _below_heads(table)
    rows = _under_heads(heads, rows)
    total_columns = tuple(index for index, head in enumerate(heads) if _TOTAL.fullmatch(head.replace("/", "")))
    total_rows = tuple(index for index, row in enumerate(rows) if _is_total(row))
    if len(rows) < 2 or not (total_rows or total_columns) or any(_is_part(row) for row in rows):
        return None
    columns = _summable(heads, rows)
    texts = [row[index].text for row in rows for index in columns if index < len(row)]
    return FigureTable(heads, rows, columns, total_rows, total_columns, min(map(_last_digit, texts), default=10**5))


def _below_heads(rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """The heads of the columns, those of several rows joined, and the rows below."""
    first = 1
    while first < min(_HEADS, len(rows)) and not any(_figure(cell.text) for cell in rows[first]):
        first += 1
    width = max(len(row) for row in rows)
    names = [["".join(row[index].text.split()) for row in rows[:first] if index < len(row)] for index in range(width)]
    return tuple(list(dict.fromkeys(name))[-1] if name else "" for name in names), tuple(rows[first:])


def _summable(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> tuple[int, ...]:
    """The columns whose figures may be added up."""
    return tuple(
        index
        for index, head in enumerate(heads)
        if not _NO_SUM.search(head) and _is_numeric([row[index].text for row in rows if index < len(row)])
    )


def _under_heads(heads: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with short totals set under their heads: a 合计 whose one cell spans 序号 and 名称 repeats that cell."""
    columns = _summable(heads, [row for row in rows if not _is_total(row)])
    return tuple(_spread(row, columns, len(heads)) if _is_total(row) else row for row in rows)


def _spread(row: tuple[Cell, ...], columns: Sequence[int], width: int) -> tuple[Cell, ...]:
    """A row with its first cell repeated so often that most of its figures stand in summable columns."""
    figures = [index for index, cell in enumerate(row) if _figure(cell.text) is not None]

    def fits(spanned: int) -> int:
        return sum(1 if index + spanned in columns else -1 for index in figures)

    return row[:1] * max(range(width - len(row) + 1), key=fits) + row


def _is_total(row: Sequence[Cell]) -> bool:
    first = next((cell.text for cell in row if _is_name(cell.text)), "")
    return _TOTAL.fullmatch("".join(first.split())) is not None


def _is_name(text: str) -> bool:
    return text.strip() not in _BLANK and _figure(text) is None


def _is_part(row: Sequence[Cell]) -> bool:
    return any(_OF_WHICH.match(cell.text.strip()) for cell in row[:2] if _is_name(cell.text))


def _is_numeric(texts: Sequence[str]) -> bool:
    """Whether a column holds figures of one unit, and blanks; two of them at least."""
    found = [text for text in texts if text.strip() not in _BLANK]
    units = {number["unit"] if (number := _match(text)) else None for text in found}
    return len(found) > 1 and len(units) == 1 and None not in units and not _DAYS & {unit or "" for unit in units}


def _match(text: str) -> re.Match[str] | None:
    return _NUMBER.fullmatch(_BRACKETS.sub("", "".join(text.split())))


def _figure(text: str) -> int | None:
    number = _match(text)
    if number is None or number["unit"] in _DAYS:
        return None
    return scaled(number["number"].replace(",", "").replace("，", ""), "")


def _last_digit(text: str) -> int:
    number = _match(text)
    return 10 ** (5 - min(5, len(number["number"].partition(".")[2]))) if number else 10**5
