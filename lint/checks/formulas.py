"""Formulas that open or close a text and name its kind."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.source import Span


class FormulaKind(Check, frozen=True):
    """Formulas whose kind is not ``allowed`` for the genre (by its id).

    ``except_titles`` are words of titles that pass another text on.
    """

    allowed: dict[str, tuple[str, ...]]
    except_titles: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"found", "kind"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each formula of another kind, related to the title."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is None or genre.id not in self.allowed:
                continue
            if part.title and any(word in document.slice(part.title) for word in self.except_titles):
                continue
            for place, word in self.formulas(document, part):
                if word not in self.allowed[genre.id] and not document.is_quoted(place.start):
                    related = (Place(part.title),) if part.title else ()
                    yield Hit(place, {"found": document.slice(place), "kind": genre.name}, related)

    def formulas(self, document: Document, part: Part) -> Iterator[tuple[Span, str]]:
        """The formulas of a part, each with the word that names a kind."""
        raise NotImplementedError
