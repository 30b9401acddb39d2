"""Whether 分别 gives a figure to each of some things that are named and counted: 甲、乙、丙三项工作分别得97分、95分."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.checks.shared.counted_arms import unequal_figures
from lint.document.tree import Document
from lint.text.patterns.literals import places_of

_WORDS = ("分别", "依次")


class CountedArms(Check, frozen=True):
    """Figures of one unit behind 分别 that are fewer or more than the things before it, which a number counts.

    Nothing is said where the number is not that of the names, or where the sentence goes on about one of them.
    """

    values: ClassVar[frozenset[str]] = frozenset({"things", "figures"})

    def signs(self) -> tuple[str, ...]:
        """The words that pair."""
        return _WORDS

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the figures of each such clause, related to the things."""
        text = document.text
        for place in sorted(place for word in _WORDS for place in places_of(word, text)):
            one = unequal_figures(text, place)
            if one and not document.is_quoted(place):
                yield Hit(one.figures, {"things": str(one.number), "figures": str(one.told)}, (Place(one.things),))
