"""Whether minutes have a part on every matter that they say the meeting dealt with."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.announced.agenda import absent_matter
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class AgendaItems(Check, frozen=True):
    """The one matter of a lead (研究甲、乙、丙等事项) that no heading takes up as headings do the others."""

    values: ClassVar[frozenset[str]] = frozenset({"named"})

    def signs(self) -> tuple[str, ...]:
        """Words that tell what a meeting did with its matters."""
        return ("研究", "审议", "听取", "讨论", "传达", "审定")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such matter, related to the first heading."""
        for part in document.parts:
            headings = [item for item in part.items if not item.inline]
            absent = absent_matter(document, part, part.preamble) if part.preamble and len(headings) > 1 else None
            if absent:
                yield Hit(absent, {"named": document.slice(absent)}, (Place(headings[0].sign),))
