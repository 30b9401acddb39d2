"""Whether the number of a draft (发文字号) holds the number within the year."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.own_number import own_numbers
from lint.analysis.forms import is_open
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.source import Span


class OwnNumberBlank(Check, frozen=True):
    """The number above or below the title, with a blank for its last figures: 清政发〔2024〕　号."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the year and what follows it."""
        for match in own_numbers(document):
            if not match["number"] and not is_open(document, ("forms", "models"), match.start()):
                place = Span(match.end("code"), match.end("blank_sign"))
                yield Hit(place, {"found": document.slice(place)})
