"""Whether the sections of a part stand in the order that is usual for its genre."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.checks.section_orders import sections_of
from lint.document.tree import Document


class SectionOrder(Check, frozen=True):
    """Top headings that stand before a section which usually goes before them; a section counts where it begins.

    Orders that the genre fixes by sense are another check's.
    """

    values: ClassVar[frozenset[str]] = frozenset({"heading", "after", "usual"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each section that comes too early, related to the one that it should follow."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is not None and genre.ordered:
                own = sections_of(document, part, genre)
                yield from own.hits(own.before_usual)
