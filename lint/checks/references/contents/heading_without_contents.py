"""Whether every heading is in the table of contents."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.contents.comparison import contents_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document


class HeadingWithoutContents(Check, frozen=True):
    """Headings that no entry names."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """What the heading of a table of contents holds."""
        return ("目",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such heading."""
        contents = contents_of(document)
        for line in contents.headings if contents else ():
            yield Hit(line.span, {"found": document.slice(line.span)})
