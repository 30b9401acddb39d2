"""Whether the numbers in a list of annexes are followed by a point (GB/T 9704-2012, 7.3.4)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annexes import AnnexEntry, annexes_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.source import Span


class AnnexNumberMark(Check, frozen=True):
    """Numbers in lists of annexes that are followed by one of some ``marks``."""

    marks: str

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first such number of each list, related to the others."""
        for annexes in annexes_of(document):
            spans = [
                span for entry in annexes.entries if (span := _mark(document, entry)) and self._is_meant(document, span)
            ]
            numbers = [entry.place for entry in annexes.entries if entry.place.end in {span.end for span in spans}]
            if spans:
                found = document.slice(numbers[0])
                values = {"found": found, "expected": f"{found[:-1]}."}
                edits = tuple(Edit(span, ".") for span in spans)
                yield Hit(numbers[0], values, tuple(map(Place, numbers[1:])), edits)

    def _is_meant(self, document: Document, span: Span) -> bool:
        return document.slice(span) in tuple(self.marks)


def _mark(document: Document, entry: AnnexEntry) -> Span | None:
    """The sign behind the number of an entry, where the number is the author's and stands alone."""
    numeral = entry.numeral
    if numeral is None or entry.place.end != numeral.end + 1 or entry.place.start != numeral.start:
        return None
    return Span(numeral.end, entry.place.end)
