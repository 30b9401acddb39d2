"""Totals of tables (合计) that the text tells too, but not alike: 总投资1860万元 above a table of 1680万元."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise, takewhile

import msgspec

from lint.analysis.counts.quantities.quantity import Quantity, quantities_in, scaled, shown
from lint.analysis.tables.figures import FigureTable, figure_tables
from lint.document.tree import Document
from lint.formats.blocks import PROSE, Block
from lint.text.numerals import SCALES
from lint.text.patterns.fragments import FIGURE
from lint.text.patterns.lazy import lazy
from lint.text.patterns.words import any_of
from lint.text.sentences import sentence_end, sentence_start
from lint.text.source import Span

_UNIT = lazy(r"[（(](?:单位[：:])?(?P<unit>[^（）()\n0-9]{1,6})[）)]")
_UNIT_LINE = lazy(r"(?:计量)?单位[：:][ \u3000]*(?P<unit>[^\W\d_]{1,4})")
_BARE_UNIT = lazy("人次|户|人|亩|公里|件|期|场次|批次|台")
_CUE = lazy(r"(?:[总共]|合计|总[计额]|全[部市县区镇乡省局校院])[^，。；、0-9\n]{0,12}$")
_CITED = lazy("[见如](?:附件|附?表|下)|下表|如下|表[0-9]")
_PART = lazy("其中|平均|每|各[^，。；]{0,4}$|[较比]|增|超|占|第|不少于|不低于|以[上下]")
_YEAR = lazy("(?:19|20)[0-9]{2}(?=年)")
_NUMBER = lazy(FIGURE)
_AIM = lazy("到(?:20)?[0-9]{2,4}年|目标|力争|争取|确保")
_NUMBERED = r"^\s*附?[图表][ \u3000]?[0-9]{0,2}(?:[-—－][0-9]{1,2})?|附件|[0-9]{4}年度?|[（(][^（()）]*[）)]"
_SOME_OFFICE = "总[数额量计]|各[县市区乡镇街道村组单位部门科室学校地]{1,6}|[表的和及]"
_FAR = 5  # per cent of a total that a figure beside it may be off by a slip
_PAIR = 2  # digits that change places
_HAN_PAIR = lazy("[\u4e00-\u9fff]+")
_MOST = 100  # columns of a draft that are compared
_BEFORE = 30  # characters before a figure that say what it counts
_TITLES = 3  # lines above a table
FEWEST_DIGITS = 3
_LONGEST_TITLE = 60


class ToldTotal(msgspec.Struct, frozen=True):
    """A figure of the text and the total of a table that it should be, with the place of that."""

    told: Span
    total: int
    scale: str
    unit: str
    row: str
    column: str
    cell: Span


class _Column(msgspec.Struct, frozen=True):
    """The grand total of a column: its value in single units, the sum of its rows, its unit, its cell and names."""

    value: int
    sum: int
    unit: str
    scale: str
    row: str
    head: str
    cell: Span
    title: str

    @property
    def shown(self) -> tuple[int, str, str, str, str, Span]:
        """What a finding says of the total."""
        return self.value, self.scale, self.unit, self.row, self.head, self.cell


class TotalWords(msgspec.Struct, frozen=True):
    """Words that tell one figure from another (``times``), and those that say nothing of what a table adds up.

    ``saying_nothing`` stand in its title and heads, ``general`` are pairs of characters that any two matters share.
    """

    times: tuple[str, ...]
    saying_nothing: tuple[str, ...]
    general: frozenset[str]

    def covers(self, told: str, title: str) -> bool:
        """Whether a text names all that a title does, so that the table is of nothing narrower: 第一批, 常住人口."""
        return all(pair in told for pair in self.pairs(_saying_nothing(self.saying_nothing).sub("，", title)))

    def pairs(self, text: str) -> set[str]:
        """The pairs of characters that say what a text is about."""
        runs = (found[0] for found in _HAN_PAIR.finditer(text))
        return {one + other for run in runs for one, other in pairwise(run)} - self.general

    def tell_apart(self, clause: str, named: str) -> bool:
        """Whether a word for the time or the stage of a figure stands in one of two texts only."""
        return any((word in clause) != (word in named) for word in self.times)


def told_totals(document: Document, words: TotalWords) -> Iterator[ToldTotal]:
    """The figures of the text that differ in a digit from a table's total, which the text does not tell elsewhere."""
    columns = [
        one for one in islice(_columns(document), _MOST) if len(digits_of(one.value, one.scale)) >= FEWEST_DIGITS - 1
    ]
    if not columns:
        return
    told = [one for block in document.reading.blocks if block.kind in PROSE for one in _told(document, block)]
    for column in columns:
        of_unit = [one for one in told if _is_of(one, column.unit)]
        if any(one.value == column.value for one in of_unit):
            continue
        figures = figures_in(document, column.scale)
        slips = [
            one
            for one in of_unit
            if one.value not in figures
            and not _is_rest(one, column, of_unit)
            and _is_meant(document, one, column, words)
        ]
        if len({one.value for one in slips}) == 1:
            one = slips[0]
            end = one.start + len(one.written) + len(column.unit)
            yield ToldTotal(Span(one.start, end), *column.shown)


def _told(document: Document, block: Block) -> list[Quantity]:
    found = quantities_in(document.text, block.start, block.end)
    return [one for one in found if one.exact and not document.is_quoted(one.start)]


