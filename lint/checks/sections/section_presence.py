"""Whether a part has the sections that its genre prescribes."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.contents.comparison import contents_of
from lint.analysis.elements.title_kinds import matter_place
from lint.analysis.sectioning.sections import is_whole, present_sections, section_of
from lint.checks.base import Check, Hit, Place
from lint.document.genre import Genre, SectionSpec
from lint.document.tree import Document, Part
from lint.text.source import Span

_SHOWN = 8  # synonyms in a message
_AFTER = {"role": "缺少的部分应在此之后", "role_en": "the missing section belongs after this one"}
_BEFORE = {"role": "缺少的部分应在此之前", "role_en": "the missing section belongs before this one"}


class SectionPresence(Check, frozen=True):
    """Sections of the genre that neither a heading nor the text holds, in texts that are whole.

    A text is whole when it has a title, is numbered from one, and has at least half of what is required.
    ``customary`` looks for the customary sections instead of the required ones.
    """

    customary: bool = False

    values: ClassVar[frozenset[str]] = frozenset({"missing", "looked_for", "genre", "after"})
    related_values: ClassVar[frozenset[str]] = frozenset({"role", "role_en"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the title for each section that is missing, related to those around its place."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is not None and genre.sections and is_whole(part):
                yield from self._missing(document, part, genre)

    def _missing(self, document: Document, part: Part, genre: Genre) -> Iterator[Hit]:
        present = present_sections(document, part, genre)
        listed = _listed_absent(document, part, genre)
        required = [section for section in genre.sections if section.required]
        if 2 * sum(section.name in present for section in required) < len(required):
            return
        title = part.title or Span(part.span.start, part.span.start)
        for number, section in enumerate(genre.sections):
            if section.name in present or section.name in listed or not self._asks_for(section):
                continue
            before = [present[other.name] for other in genre.sections[:number] if other.name in present]
            after = before[-1] if before else _lead(document, part, title)
            behind = [present[other.name] for other in genre.sections[number + 1 :] if other.name in present]
            following = [Place(one, _BEFORE) for one in behind if one.start > after.end][:1]
            yield Hit(
                matter_place(document, title),
                {
                    "missing": section.name,
                    "looked_for": "、".join(section.headings[:_SHOWN]),
                    "genre": genre.name,
                    "after": document.slice(after).replace("\n", ""),
                },
                (*((Place(after, _AFTER),) if before else ()), *following),
            )

    def _asks_for(self, section: SectionSpec) -> bool:
        return section.customary and not section.required if self.customary else section.required


def _listed_absent(document: Document, part: Part, genre: Genre) -> set[str]:
    """The sections that a table of contents lists and the text does not have, which is told of each entry."""
    contents = contents_of(document)
    absent = (
        [entry for entry in contents.entries if part.span.start <= entry.span.start < part.span.end] if contents else []
    )
    sections = (section_of(entry.words, genre) for entry in absent)
    return {section.name for section in sections if section is not None}


def _lead(document: Document, part: Part, title: Span) -> Span:
    """What the first section stands after: the last words of the preamble, or the title."""
    if part.preamble is None or part.preamble.start >= part.preamble.end:
        return title
    last = document.slice(part.preamble).rstrip("。：:\n \u3000").rpartition("\n")[2]
    words = last.replace("。", "，").rpartition("，")[2] or last
    start = part.preamble.start + document.slice(part.preamble).rindex(words)
    return Span(start, start + len(words))
