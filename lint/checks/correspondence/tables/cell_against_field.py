"""Whether a table says of a task what the text says of it: the same office in charge, the same deadline."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from lint.analysis.records import Field, Record, record_groups, subject_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.formats.blocks import MASK, Cell, Table
from lint.text.comparison.compare import letters
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_VALUE = lazy(r"[^\n。；;]*")
_AND = lazy(r"[、，,；;\s\u3000]+|(?<=[^\W\d_])[和及](?=[^\W\d_])")
_NO_VALUE = lazy(r"[—\-/\\无略]*|(?:详?见|同|按).*")
_LOOSE = lazy(r"之?前$|以前$|[（(][^（）()]*[）)]$")
_LONGEST = 60  # characters of what can be compared
_FEWEST = 3  # rows that tell of tasks of the text, and that agree in a column
_SHORTEST = 3  # characters of an office's short name
_SHARE = 3  # times as many rows that agree as others

_Row = tuple[Sequence[Cell], Record]


class CellAgainstField(Check, frozen=True):
    """Cells below the label of a field (责任单位) against the field of the task that their row names.

    A column is compared where most rows agree, and a task told once. Names may lack their place (县水利局), dates
    their year.
    """

    values: ClassVar[frozenset[str]] = frozenset({"label", "found", "expected", "task"})

    def signs(self) -> tuple[str, ...]:
        """What stands for the cells of a table."""
        return (MASK,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such cell, related to the field."""
        tables = [table for table in document.reading.tables if len(table.rows) > _FEWEST]
        groups = record_groups(document) if tables else ()
        named = [{subject_of(document, record): record for record in group} for group in groups]
        for table in document.clock.watched(tables):
            for records in named:
                yield from _compare(document, table, records)


def _compare(document: Document, table: Table, records: Mapping[str, Record]) -> Iterator[Hit]:
    rows = _rows_of(table, records)
    seen: set[int] = set()
    for column, head in enumerate(table.rows[0] if rows else ()):
        label = letters(head.text)
        told = [
            (row[column], field, _value(document, field), record)
            for row, record in rows
            if column < len(row) and (field := record.field((label,))) and not _NO_VALUE.fullmatch(row[column].text)
        ]
        differing = [one for one in told if one[2] and not _is_same(one[0].text, one[2])]
        if len(told) - len(differing) < max(_FEWEST, _SHARE * len(differing)):
            continue
        for cell, field, value, record in differing:
            if len(cell.text) <= _LONGEST and record.span.start not in seen:
                seen.add(record.span.start)
                values = {"label": label, "found": cell.text, "expected": value, "task": document.slice(record.name)}
                yield Hit(Span(cell.at, cell.at), values, (Place(field.span),))


def _rows_of(table: Table, records: Mapping[str, Record]) -> list[_Row]:
    """The rows of a table that tell of records, by the column that names most of them."""
    best: list[_Row] = []
    for column in range(len(table.rows[0])):
        named: list[_Row] = [
            (row, record)
            for row in table.rows[1:]
            if column < len(row) and (record := records.get(letters(row[column].text)))
        ]
        best = max(best, named, key=len)
    return best if len(best) >= _FEWEST else []


def _value(document: Document, field: Field) -> str:
    """What a field says, up to the end of its clause; nothing where that is long."""
    found = _VALUE.match(document.text, field.span.end)
    value = found[0].strip(" \u3000）)") if found else ""
    return value if len(value) <= _LONGEST else ""


def _is_same(one: str, other: str) -> bool:
    """Whether two values name the same, in any order, or one goes on where the other ends."""
    if one.startswith(other) or other.startswith(one):
        return True
    some, others = ([_LOOSE.sub("", name) for name in _AND.split(text) if name] for text in (one, other))
    left = list(others)
    for name in some:
        match = next((known for known in left if _is_short_for(name, known) or _is_short_for(known, name)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _is_short_for(name: str, full: str) -> bool:
    """Whether a name is another without its place, or with characters of that left out: 安监科 for 安全监督科."""
    rest = iter(full)
    return full.endswith(name) or (
        len(name) >= _SHORTEST and name[:1] + name[-1:] == full[:1] + full[-1:] and all(char in rest for char in name)
    )
