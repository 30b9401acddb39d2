"""Whether every footnote mark ［1］ has its note."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.notes import NOTE_SIGNS, notes_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class NotePresence(Check, frozen=True):
    """Marks without a note; a draft without a block of two notes is left alone."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """What closes a mark."""
        return NOTE_SIGNS

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first mark of each number without a note."""
        found = notes_of(document)
        if found is None:
            return
        last = list(found.notes.values())[-1]
        for number, spans in found.marks.items():
            if number not in found.notes:
                places = (*(Place(span) for span in spans[1:]), Place(last))
                yield Hit(spans[0], {"found": document.slice(spans[0])}, places)
