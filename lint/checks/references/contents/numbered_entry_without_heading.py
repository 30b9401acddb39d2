"""Whether every numbered entry of a table of contents has its heading."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.contents.comparison import contents_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document


class NumberedEntryWithoutHeading(Check, frozen=True):
    """Entries with a number that no heading answers."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """What the heading of a table of contents holds."""
        return ("目",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such entry."""
        contents = contents_of(document)
        for line in contents.entries if contents else ():
            if line.number is not None:
                yield Hit(line.span, {"found": document.slice(line.span)})
