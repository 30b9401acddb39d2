"""Whether every footnote has a mark ［1］ in the text."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.notes import NOTE_SIGNS, notes_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document


class NoteUse(Check, frozen=True):
    """Notes without a mark; a draft without a block of two notes is left alone."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """What closes a mark."""
        return NOTE_SIGNS

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such note."""
        found = notes_of(document)
        if found is not None:
            for number, span in found.notes.items():
                if number not in found.marks:
                    yield Hit(span, {"found": document.slice(span)})
