"""Whether every annex that follows is listed."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annex_pairs import pair, paired_annexes
from lint.checks.base import Check, Hit
from lint.document.tree import Document


class AnnexListing(Check, frozen=True):
    """Annexes that no entry of the list names."""

    values: ClassVar[frozenset[str]] = frozenset({"name", "number", "found"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the head of each such annex."""
        for annexes in paired_annexes(document):
            for body in pair(document, annexes).bodies:
                head = document.slice(body.head)
                name = document.slice(body.title) if body.title else head
                yield Hit(body.head, {"name": name, "number": str(body.number or ""), "found": head})
