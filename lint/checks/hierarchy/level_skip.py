"""Whether a run stands right below the level that holds it (GB/T 9704-2012, 7.3.3)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.checks.shared.levels import LEVELS, level_hit, placed, placed_or_listed
from lint.checks.shared.selection import FamilyName
from lint.document.families import ARTICLE, DIGIT, DOTTED
from lint.document.markers import numbers_of
from lint.document.tree import Document, Item, Part, Series
from lint.text.numerals import render_han

_Use = tuple[int, str, str]
_GAP = 20  # characters from a lead to its list, blanks and the line's end


class LevelSkip(Check, frozen=True):
    """Runs at the head of paragraphs, headings and decimals that leave out a level.

    ``skips`` are the pairs of parent and child that leave out a level which the draft uses elsewhere. Decimals carry
    their depth, so that a jump always leaves one out. ``lone`` are pairs that a draft may use as it likes; they leave
    out a level where one item alone does so, others hold that level and the child below it, and all items of the run
    have a heading and text. Stages, told by one of the words ``stages``, are often listed so.
    """

    skips: tuple[tuple[FamilyName, FamilyName], ...] = ()
    lone: tuple[tuple[FamilyName, FamilyName], ...] = ()
    stages: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"marker", "parent", "missing"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each such run."""
        used = document.derive("levels below levels", lambda: _usage(document))
        for part in document.parts:
            yield from _first_headings(document, part)
        for series in sorted((*placed(document), *document.headings), key=lambda one: one.items[0].span):
            if series.parent is None:
                continue
            missing = _missing_decimal(document, series.parent, series)
            missing = missing or _missing_heading(document, series.parent, series)
            pair = series.parent.marker.family.name, series.family.name
            lone = pair in self.lone and _is_lone(series, pair, used) and not self._are_stages(document, series)
            if not missing and (pair in self.skips or lone):
                missing = _missing_level(document, series.parent, series, used)
            if missing:
                yield level_hit(document, series, series.parent, missing)

    def _are_stages(self, document: Document, series: Series) -> bool:
        """Whether an item and what it holds are about the stages of something."""
        headings = [document.slice(one.heading) for one in (series.parent, *series.items) if one]
        return any(word in heading for word in self.stages for heading in headings)


def _first_headings(document: Document, part: Part) -> Iterator[Hit]:
    """The first heading below a title that leaves out a level which the part has, or the one below the title's own."""
    blocks = document.reading.blocks
    tops = [item for item in part.items if blocks[item.block].kind == "heading"]
    if not tops or part.title is None:
        return
    titles = [block.level + 1 for block in blocks if block.start == part.title.start and block.kind == "heading"]
    level = min([*titles, *(blocks[item.block].level for item in tops)])
    if blocks[tops[0].block].level > level:
        values = {
            "marker": document.slice(tops[0].marker.span) or document.slice(tops[0].heading),
            "parent": document.slice(part.title),
            "missing": _named(level, min(level, document.derive("highest heading", lambda: _highest(document)))),
        }
        yield Hit(tops[0].sign, values, (Place(part.title),))


def _named(level: int, highest: int) -> str:
    """What a message calls a level of heading; the highest that the draft has below its title counts 1."""
    return f"{render_han(level + 1 - highest)}级标题"


def _usage(document: Document) -> Mapping[_Use, int]:
    """How many items of one family hold a run of another, by part and by their names."""
    return Counter(
        (series.part, series.parent.marker.family.name, series.family.name)
        for series in placed_or_listed(document)
        if series.parent is not None
    )


def _is_lone(series: Series, pair: tuple[str, str], used: Mapping[_Use, int]) -> bool:
    """Whether a run of items with heading and text is the only one that stands where others have a level between."""
    upper, lower = pair
    between = [
        name
        for (part, above, name), count in used.items()
        if part == series.part and above == upper and count > 1 and used.get((part, name, lower))
    ]
    return (
        bool(between)
        and used.get((series.part, *pair)) == 1
        and all(one.run_in and not one.inline for one in series.items)
    )


def _missing_level(document: Document, parent: Item, series: Series, used: Mapping[_Use, int]) -> str:
    """The marker of a level between two that such items hold elsewhere; nothing where a sentence leads in a list."""
    rank = document.parts[series.part].levels.rank
    upper, family = parent.marker.family, series.family
    start = series.items[0].marker.span.start
    if upper is not ARTICLE and document.text[max(0, start - _GAP) : start].rstrip("\n \u3000")[-1:] in ("：", ":"):
        return ""
    between = [
        level
        for level in LEVELS
        if rank(upper) < rank(level) < rank(family)
        and _is_usual(used, (series.part, upper.name, level.name), (series.part, upper.name, family.name))
    ]
    return between[0].render(1) if between else ""


def _is_usual(used: Mapping[_Use, int], level: _Use, own: _Use) -> bool:
    """Whether a level is used where another one is, as often at least; in articles, only against one alone.

    Steps (1. 2. 3.) may stand below several articles of a text whose others have （一）.
    """
    if own[1] == ARTICLE.name:
        return used.get(own, 0) == 1 and used.get(level, 0) > 1
    return used.get(level, 0) >= used.get(own, 0)


def _missing_heading(document: Document, parent: Item, series: Series) -> str:
    """The level of heading that ought to stand between two."""
    blocks = document.reading.blocks
    upper, level = blocks[parent.block].level, blocks[series.items[0].block].level
    headings = {blocks[parent.block].kind, blocks[series.items[0].block].kind}
    if headings != {"heading"} or level <= upper + 1:
        return ""
    highest = document.derive("highest heading", lambda: _highest(document))
    return _named(upper + 1, highest)


def _highest(document: Document) -> int:
    """The level of the highest heading in the tree."""
    blocks = document.reading.blocks
    return min(blocks[item.block].level for item in document.heads if blocks[item.block].kind == "heading")


def _missing_decimal(document: Document, parent: Item, series: Series) -> str:
    """The section that ought to stand between a section and the first one below it: 2.1 between 2 and 2.1.1."""
    if series.family not in DOTTED[1:]:
        return ""
    own = numbers_of(document.text, series.items[0].marker)
    above = parent.marker.family
    depth = DOTTED.index(above) + 1 if above in DOTTED else 1 if above is DIGIT else 0
    if not depth or len(own) <= depth + 1:
        return ""
    return ".".join(str(number) for number in own[: depth + 1])
