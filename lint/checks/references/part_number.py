"""Whether a part that is cited by number and heading has that number: 见本方案第五部分“保障措施”."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.named_references import misnumbered
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class PartNumber(Check, frozen=True):
    """Numbers of own parts and chapters beside a heading that another of them has."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "name", "marker"})

    def signs(self) -> tuple[str, ...]:
        """What every such number begins with."""
        return ("第",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such number, related to the heading."""
        for found in misnumbered(document):
            values = {
                "found": document.slice(found.number),
                "name": document.slice(found.name),
                "marker": document.slice(found.item.marker.span),
            }
            yield Hit(found.number, values, (Place(found.item.sign),))
