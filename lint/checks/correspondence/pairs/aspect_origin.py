"""Whether every measure and cause has its problem."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.matching.aspect_pairs import AnsweringRole, aspect_name, aspect_pairs, has_text
from lint.checks.base import Check, Hit
from lint.document.tree import Document


class AspectOrigin(Check, frozen=True):
    """Items of ``section`` that answer no problem, but for those whose heading holds one of the ``universal`` words.

    Nothing is said where fewer than two items stand on either side, or where more than ``most_unanswered`` per cent
    of the problems find no answer; nor of an empty item, which empty-heading tells.
    """

    universal: tuple[str, ...]
    section: AnsweringRole
    most_unanswered: int = 50

    values: ClassVar[frozenset[str]] = frozenset({"aspect", "section"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such item."""
        for pair in aspect_pairs(document, self.section, self.most_unanswered):
            for index in pair.matrix.orphans:
                item = pair.right.items[index]
                heading = document.slice(item.heading)
                if has_text(document, item) and not any(word in heading for word in self.universal):
                    values = {"aspect": aspect_name(document, item), "section": aspect_name(document, pair.section)}
                    yield Hit(item.head, values)
