"""Whether the sections of a part stand in the order that is usual for its genre."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import ClassVar

from lint.analysis.sections import Headed, headings, in_words_of, section_of
from lint.checks.base import Check, Hit, Place
from lint.document.genre import Genre
from lint.document.tree import Document, Part
from lint.text.lazy import lazy

_ASIDE = lazy("其[他它]|说明")  # 其他需要说明的问题


class SectionOrder(Check, frozen=True):
    """Top headings that stand before a section which goes before them; a section counts where it begins.

    With ``fixed`` only orders count that the genre fixes by sense, and a section must wholly stand before one that goes
    before it; without, all others.
    """

    fixed: bool = False

    values: ClassVar[frozenset[str]] = frozenset({"heading", "after", "usual"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each section that comes too early, related to the one that it should follow."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is not None and genre.ordered and (genre.fixed or not self.fixed):
                yield from self._too_early(document, part, in_words_of(document, part, genre))

    def _too_early(self, document: Document, part: Part, genre: Genre) -> Iterator[Hit]:
        names = [section.name for section in genre.sections]
        placed = _placed(document, part, genre)
        reversed_ = _reversed(placed, genre)
        order = [name for name in placed if not _names_several(placed[name][0].text, genre)]
        for name in order:
            first = placed[name][0]
            before = [other for other in placed if (other, name) in reversed_]
            if not self.fixed and not before:
                usual = names[: names.index(name)]
                before = [other for other in placed if other in usual and placed[other][0].span > first.span]
            elif not self.fixed:
                continue
            if before:
                after = placed[before[-1]][0]
                values = {"heading": first.text, "after": after.text, "usual": "、".join(names)}
                yield Hit(first.span, values, (Place(after.span),))


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
