"""Whether minutes have a part on every matter that they say the meeting dealt with."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.announced.agenda import absent_matter
from lint.analysis.counts.announced.named_parts import PartNames, Synonyms
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class AgendaItems(Check, frozen=True):
    """The one matter of a lead (研究甲、乙、丙等事项) that no heading takes up as headings do the others.

    Nothing is said where a line tells it by another word of one of the groups of ``unheaded``, or by a day if it is
    about one of ``times``.
    """

    unheaded: Synonyms = ()
    times: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"named"})

    def signs(self) -> tuple[str, ...]:
        """Words that tell what a meeting did with its matters."""
        return ("研究", "审议", "听取", "讨论", "传达", "审定")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such matter, related to the first heading."""
        called = PartNames(self.unheaded, self.times)
        for part in document.parts:
            headings = [item for item in part.items if not item.inline]
            absent = (
                absent_matter(document, part, part.preamble, called) if part.preamble and len(headings) > 1 else None
            )
            if absent:
                yield Hit(absent, {"named": document.slice(absent)}, (Place(headings[0].sign),))
