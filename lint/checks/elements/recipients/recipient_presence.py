"""Whether a text to the public goes without recipients (主送机关)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.recipients import names_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document


class RecipientPresence(Check, frozen=True):
    """Recipients in genres that address nobody.

    ``persons`` are words of those that are spoken to rather than written to: 同志.
    """

    persons: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found", "count", "genre"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The recipients."""
        return (("recipients",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the recipients of each such text."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is None or genre.recipients != "none" or part.kind == "annex" or part.recipients is None:
                continue
            names = names_of(document.slice(part.recipients))
            found = "、".join(names)
            if not any(word in found for word in self.persons):
                yield Hit(part.recipients, {"found": found, "count": str(len(names)), "genre": genre.name})
