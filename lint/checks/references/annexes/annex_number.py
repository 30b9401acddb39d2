"""Whether an annex has the number that the list gives it."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annex_pairs import pair, paired_annexes
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.edit import Edit


class AnnexNumber(Check, frozen=True):
    """Annexes with another number than their entry."""

    values: ClassVar[frozenset[str]] = frozenset({"name", "number", "found", "expected"})
    related_values: ClassVar[frozenset[str]] = frozenset({"name", "number"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the head of each such annex."""
        for annexes in paired_annexes(document):
            several = len(annexes.entries) > 1
            for entry, number, body in pair(document, annexes).pairs:
                if body.number == number or (not several and body.number in (None, 1)):
                    continue
                found = document.slice(body.head)
                expected = f"附件{number}" if several else "附件"
                named = {"name": document.slice(entry.name), "number": str(number)}
                values = named | {"found": found, "expected": expected}
                yield Hit(body.head, values, (Place(entry.place, values),), (Edit(body.head, expected),))
