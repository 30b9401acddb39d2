"""Whether a cell lists as many names as a number in its row says, where the other rows of the table do."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.formats.blocks import MASK, Cell, Table
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NUMBER = lazy(f"(?P<number>[0-9]{{1,3}}){LETTER}{{0,2}}")
_NO_NUMBER = lazy("序号|编号|[年月日]|分$|分值|得分|名次|排名")
_BRACKETS = lazy("[（(][^（）()\n]*[）)]")
_AND = lazy("[、；;]|\n+")
_MORE = lazy("等(?:[0-9一二三四五六七八九十]+.{0,4})?$|以上|以下|[。：:]")
_NAME = lazy(r"[^，,]{1,30}")
_FEWEST = 2  # rows that bear a column out
_WIDEST = 12  # columns of a table that lists names
_OFF = 2  # how far a slip may be off

_Counted = tuple[Cell, Cell, int, int]
"""A cell with a number, one with names, the number and the count of the names."""


class CellCount(Check, frozen=True):
    """Numbers of a column against the names that another lists (数量 5, 项目 甲、乙、丙、丁).

    Two columns are compared where most rows agree, and those on more names than one; names before 等 are some.
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted"})

    def signs(self) -> tuple[str, ...]:
        """What stands for the cells of a table."""
        return (MASK,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that its row does not bear out, once."""
        for table in document.clock.watched(document.reading.tables):
            told: set[int] = set()
            for number, names, announced, counted in _wrong(table):
                if number.at not in told:
                    told.add(number.at)
                    values = {"announced": str(announced), "counted": str(counted)}
                    yield Hit(Span(number.at, number.at), values, (Place(Span(names.at, names.at)),))


def _wrong(table: Table) -> Iterator[_Counted]:
    heads, *rows = table.rows
    if len(heads) > _WIDEST:
        return
    numbers = [index for index, head in enumerate(heads) if not _NO_NUMBER.search(head.text)]
    for first in numbers:
        column = [(row, value) for row in rows if first < len(row) and (value := _value(row[first].text))]
        if len(column) <= _FEWEST:
            continue
        for second in range(len(heads)):
            pairs = [
                (row[first], row[second], value, count)
                for row, value in column
                if second != first and second < len(row) and (count := _count(row[second].text))
            ]
            agreeing = [value for _, _, value, count in pairs if value == count]
            differing = [pair for pair in pairs if pair[2] != pair[3]]
            if _is_count(agreeing) and 2 * len(differing) <= len(agreeing):
                yield from (pair for pair in differing if abs(pair[2] - pair[3]) <= _OFF)


def _is_count(agreeing: list[int]) -> bool:
    """Whether enough rows agree on more than one name, and on several numbers, that this is no chance."""
    return sum(value > 1 for value in agreeing) >= _FEWEST and len(set(agreeing)) > 1


def _value(text: str) -> int:
    found = _NUMBER.fullmatch("".join(text.split()))
    return int(found["number"]) if found else 0


def _count(text: str) -> int:
    """The number of names in a cell; 0 where it lists none, or some only."""
    bare = _BRACKETS.sub("", text).strip().rstrip("；;。")
    names = [name for name in _AND.split(bare) if name.strip()]
    if _MORE.search(bare) or not all(_NAME.fullmatch(name.strip()) for name in names) or bare.isdecimal():
        return 0
    return len(names)
