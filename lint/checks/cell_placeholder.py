"""Whether a cell of a ledger (整改台账) holds a placeholder instead of what belongs there."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document import Document
from lint.patterns import RegexStr, matches
from lint.source import Span


class CellPlaceholder(Check, frozen=True, kw_only=True):
    """Cells below the head of a ledger that a pattern fits from end to end."""

    pattern: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield "pattern", self.pattern

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such cell."""
        for _, *rows in document.reading.ledgers:
            for cell in (cell for row in rows for cell in row):
                text = cell.text.strip()
                if any(match[0] == text for match in matches(self.pattern, text)):
                    yield Hit(Span(cell.at, cell.at), {"found": text})
