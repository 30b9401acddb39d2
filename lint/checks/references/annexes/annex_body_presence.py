"""Whether every listed annex follows."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annex_pairs import pair, paired_annexes
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class AnnexBodyPresence(Check, frozen=True):
    """Entries of the list of annexes that have no body, while others have."""

    values: ClassVar[frozenset[str]] = frozenset({"name", "number"})
    related_values: ClassVar[frozenset[str]] = frozenset({"name", "number"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such entry."""
        for annexes in paired_annexes(document):
            for entry, number in pair(document, annexes).entries:
                values = {"name": document.slice(entry.name), "number": str(number)}
                yield Hit(entry.name, values, (Place(annexes.bodies[-1].head, values),))
