"""Whether a draft has the parts of a common kind that its title or opening promises: 情况和下一步打算的报告."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lint.analysis.counts.announced.named_parts import is_wanting, names_of, short_leads
from lint.analysis.sectioning.sections import present_sections, section_of
from lint.checks.base import Check, Hit
from lint.document.genre import Genre
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.patterns.words import any_of
from lint.text.source import Span

_TITLE = lazy(r"关于(?P<names>[^《》“”]{4,60}?)的(?:调研|考察|专题|工作|自查|总结)*(?:报告|汇报|总结|材料)\s*\Z")
_REPORTS = lazy("[^，。；：\\n]{0,20}?(?:报告|汇报|总结|小结|综述|述职)(?:报告|汇报)?如下")
_JOINED = frozenset("、和及与，")
_FEWEST = 2  # headings


class PromisedKinds(Check, frozen=True, kw_only=True):
    """Names of parts that say only of what kind they are (下一步打算, 存在问题), and of whose kind the text has none.

    ``kinds`` are groups of words for one kind of part, ``general`` what may stand before or after them in a name. They
    stand behind another name, in the title or in a sentence that leads in what follows.
    """

    kinds: tuple[tuple[str, ...], ...]
    general: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"promised"})

    def signs(self) -> tuple[str, ...]:
        """The words of the kinds."""
        return tuple(word for words in self.kinds for word in words)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such name, those of the title first."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if sum(not item.inline for item in part.items) >= _FEWEST and part.items[0].marker.value in (0, 1):
                told: set[tuple[str, ...]] = set()
                for name, words in self._names(document, part):
                    promised = document.slice(name)
                    is_absent = words not in told and _is_absent(document, part, words)
                    if is_absent and not _is_told(document, part, genre, promised):
                        told.add(words)
                        yield Hit(name, {"promised": promised})

    def _names(self, document: Document, part: Part) -> Iterator[tuple[Span, tuple[str, ...]]]:
        """The names of a kind behind another name, with the words of that kind."""
        for name in _promised(document, part):
            called = document.slice(name) if document.text[name.start - 1] in _JOINED else ""
            for words in self.kinds:
                if any(word in called for word in words) and _of_kind(words, self.general).fullmatch(called):
                    yield name, words


def _promised(document: Document, part: Part) -> Iterator[Span]:
    title = _TITLE.search(document.text, *part.title) if part.title else None
    if title:
        yield from names_of(document, Span(*title.span("names")))
    for lead in short_leads(document, part.preamble) if part.preamble else ():
        if lead.names and _REPORTS.match(document.text, lead.names[-1].end):
            yield from lead.names


@lru_cache(maxsize=16)
def _of_kind(words: tuple[str, ...], general: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"{any_of(general)}{{0,4}}{any_of(words)}{{1,3}}{any_of(general)}{{0,2}}")


def _is_absent(document: Document, part: Part, words: tuple[str, ...]) -> bool:
    """Whether no heading and no beginning of a sentence has a word of a kind, nor tells what is wrong."""
    start = next(item for item in part.items if not item.inline).span.start
    headings = (document.slice(item.heading) for item in document.items_of(part))
    if any(word in heading for heading in headings for word in words):
        return False
    if _beginning(words).search(document.text, start, part.span.end):
        return False
    return "问题" not in words or not is_wanting(document, part)


@lru_cache(maxsize=16)
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<=[。；\n])[^，。；：\n]{{0,16}}?{any_of(words)}")


def _is_told(document: Document, part: Part, genre: Genre | None, name: str) -> bool:
    """Whether the genre finds a part of that name in the text, or has the rule of missing sections tell of it."""
    section = section_of(name, genre) if genre else None
    if genre is None or section is None:
        return False
    present = present_sections(document, part, genre)
    required = [one.name in present for one in genre.sections if one.required]
    return section.name in present or (section.required and 2 * sum(required) >= len(required))
