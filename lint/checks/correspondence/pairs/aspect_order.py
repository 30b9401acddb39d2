"""Whether measures or causes stand in the order of their problems."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.matching.aspect_pairs import AnsweringRole, AspectPair, aspect_name, aspect_pairs
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class AspectOrder(Check, frozen=True):
    """Items of ``section`` that answer one problem each, in another order than the problems have. Nothing is said
    where fewer than two items stand on either side.
    """

    section: AnsweringRole
    most_unanswered: int = 50

    values: ClassVar[frozenset[str]] = frozenset({"aspect", "terms"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first item out of order."""
        for pair in aspect_pairs(document, self.section, self.most_unanswered):
            yield from _order(document, pair)


def _order(document: Document, pair: AspectPair) -> Iterator[Hit]:
    """A hit at the first item that answers an earlier problem than the one before it, in a one-to-one match."""
    left, right = pair.left, pair.right
    best = [answer[0] for answer in pair.matrix.answers if answer]
    if len(best) != len(right.items) or sorted(best) != list(range(len(left.items))):
        return
    place = next((place for place, wanted in enumerate(best) if wanted != place), None)
    if place is not None:
        order = "、".join(str(wanted + 1) for wanted in best)
        values = {"aspect": aspect_name(document, right.items[place]), "terms": order}
        yield Hit(right.items[place].head, values, (Place(left.items[best[place]].head),))
