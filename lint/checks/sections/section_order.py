"""Whether the sections of a part stand in the order that is usual for its genre."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.sectioning.part_order import placed_by_words, reversals
from lint.analysis.sectioning.sections import in_words_of, section_of
from lint.checks.base import Check, Hit
from lint.checks.shared.early_sections import too_early
from lint.document.genre import Genre
from lint.document.tree import Document, Part


class SectionOrder(Check, frozen=True):
    """Top headings that stand before a section which usually goes before them; a section counts where it begins.

    Orders that the genre fixes by sense are another check's.
    """

    values: ClassVar[frozenset[str]] = frozenset({"heading", "after", "usual"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each section that comes too early, related to the one that it should follow."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is not None and genre.ordered:
                yield from _too_early(document, part, in_words_of(document, part, genre))


def _too_early(document: Document, part: Part, genre: Genre) -> Iterator[Hit]:
    names = [section.name for section in genre.sections]
    told = {reversal.name for reversal in reversals(document, part, genre)}
    placed = placed_by_words(document, part, genre)
    for name, found in placed.items():
        if name in told or _names_several(found[0].text, genre):
            continue
        usual = names[: names.index(name)]
        before = [other for other in placed if other in usual and placed[other][0].span > found[0].span]
        if before:
            yield too_early(found[0], placed[before[-1]][0], genre)


def _names_several(heading: str, genre: Genre) -> bool:
    """Whether a heading is that of several sections: 问题及原因, but not 后期处置, which is a word of one."""
    ends = [word for section in genre.sections for word in section.headings if heading.endswith(word)]
    rest = heading.removesuffix(max(ends, key=len, default=""))
    own = section_of(heading, genre)
    return any(word in rest for section in genre.sections if section is not own for word in section.headings)