def _columns(document: Document) -> Iterator[_Column]:
    """The last total of every column of figures whose unit is known."""
    blocks = document.reading.blocks
    for table in document.clock.watched(document.reading.tables):
        at = table.rows[0][0].at
        block = bisect_right(blocks, at, key=lambda one: one.start) - 1
        above = [document.text[one.start : one.end] for one in blocks[max(0, block - _TITLES) : block]]
        part = document.part_at(at)
        lines = [*takewhile(lambda line: len(line) <= _LONGEST_TITLE and not line.endswith("。"), reversed(above))]
        common = next((found["unit"] for line in lines if (found := _UNIT_LINE.search(line))), "")
        caption = next((line for line in lines if not _UNIT_LINE.search(line)), "")
        title = caption or (document.slice(part.title) if part and part is not document.main and part.title else "")
        for figures in figure_tables(table):
            yield from _of_figures(figures, common, title)


def _of_figures(table: FigureTable, common: str, title: str) -> Iterator[_Column]:
    if not table.total_rows or table.total_rows[-1] != len(table.rows) - 1:
        return
    row = table.total_rows[-1]
    for column in table.columns:
        head, figure = table.heads[column], table.figure(row, column)
        scale, unit = _unit_of(head, common)
        if figure is not None and unit and column not in table.total_columns:
            at = table.rows[row][column].at
            value = figure * SCALES[scale]
            parts = (table.figure(part, column) for part in range(row) if part not in table.total_rows)
            together = sum(part for part in parts if part) * SCALES[scale]
            yield _Column(value, together, unit, scale, table.label(row), head, Span(at, at), title)


def _unit_of(head: str, common: str) -> tuple[str, str]:
    """The scale and the unit of a column, from its head or a line above the table."""
    bracketed = _UNIT.search(head)
    bare = _BARE_UNIT.search(head)
    name = bracketed["unit"] if bracketed else bare[0] if bare else common if "元" in common else ""
    scale = next((one for one in ("万亿", "亿", "万", "千", "百") if name.startswith(one)), "")
    return scale, name[len(scale) :]


def _is_of(figure: Quantity, unit: str) -> bool:
    return figure.unit.startswith(unit) and not (unit == "人" and figure.unit.startswith("人次"))


def figures_in(document: Document, scale: str) -> frozenset[int]:
    """Every figure of every table, in a scale."""
    return document.derive((figures_in, scale), lambda: _figures(document, scale))


def _figures(document: Document, scale: str) -> frozenset[int]:
    numbers = (
        "".join(cell.text.split()).replace(",", "").replace("，", "")
        for table in document.reading.tables
        for row in table.rows
        for cell in row
    )
    found = (_NUMBER.match(number) for number in numbers)
    return frozenset(scaled(number[0], "") * SCALES[scale] for number in found if number)


def _is_meant(document: Document, figure: Quantity, column: _Column, words: TotalWords) -> bool:
    """Whether a figure of the text is told of what a column adds up, with a slip in one of both.

    A figure that the rows bear out is right, the total being wrong by itself.
    """
    differing = abs(figure.value - column.value)
    slipped = is_slip(figure.value, column.value, column.scale)
    if differing <= figure.last_digit or figure.value == column.sum or not (slipped or _is_near(figure, column)):
        return False
    text, blocks = document.text, document.reading.blocks
    block = blocks[bisect_right(blocks, figure.start, key=lambda one: one.start) - 1]
    start = sentence_start(text, block.start, figure.start)
    sentence = text[start : sentence_end(text, figure.end, block.end)]
    clause = text[max(start, figure.start - _BEFORE) : figure.start]
    named = f"{column.title}，{column.head}"
    years, others = set(_YEAR.findall(sentence)), set(_YEAR.findall(named))
    if tells_part(clause) or len(years) > 1 or (years and others and not years & others):
        return False
    before = text[start : figure.end]
    if _AIM.search(before) or not words.covers(before + _title_of(document), named):
        return False
    if words.tell_apart(clause, named):
        return False
    cited = _CITED.search(sentence) is not None
    related = bool(words.pairs(clause + figure.unit) & words.pairs(named))
    called = _CUE.search(clause) is not None
    enough = slipped and len(digits_of(column.value, column.scale)) >= FEWEST_DIGITS
    return related and ((cited and (called or slipped)) or (enough and called))


def tells_part(clause: str) -> bool:
    """Whether the words before a figure say that it is a part, an average or a change."""
    return _PART.search(clause) is not None


def _is_rest(figure: Quantity, column: _Column, told: list[Quantity]) -> bool:
    """Whether the text tells what a figure and a total differ by: 5400万元，其中留用300万元."""
    differing = abs(figure.value - column.value)
    return any(one.value == differing for one in told)


def _title_of(document: Document) -> str:
    return document.slice(document.main.title) if document.main.title else ""


def _is_near(figure: Quantity, column: _Column) -> bool:
    """Whether two figures that go down to one last place differ by little."""
    near = 100 * abs(figure.value - column.value) <= _FAR * column.value
    return near and column.sum == column.value and "." in figure.written


@lru_cache(maxsize=8)
def _saying_nothing(words: tuple[str, ...]) -> re.Pattern[str]:
    return lazy("|".join((_NUMBERED, any_of(words), _SOME_OFFICE)))


def digits_of(value: int, scale: str) -> str:
    """The digits of a value as a person writes it with a scale."""
    return shown(value, scale).replace(".", "")


def is_slip(told: int, total: int, scale: str) -> bool:
    """Whether two figures in one scale differ in one digit, or in the order of two."""
    some, others = shown(told, scale), shown(total, scale)
    places = max(len(one.partition(".")[2]) for one in (some, others))
    one, other = (str(round(value * 10**places / (SCALES[scale] * 10**5))) for value in (told, total))
    if len(one) != len(other):
        return False
    differing = [index for index, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(differing) == 1:
        return True
    return len(differing) == _PAIR and sorted(one) == sorted(other)
