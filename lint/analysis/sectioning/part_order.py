"""Which headings of a part stand before others that go before them by the sense of the genre."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from lint.analysis.sectioning.part_heads import bare, is_surely
from lint.analysis.sectioning.sections import Headed, headings, section_of
from lint.document.genre import Genre, SectionSpec
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy

_ASIDE = lazy("其[他它]|说明")  # 其他需要说明的问题
_AND = lazy("以及|[与和及、暨]")
_OUTSIDE = lazy("^(?:附(?:[件录表图]|$)|[前序导]言|序$|引言|目录)|(?:[图表]|名[单录]|目录|清单|通讯录|样式|格式)$")
"""What stands around the first part and the last."""


class Reversal(NamedTuple):
    """A heading that stands too early, the section that it is of, and the heading that it belongs after."""

    name: str
    early: Headed
    after: Headed


def reversals(document: Document, part: Part, genre: Genre) -> tuple[Reversal, ...]:
    """What stands in an order that the genre excludes, one for each section that comes too early."""
    return document.derive(("reversals", part.span, genre.id), lambda: tuple(_reversals(document, part, genre)))


def placed_by_words(document: Document, part: Part, genre: Genre) -> Mapping[str, Sequence[Headed]]:
    """The top headings of each section that end in a word of it, by its name, as they come in the text."""
    placed: dict[str, list[Headed]] = {}
    for heading in _top(document, part):
        section = section_of(heading.text, genre)
        if section is not None and heading.text.rstrip("。：:").endswith(section.headings):
            placed.setdefault(section.name, []).append(heading)
    return placed


def _reversals(document: Document, part: Part, genre: Genre) -> Iterator[Reversal]:
    by_words = placed_by_words(document, part, genre)
    placed = {
        section.name: found
        for section in genre.sections
        if (
            found := _surely(document, part, section)
            if section.placed or section.placed_as
            else [heading for heading in by_words.get(section.name, ()) if not _is_joined(heading.text, genre)]
        )
    }
    told: dict[str, Reversal] = {}
    for names in genre.fixed:
        for earlier, later in combinations([name for name in names if name in placed], 2):
            if placed[later][-1].span < placed[earlier][0].span and not _ASIDE.search(placed[earlier][0].text):
                told[later] = Reversal(later, placed[later][0], placed[earlier][0])
    yield from told.values()
    for name in (name for name in (*genre.first, *genre.last) if name in placed and name not in told):
        yield from _at_the_edge(document, part, placed[name], first=name in genre.first, name=name)


def _is_joined(heading: str, genre: Genre) -> bool:
    """Whether a heading names two sections, and so stands where either may: 问题与对策."""
    sections = {section.name for part in _AND.split(heading) if (section := section_of(part, genre)) is not None}
    return len(sections) > 1


def _at_the_edge(
    document: Document, part: Part, own: Sequence[Headed], *, first: bool, name: str
) -> Iterator[Reversal]:
    """What stands before a first section, or after a last one, among the headings of its kind."""
    others = [
        heading
        for heading in _top(document, part)
        if heading.family == own[0].family and heading not in own and not _OUTSIDE.search(bare(heading.text))
    ]
    if first and others and others[0].span < own[0].span:
        yield Reversal(name, others[0], own[0])
    elif not first and others and others[-1].span > own[-1].span:
        yield Reversal(name, own[-1], others[-1])


def _surely(document: Document, part: Part, section: SectionSpec) -> list[Headed]:
    return [heading for heading in _top(document, part) if is_surely(document, heading.text, section)]


def _top(document: Document, part: Part) -> Iterator[Headed]:
    return (heading for heading in headings(document, part) if heading.top)
