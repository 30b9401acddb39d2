"""Whether a single annex goes without a number (GB/T 9704-2012, 7.3.4)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annexes import Annexes, annexes_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.source import Span


class AnnexSingleNumber(Check, frozen=True):
    """Lists of one annex that has a number, where nothing tells of a second annex."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "name"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such number."""
        for annexes in annexes_of(document):
            if len(annexes.entries) == 1 and len(annexes.bodies) <= 1:
                yield from _numbered(document, annexes)


def _numbered(document: Document, annexes: Annexes) -> Iterator[Hit]:
    [entry] = annexes.entries
    inside = entry.numeral is not None and annexes.head is not None and entry.numeral.end <= annexes.head.end
    if entry.number != 1 or inside or any(max(citation.numbers, default=0) > 1 for citation in annexes.citations):
        return
    name = document.slice(entry.name)
    yield Hit(
        entry.place,
        {"found": document.slice(entry.place), "expected": name, "name": name},
        edits=(Edit(Span(entry.place.start, entry.name.start), ""),),
    )
