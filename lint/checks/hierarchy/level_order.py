"""Whether the level of a run fits below the one that holds it, by the draft's own order (else GB/T 9704-2012 7.3.3)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from lint.checks.base import Check, Hit, Place
from lint.checks.selection import FamilyName
from lint.document.markers import (
    CIRCLED,
    DIGIT,
    DIGIT_HALF_PAREN,
    DIGIT_PAREN,
    DOTTED,
    HAN,
    HAN_PAREN,
    LATIN,
    numbers_of,
)
from lint.document.tree import Document, Item, Levels, Series
from lint.text.numerals import render_han

_LEVELS = (HAN, HAN_PAREN, DIGIT, DIGIT_PAREN, DIGIT_HALF_PAREN, CIRCLED, LATIN)
_NAMES = frozenset(family.name for family in _LEVELS)
_Use = tuple[int, str, str]
_COUNTED = _NAMES - {DIGIT_HALF_PAREN.name}


class LevelOrder(Check, frozen=True):
    """A run at the head of paragraphs that ``skipped`` levels, or is ``inverted``: higher than its parent, or than
    a run before it under the same parent (一、, then 1., then （一）); or an ``unusual`` order that the draft keeps.

    ``skips`` are the pairs of parent and child that leave out a level which the draft uses elsewhere. Decimals carry
    their depth, so that a jump always leaves one out.
    """

    report: Literal["inverted", "skipped", "unusual"]
    skips: tuple[tuple[FamilyName, FamilyName], ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"marker", "parent", "missing"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each such run; of an unusual order one for the whole draft."""
        if self.report == "inverted":
            yield from _inverted(document)
        elif self.report == "unusual":
            yield from _unusual(document)
        else:
            yield from self._skipped(document)

    def _skipped(self, document: Document) -> Iterator[Hit]:
        used = document.derive("levels below levels", lambda: _usage(document))
        for series in sorted((*_placed(document), *document.headings), key=lambda one: one.items[0].span):
            if series.parent is None:
                continue
            missing = _missing_heading(document, series.parent, series)
            missing = missing or _missing_decimal(document, series.parent, series)
            if not missing and (series.parent.marker.family.name, series.family.name) in self.skips:
                missing = _missing_level(document, series.parent, series, used)
            if missing:
                yield _hit(document, series, series.parent, missing)


def _placed(document: Document) -> Iterator[Series]:
    """The series at the head of paragraphs below an item at the head of one."""
    for series in document.series:
        parent, first = series.parent, series.items[0]
        if parent is not None and not (series.quoted or first.inline or parent.inline or first.marker.listed):
            yield series


def _inverted(document: Document) -> Iterator[Hit]:
    before: dict[int, Item] = {}
    for series in _placed(document):
        first = series.items[0]
        if series.parent is None:
            continue
        levels = document.parts[series.part].levels
        elder = before.setdefault(series.parent.span.start, first)
        if _is_above(levels, series, series.parent):
            yield _hit(document, series, series.parent)
        elif _is_above(levels, series, elder):
            yield _hit(document, series, elder)


def _is_above(levels: Levels, series: Series, other: Item) -> bool:
    """Whether a run ranks above an item that holds it or stands before it."""
    families = {series.family.name, other.marker.family.name}
    return families <= _COUNTED and levels.rank(series.family) < levels.rank(other.marker.family)


def _hit(document: Document, series: Series, other: Item, missing: str = "") -> Hit:
    first = series.items[0]
    values = {
        "marker": document.slice(first.marker.span) or document.slice(first.heading),
        "parent": document.slice(other.marker.span) or document.slice(other.heading),
        "missing": missing,
    }
    return Hit(first.sign, values, (Place(other.sign),))


# -- skipped levels ---------------------------------------------------------------------------------------------------


def _usage(document: Document) -> Mapping[_Use, int]:
    """How many items of one family hold a run of another, by part and by their names."""
    return Counter(
        (series.part, series.parent.marker.family.name, series.family.name)
        for series in _placed(document)
        if series.parent is not None
    )


def _missing_level(document: Document, parent: Item, series: Series, used: Mapping[_Use, int]) -> str:
    """The marker of a level between two that such items hold elsewhere; nothing where a sentence leads in a list."""
    rank = document.parts[series.part].levels.rank
    upper, family = parent.marker.family, series.family
    start = series.items[0].marker.span.start
    if document.text[:start].rstrip("\n \u3000")[-1:] in ("：", ":"):
        return ""
    between = [
        level
        for level in _LEVELS
        if rank(upper) < rank(level) < rank(family)
        and used.get((series.part, upper.name, level.name), 0) >= used.get((series.part, upper.name, family.name), 0)
    ]
    return between[0].render(1) if between else ""


def _missing_heading(document: Document, parent: Item, series: Series) -> str:
    """The level of heading that ought to stand between two; the highest that the draft has below its title counts 1."""
    blocks = document.reading.blocks
    upper, level = blocks[parent.block].level, blocks[series.items[0].block].level
    headings = {blocks[parent.block].kind, blocks[series.items[0].block].kind}
    if headings != {"heading"} or level <= upper + 1:
        return ""
    highest = document.derive("highest heading", lambda: _highest(document))
    return f"{render_han(upper + 2 - highest)}级标题"


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


# -- an order of its own ----------------------------------------------------------------------------------------------


def _unusual(document: Document) -> Iterator[Hit]:
    """The first run in the draft that stands below a family which the norm has below it, where the draft keeps that."""
    for series in _placed(document):
        if series.parent is None:
            continue
        pair = series.parent.marker.family.name, series.family.name
        if pair in document.parts[series.part].levels.raised and _COUNTED.issuperset(pair):
            yield _hit(document, series, series.parent)
            return
