"""Whether several annexes in a list have numbers (GB/T 9704-2012, 7.3.4)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annexes import NAME_END, annexes_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.source import Span


class AnnexNumbering(Check, frozen=True):
    """Lists of several annexes, none of which has a number."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "name"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first name of each such list."""
        for annexes in annexes_of(document):
            if len(annexes.entries) > 1 and all(entry.number is None for entry in annexes.entries):
                edits = tuple(
                    Edit(Span(entry.name.start, entry.name.start), f"{number}. ")
                    for number, entry in enumerate(annexes.entries, 1)
                )
                first = annexes.entries[0]
                name = document.slice(first.name)
                # A long name may go on in the next line.
                certain = all(NAME_END.search(document.slice(entry.name)) for entry in annexes.entries)
                values = {"found": name, "expected": f"1. {name}", "name": name}
                yield Hit(first.name, values, edits=edits, certain=certain)
