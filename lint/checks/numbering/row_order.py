"""Whether the rows of a table are numbered without gap or repetition (序号 1, 2, 4)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.checks.shared.runs import listing
from lint.document.tree import Document
from lint.formats.blocks import MASK, Cell
from lint.text.numerals import render_han, value_of
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NUMBER = lazy(r"(?:(?P<digits>\d{1,4})|(?P<han>[一二三四五六七八九十百]{1,5}))[.．、]?")
_MOST_ABSENT = 2


class RowOrder(Check, frozen=True, kw_only=True):
    """One hit for each run of numbers in a column whose head is one of ``heads``, at the first wrong one.

    A run begins anew at every 1. Rows without a number (a sum, a group, a merged cell) do not count, and what is
    an excerpt or sorted by something else is left alone: a slip breaks a run in a place or two.
    """

    heads: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """What stands for the cells of a table."""
        return (MASK,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each run that does not count up."""
        for table in document.reading.tables:
            head, *rows = table.rows
            for column, name in enumerate(head):
                if "".join(name.text.split()) in self.heads:
                    for run in _runs([row for row in rows if _is_row(row, head, column)], column):
                        yield from _broken(run)


def _is_row(row: Sequence[Cell], head: Sequence[Cell], column: int) -> bool:
    """Whether a row has its cells below the head's; of the first column also where blank ones at the end are cut."""
    return len(row) == len(head) or (column == 0 and 1 < len(row) < len(head))


def _runs(rows: Sequence[Sequence[Cell]], column: int) -> Iterator[list[Cell]]:
    """The numbered cells of a column, each run from its first 1 on."""
    run: list[Cell] = []
    before: Sequence[Cell] = ()
    for row in rows:
        cell = row[column]
        if _value(cell) and not _goes_on(before, row, column):
            if _value(cell) == 1:
                yield run
                run = []
            run.append(cell)
        before = row
    yield run


def _goes_on(before: Sequence[Cell], row: Sequence[Cell], column: int) -> bool:
    """Whether a row repeats the number of the row before because it is about the same matter."""
    if not before or before[column].text != row[column].text:
        return False
    beside = slice(column + 1, column + 2)
    return [cell.text for cell in before[beside]] == [cell.text for cell in row[beside]] or not row[beside][0].text


def _broken(run: Sequence[Cell]) -> Iterator[Hit]:
    numbers = [_value(cell) for cell in run]
    wrong = [index for index, number in enumerate(numbers) if number != index + 1]
    if not wrong or not _is_slip(numbers, wrong):
        return
    first, *others = wrong
    values = {
        "found": listing([cell.text.rstrip(".．、") for cell in run], first),
        "expected": listing([_like(cell, index + 1) for index, cell in enumerate(run)], first),
    }
    yield Hit(_place(run[first]), values, tuple(Place(_place(run[index]), values) for index in others))


def _is_slip(numbers: Sequence[int], wrong: Sequence[int]) -> bool:
    """Whether numbers that do not count up were meant to: two have changed places, or a row went or was copied."""
    if sorted(numbers) == [*range(1, len(numbers) + 1)]:
        return 2 * len(wrong) <= len(numbers)
    steps = [after - before for before, after in pairwise(numbers)]
    right = steps.count(1)
    broken = len(steps) - right
    return (
        numbers[0] == 1
        and min(steps) >= 0
        and max(numbers) <= len(numbers) + _MOST_ABSENT
        and right >= (1 if broken == 1 else 2 * broken)
    )


def _value(cell: Cell) -> int:
    """The number that a cell is; 0 where it is none."""
    match = _NUMBER.fullmatch(cell.text)
    if not match:
        return 0
    return value_of(match["digits"] or match["han"])


def _like(cell: Cell, value: int) -> str:
    """A number written as that of a cell is."""
    match = _NUMBER.fullmatch(cell.text)
    return str(value) if match and match["digits"] else render_han(value)


def _place(cell: Cell) -> Span:
    return Span(cell.at, cell.at)
