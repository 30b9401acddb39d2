"""Whether the sections of a part stand in the order that is usual for its genre."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.sections import Headed, headings, in_words_of, section_of
from lint.checks.base import Check, Hit, Place
from lint.document.genre import Genre
from lint.document.tree import Document, Part


class SectionOrder(Check, frozen=True):
    """Top headings that stand before a section which goes before them; a section counts where it begins."""

    values: ClassVar[frozenset[str]] = frozenset({"heading", "after", "usual"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each section that comes too early, related to the one that it should follow."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is not None and genre.ordered:
                yield from _too_early(document, part, in_words_of(document, part, genre))


def _too_early(document: Document, part: Part, genre: Genre) -> Iterator[Hit]:
    names = [section.name for section in genre.sections]
    placed: dict[int, Headed] = {}
    for heading in headings(document, part):
        section = section_of(heading.text, genre) if heading.top else None
        if section is not None and heading.text.rstrip("。：:").endswith(section.headings):
            placed.setdefault(names.index(section.name), heading)
    order = list(placed)
    for place, rank in enumerate(order):
        later = [other for other in order[place + 1 :] if other < rank]
        if later and not _names_several(placed[rank].text, genre):
            last = placed[max(later)]
            values = {"heading": placed[rank].text, "after": last.text, "usual": "、".join(names)}
            yield Hit(placed[rank].span, values, (Place(last.span),))


def _names_several(heading: str, genre: Genre) -> bool:
    """Whether a heading is that of several sections: 问题及原因."""
    return sum(any(word in heading for word in section.headings) for section in genre.sections) > 1
