"""Whether a text that one office has to answer is addressed to one."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.recipients import names_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document


class RecipientCount(Check, frozen=True):
    """More than one recipient in genres that address one.

    ``persons`` are the words in which those end that are spoken to rather than written to: 同志.
    """

    persons: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found", "count", "genre"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The recipients."""
        return (("recipients",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the recipients of each such text."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is None or genre.recipients != "one" or part.kind == "annex" or part.recipients is None:
                continue
            names = names_of(document.slice(part.recipients))
            found = "、".join(names)
            if len(names) > 1 and not any(self._is_person(name) for name in names):
                yield Hit(part.recipients, {"found": found, "count": str(len(names)), "genre": genre.name})

    def _is_person(self, name: str) -> bool:
        return name.endswith(self.persons) or name.removesuffix("们").endswith(self.persons)
