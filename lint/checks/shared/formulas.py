"""Formulas that open or close a text and name its kind."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from lint.analysis.elements.title_kinds import kind_place, names_kind
from lint.checks.base import Check, Hit, Place
from lint.document.genre import Genre
from lint.document.tree import Document, Part
from lint.text.patterns.bounded import RegexStr, matches
from lint.text.source import Span


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A formula that does not befit some ``genres`` (by id); a title with one of ``except_titles`` asks for it.

    A group named ``hit`` in the pattern marks the place.
    """

    pattern: RegexStr
    genres: tuple[str, ...]
    except_titles: tuple[str, ...] = ()


class FormulaKind(Check, frozen=True):
    """Formulas whose kind is not ``allowed`` for the genre (by its id).

    ``phrases`` are formulas that do not say it by the one word that names a kind. ``except_titles`` are words of
    titles that pass another text on.
    """

    allowed: dict[str, tuple[str, ...]]
    except_titles: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"found", "kind"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("phrases", phrase.pattern) for phrase in self.phrases)

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

    def phrased(self, document: Document, part: Part, spans: Sequence[Span], genre: Genre) -> Iterator[Span]:
        """The phrases in some paragraphs that do not befit the genre."""
        title = document.slice(part.title) if part.title else ""
        for phrase in self.phrases:
            if genre.id in phrase.genres and not any(word in title for word in phrase.except_titles):
                for span in spans:
                    for match in matches(phrase.pattern, document.text, *span, document.clock):
                        yield Span(*match.span("hit" if "hit" in match.re.groupindex else 0))
