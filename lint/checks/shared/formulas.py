"""Formulas that open or close a text and name its kind."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.title_kinds import kind_place, names_kind
from lint.checks.base import Check, Hit, Place
from lint.document.genre import Genre
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
        """Yield a hit at each formula of another kind, related to the kind in the title."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is None or (part.title and not names_kind(document.slice(part.title))):
                continue
            for place in self.alien(document, part, genre):
                if not document.is_quoted(place.start):
                    related = (Place(kind_place(document, part.title)),) if part.title else ()
                    yield Hit(place, {"found": document.slice(place), "kind": genre.name}, related)

    def passes_on(self, document: Document, part: Part) -> bool:
        """Whether the title says that the text passes another one on."""
        return part.title is not None and any(word in document.slice(part.title) for word in self.except_titles)

    def alien(self, document: Document, part: Part, genre: Genre) -> Iterator[Span]:
        """The formulas of a part that do not befit its genre."""
        raise NotImplementedError
