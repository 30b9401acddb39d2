"""Sections against the order of their genre, for the checks of fixed and of usual orders."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from lint.analysis.sections import Headed, headings, in_words_of, section_of
from lint.checks.base import Hit, Place
from lint.document.genre import Genre
from lint.document.tree import Document, Part
from lint.text.lazy import lazy

_ASIDE = lazy("其[他它]|说明")  # 其他需要说明的问题


class SectionsOfPart(msgspec.Struct, frozen=True):
    """The top headings of a part by the section that they begin, and the ``names`` of sections in the usual order.

    ``reversed`` are pairs of sections whose order the genre fixes, the second of which wholly stands before the first.
    """

    names: tuple[str, ...]
    placed: Mapping[str, Sequence[Headed]]
    reversed: frozenset[tuple[str, str]]
    order: tuple[str, ...]

    def before_fixed(self, name: str) -> list[str]:
        """The sections that the genre fixes before one which stands before them."""
        return [other for other in self.placed if (other, name) in self.reversed]

    def before_usual(self, name: str) -> list[str]:
        """The sections that usually come before one which begins before them; none where the genre fixes some."""
        if self.before_fixed(name):
            return []
        usual, first = self.names[: self.names.index(name)], self.placed[name][0]
        return [other for other in self.placed if other in usual and self.placed[other][0].span > first.span]

    def hits(self, late: Callable[[str], list[str]]) -> Iterator[Hit]:
        """A hit at each section before which some are ``late``, related to the last of them."""
        for name in self.order:
            others = late(name)
            if others:
                first, after = self.placed[name][0], self.placed[others[-1]][0]
                values = {"heading": first.text, "after": after.text, "usual": "、".join(self.names)}
                yield Hit(first.span, values, (Place(after.span),))


def sections_of(document: Document, part: Part, genre: Genre) -> SectionsOfPart:
    """The sections of a part of a genre, as they come in the text; one that is headed with others has no order."""
    genre = in_words_of(document, part, genre)
    placed = _placed(document, part, genre)
    order = tuple(name for name in placed if not _names_several(placed[name][0].text, genre))
    names = tuple(section.name for section in genre.sections)
    return SectionsOfPart(names, placed, frozenset(_reversed(placed, genre)), order)


def _placed(document: Document, part: Part, genre: Genre) -> Mapping[str, Sequence[Headed]]:
    """The top headings of each section that end in a word of it, by its name, as they come in the text."""
    placed: dict[str, list[Headed]] = {}
    for heading in headings(document, part):
        section = section_of(heading.text, genre) if heading.top else None
        if section is not None and heading.text.rstrip("。：:").endswith(section.headings):
            placed.setdefault(section.name, []).append(heading)
    return placed


def _reversed(placed: Mapping[str, Sequence[Headed]], genre: Genre) -> set[tuple[str, str]]:
    """Pairs of sections that the genre fixes, the second of which wholly stands before the first in the text."""
    return {
        (earlier, later)
        for names in genre.fixed
        for earlier, later in combinations(names, 2)
        if earlier in placed
        and later in placed
        and placed[later][-1].span < placed[earlier][0].span
        and not _ASIDE.search(placed[earlier][0].text)
    }


def _names_several(heading: str, genre: Genre) -> bool:
    """Whether a heading is that of several sections: 问题及原因, but not 后期处置, which is a word of one."""
    ends = [word for section in genre.sections for word in section.headings if heading.endswith(word)]
    rest = heading.removesuffix(max(ends, key=len, default=""))
    own = section_of(heading, genre)
    return any(word in rest for section in genre.sections if section is not own for word in section.headings)
