"""Whether the entries of a table of contents read as their headings do."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.contents.comparison import contents_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class ContentsDifference(Check, frozen=True):
    """Entries whose words differ from those of their heading, or whose number does where nothing else tells why."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "heading"})
    related_values: ClassVar[frozenset[str]] = frozenset({"heading"})

    def signs(self) -> tuple[str, ...]:
        """What the heading of a table of contents holds."""
        return ("目",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such entry."""
        contents = contents_of(document)
        for entry, heading in contents.different if contents else ():
            values = {"found": document.slice(entry.span), "heading": document.slice(heading.span).replace("\n", "")}
            yield Hit(entry.span, values, (Place(heading.span),))
