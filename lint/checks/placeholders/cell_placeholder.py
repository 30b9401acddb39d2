"""Whether a cell of a table holds a placeholder instead of what belongs there."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.formats.blocks import MASK
from lint.text.patterns import RegexStr, matches
from lint.text.source import Span


class CellPlaceholder(Check, frozen=True, kw_only=True):
    """Cells below the head of a table that a pattern fits from end to end: ``ledger`` in a ledger (整改台账), whose
    cells are words and dates, ``other`` in another table, where XX may be a code.
    """

    ledger: RegexStr
    other: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield "ledger", self.ledger
        yield "other", self.other

    def signs(self) -> tuple[str, ...]:
        """What stands for the cells of a table."""
        return (MASK,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such cell, once where a cell spans several columns."""
        for table in document.reading.tables:
            pattern = self.ledger if table.is_ledger else self.other
            _, *rows = table.rows
            told = set()
            for cell in (cell for row in rows for cell in row):
                span, text = Span(cell.at, cell.at), cell.text.strip()
                place = document.reading.to_source(span)
                found = matches(pattern, text, clock=document.clock)
                if place not in told and any(match[0] == text for match in found):
                    told.add(place)
                    yield Hit(span, {"found": text})
