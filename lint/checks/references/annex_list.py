"""How the list of annexes below a text is written (GB/T 9704-2012, 7.3.4)."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.analysis.annexes import NAME_END, Annexes, annexes_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.source import Span


class AnnexList(Check, frozen=True):
    """Several entries without numbers (``unnumbered``), one with a number (``numbered``), a mark after a name."""

    report: Literal["unnumbered", "numbered", "mark"]

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "name"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each list, or at each name that ends in a mark."""
        for annexes in annexes_of(document):
            if self.report == "mark":
                yield from _marks(document, annexes)
            elif self.report == "numbered":
                yield from _numbered(document, annexes)
            elif len(annexes.entries) > 1 and all(entry.number is None for entry in annexes.entries):
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


def _numbered(document: Document, annexes: Annexes) -> Iterator[Hit]:
    """A list of one that has a number, where nothing tells of a second annex."""
    if len(annexes.entries) != 1 or len(annexes.bodies) > 1:
        return
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


def _marks(document: Document, annexes: Annexes) -> Iterator[Hit]:
    for entry in annexes.entries:
        end = entry.name.end
        mark = document.text[end : end + 1]
        if mark and mark in "。；;，," and entry.name.end > entry.name.start:
            name = document.slice(entry.name)
            yield Hit(
                Span(end, end + 1),
                {"found": mark, "expected": name, "name": name},
                edits=(Edit(Span(end, end + 1), ""),),
                certain=mark in "；;",  # else it may end a sentence, or a name may go on
            )
