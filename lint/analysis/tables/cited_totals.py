"""Totals that a sentence tells of a table in an annex that it cites by its name: 合计培训240人，名额分配见附件1."""

import re
from collections.abc import Iterator, Sequence

from lint.analysis.citations.annexes import annexes_of
from lint.analysis.counts.quantities.quantity import Quantity, quantities_in
from lint.analysis.tables.figures import FigureTable, figure_tables
from lint.analysis.tables.told_totals import FEWEST_DIGITS, ToldTotal, digits_of, figures_in, is_slip, tells_part
from lint.document.tree import Document, Part
from lint.formats.blocks import PROSE
from lint.text.comparison.compare import letters
from lint.text.numerals import value_of
from lint.text.patterns.fragments import SMALL
from lint.text.patterns.lazy import lazy
from lint.text.sentences import sentence_start
from lint.text.source import Span

_CITED = lazy(
    rf"[（(，,](?:具体)?(?P<name>[^\W\d_]{{2,10}}?)(?:情况)?(?:详?见|如)附件(?P<number>[0-9]{{1,2}}|{SMALL})?(?=[）)，。；])"
)
_TOLD = lazy("(?:合计|[总共]计|总共|一?共)[^，。；、：（）0-9\n]{0,8}$")
_AFTER = 12  # characters from a figure to the mark before the citation
_BEFORE = 24  # characters before a figure that say what it is of
_UNIT = lazy("[（(][^（）()\n]{0,3}[元人户亩吨个件台期次米里斤家名套辆条%％][）)]\\Z")
_UNIT_LINE = "单位："


def cited_totals(document: Document) -> Iterator[ToldTotal]:
    """The figures that differ in a digit from the total of the only table of the annex cited right behind them.

    The table adds up, names no unit of its own, and is titled as it is cited; the text tells its total nowhere, nor
    what it is more or less.
    """
    if not document.reading.tables:
        return
    for cited in _CITED.finditer(document.text, 0, document.main.span.end):
        figure = _told(document, cited)
        part = _annex(document, cited) if figure else None
        if figure is None or part is None:
            continue
        tables = [one for one in document.reading.tables if part.span.start <= one.rows[0][0].at < part.span.end]
        found = [one for table in tables for one in figure_tables(table)]
        total = _total(found[0]) if len(tables) == len(found) == 1 else None
        if total and _differs(document, figure, total[0]):
            value, row, head, cell = total
            told = Span(figure.start, figure.start + len(figure.written) + len(figure.unit))
            yield ToldTotal(told, value, "", figure.unit, row, head, cell)


def _told(document: Document, cited: re.Match[str]) -> Quantity | None:
    """The total right before a citation, the only one of its sentence."""
    text = document.text
    start = sentence_start(text, document.main.span.start, cited.start())
    found = list(quantities_in(text, start, cited.start()))
    last = found[-1] if found else None
    if last is None or not last.exact or cited.start() - last.end > _AFTER or document.is_quoted(last.start):
        return None
    clause = text[max(start, last.start - _BEFORE) : last.start]
    alike = [one for one in found if one.counts_as(last)]
    return last if len(alike) == 1 and _TOLD.search(clause) and not tells_part(clause) else None


def _annex(document: Document, cited: re.Match[str]) -> Part | None:
    """The annex of a cited number, or the only one, where its title holds the name that it is cited by."""
    bodies = [body for annexes in annexes_of(document) for body in annexes.bodies]
    number = value_of(cited["number"]) if cited["number"] else None
    numbered = [body for body in bodies if number is None or body.number == number]
    if len(numbered) != 1 or not numbered[0].title:
        return None
    part = document.part_at(numbered[0].head.start)
    is_named = letters(cited["name"]) in letters(document.slice(numbered[0].title))
    is_bare = part is not None and _UNIT_LINE not in document.slice(part.span)
    return part if part and is_named and is_bare and part.span.start > cited.end() else None


def _total(table: FigureTable) -> tuple[int, str, str, Span] | None:
    """The grand total of a table whose rows and columns come to it, with the names of its row and column."""
    last = len(table.rows) - 1
    columns = table.total_columns or table.columns
    if table.total_rows != (last,) or len(columns) != 1 or any(_UNIT.search(head) for head in table.heads):
        return None
    column = columns[0]
    value = table.figure(last, column)
    parts = [one for one in table.columns if one != column]
    if value is None or value != _sum(table, range(last), (column,)):
        return None
    if parts and table.total_columns and value != _sum(table, (last,), parts):
        return None
    at = table.rows[last][column].at
    return value, table.label(last), table.heads[column], Span(at, at)


def _sum(table: FigureTable, rows: Sequence[int], columns: Sequence[int]) -> int:
    return sum(table.figure(row, column) or 0 for row in rows for column in columns)


def _differs(document: Document, figure: Quantity, total: int) -> bool:
    """Whether a figure is off by a digit that nothing in the draft explains."""
    if not is_slip(figure.value, total, "") or len(digits_of(total, "")) < FEWEST_DIGITS:
        return False
    prose = (one for one in document.reading.blocks if one.kind in PROSE)
    told = {one.value for block in prose for one in quantities_in(document.text, block.start, block.end)}
    return figure.value not in figures_in(document, "") and total not in told and abs(figure.value - total) not in told
