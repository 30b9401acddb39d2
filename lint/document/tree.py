"""The tree of a draft: parts, numbered items and the series that they form. All spans are of the reading."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

import msgspec

from lint.document.families import HEADING, Family
from lint.document.genre import Genre
from lint.document.lexicon import NO_WORDS, Lexicon
from lint.document.markers import Marker
from lint.formats.blocks import Reading
from lint.text.clock import Clock
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

T = TypeVar("T")


class Item(msgspec.Struct, frozen=True, gc=False):
    """A marker with what belongs to it: its heading, its body and the items below it.

    ``span`` runs from the marker to the end of its last descendant. ``heading`` is the title text after
    the marker, without end punctuation: up to the first sentence end when the item is ``run_in`` (the
    body follows in the same paragraph), the whole paragraph when it is bare. ``body`` is the item's own
    text after the heading, before its first child. ``block`` is the index of its paragraph.
    ``inline`` items begin inside a paragraph; ``quoted`` items stand inside quotation marks.
    """

    marker: Marker
    span: Span
    heading: Span
    body: Span
    block: int
    run_in: bool = False
    inline: bool = False
    quoted: bool = False
    depth: int = 1
    children: tuple["Item", ...] = ()

    @property
    def sign(self) -> Span:
        """The marker; of a heading without a number all of it, of a listed item its first character."""
        span = self.heading if self.marker.family is HEADING else self.marker.span
        return span if span.end > span.start else Span(span.start, min(span.start + 1, self.span.end))

    @property
    def head(self) -> Span:
        """The marker with the heading after it."""
        return Span(self.marker.span.start, max(self.sign.end, self.heading.end))

    def walk(self) -> Iterator["Item"]:
        """The item itself and everything below it, in text order."""
        return _walk((self,))


def _walk(items: Sequence[Item]) -> Iterator[Item]:
    waiting = [*reversed(items)]
    while waiting:
        item = waiting.pop()
        yield item
        if item.children:
            waiting += reversed(item.children)


class Series(msgspec.Struct, frozen=True):
    """The run of sibling markers of one family (or its kin) under one parent.

    ``parent`` is None for a series directly under its part. ``base`` is the number before the first item
    that the series is expected to begin with: 0, or the last number of the run that it continues.
    ``restarts`` says that it begins again at 1 where a run of the same family had ended under the same parent.
    """

    family: Family
    items: tuple[Item, ...]
    parent: Item | None
    part: int
    base: int = 0
    restarts: bool = False
    quoted: bool = False


class Levels(msgspec.Struct, frozen=True):
    """Which family of markers stands above which in a part.

    ``ranks`` are the ranks of families, by name, where the draft keeps an order of its own; ``raised`` the pairs of
    families whose first stands above the second against the order of GB/T 9704-2012. ``headings`` are the markers
    (as indices of candidates) below which articles begin, ``over_articles`` their families.
    """

    ranks: dict[str, int] = {}
    raised: tuple[tuple[str, str], ...] = ()
    headings: frozenset[int] = frozenset()
    over_articles: frozenset[str] = frozenset()

    def rank(self, family: Family) -> int:
        """The rank of a family: the smaller, the higher its level."""
        return self.ranks.get(family.name, family.rank)


class Part(msgspec.Struct, frozen=True):
    """The main text, an annex, or a text under a second title: numbering begins anew in each.

    ``kind`` is ``main``, ``annex`` or ``text``. ``preamble`` is what stands before the first item.
    Absent pieces are None. ``contents`` are the blocks (indices) of a table of contents, ``annex_list`` those
    of the list 附件：1. … 2. … below the text. ``levels`` is the order of its markers.
    """

    kind: str
    span: Span
    title: Span | None = None
    subtitle: Span | None = None
    recipients: Span | None = None
    preamble: Span | None = None
    items: tuple[Item, ...] = ()
    closing: Span | None = None
    signature: Span | None = None
    date: Span | None = None
    contents: tuple[int, ...] = ()
    annex_list: tuple[int, ...] = ()
    levels: Levels = Levels()

    def walk(self) -> Iterator[Item]:
        """Every item of the part, in text order."""
        return _walk(self.items)


def _places(signs: str, text: str) -> "array[int]":
    return array("L", (match.start() for match in lazy(f"[{re.escape(signs)}]").finditer(text)))


_ELEMENTS = ("title", "subtitle", "recipients", "preamble", "closing", "signature", "date")


class Document:
    """A parsed draft. ``series`` holds every series of every part, in text order.

    ``genres`` are the genres of the parts, None where none is known; ``lexicon`` the words that mean the same.
    ``clock`` is the time that the rules have for it.
    """

    def __init__(
        self,
        reading: Reading,
        parts: tuple[Part, ...],
        series: tuple[Series, ...],
        quotations: tuple[Span, ...],
        genres: tuple[Genre | None, ...] = (),
        lexicon: Lexicon = NO_WORDS,
    ) -> None:
        self.clock = Clock(len(reading.text))
        self.reading = reading
        self.parts = parts
        self.series = series
        self.quotations = quotations
        self.genres = genres or (None,) * len(parts)
        self.lexicon = lexicon
        self._whole: Document | None = None
        self._derived: dict[Hashable, Any] = {}

    def known_as(self, genres: tuple[Genre | None, ...], lexicon: Lexicon) -> "Document":
        """The same document with what is known about its kind."""
        known = Document(self.reading, self.parts, self.series, self.quotations, genres, lexicon)
        known.clock = self.clock
        return known

    def within(self, genres: Collection[str]) -> "Document":
        """The document with only those of its parts that are of some genres, by their ids."""
        kept = [index for index, genre in enumerate(self.genres) if genre is not None and genre.id in genres]
        if len(kept) == len(self.parts):
            return self
        place = {index: number for number, index in enumerate(kept)}
        series = tuple(msgspec.structs.replace(one, part=place[one.part]) for one in self.series if one.part in place)
        some = Document(
            self.reading,
            tuple(self.parts[index] for index in kept),
            series,
            self.quotations,
            tuple(self.genres[index] for index in kept),
            self.lexicon,
        )
        some._whole = self.whole
        some.clock = self.clock
        return some

    def derive(self, key: Hashable, compute: Callable[[], T]) -> T:
        """What a key stands for, computed for the first check that asks and kept for the others.

        Raises Overrun when the time of the rule is over.
        """
        if key not in self._derived:
            self.clock.remaining()
            self._derived[key] = compute()
        found: T = self._derived[key]
        return found

    @property
    def whole(self) -> "Document":
        """The document that these parts were taken from, or this one."""
        return self._whole or self

    @property
    def text(self) -> str:
        """The text that every span of the tree refers to."""
        return self.reading.text

    @property
    def main(self) -> Part:
        """The first part: the draft itself."""
        return self.parts[0]

    def items_of(self, part: Part) -> tuple[Item, ...]:
        """Every item of a part, in text order."""
        return self.derive(("items", part.span), lambda: tuple(_walk(part.items)))

    @cached_property
    def heads(self) -> tuple[Item, ...]:
        """The items that begin a paragraph, in text order."""
        return tuple(item for item in self.items if not item.inline)

    @cached_property
    def headings(self) -> tuple[Series, ...]:
        """The headings without a number, those of one level under one parent as a series; in text order."""
        if HEADING.name not in self.families:
            return ()
        found: list[Series] = []
        for number, part in enumerate(self.parts):
            for parent in (None, *self.items_of(part)):
                children = part.items if parent is None else parent.children
                levels: dict[int, list[Item]] = {}
                for item in children:
                    if item.marker.family is HEADING:
                        levels.setdefault(self.reading.blocks[item.block].level, []).append(item)
                found += [
                    Series(HEADING, tuple(items), parent, number, quoted=items[0].quoted) for items in levels.values()
                ]
        return tuple(sorted(found, key=lambda one: one.items[0].span))

    @cached_property
    def families(self) -> frozenset[str]:
        """The names of the families of all markers, to tell at once what a draft cannot hold."""
        return frozenset({item.marker.family.name for item in self.items})

    @cached_property
    def features(self) -> frozenset[str]:
        """The elements that a part has (``title``, ``recipients``, ``signature``, ``date`` …), and the names of the
        families of markers and of runs, those of a label or verb without its word; and the ``_slips`` that it holds.
        """
        elements = {name for part in self.parts for name in _ELEMENTS if getattr(part, name) is not None}
        runs = {series.family.name for series in (*self.series, *self.headings)}
        return frozenset(elements | {name.partition(" ")[0] for name in runs | self.families}) | self._slips

    @property
    def _slips(self) -> frozenset[str]:
        """What few drafts hold: a ``restart``, a ``late start``, an ``unread numeral``, ``raised levels``, or a run of
        headings ``beside its parent``.
        """
        told = {
            "restart": any(series.restarts for series in self.series),
            "late start": any((series.items[0].marker.value or 0) > series.base + 1 for series in self.series),
            "unread numeral": any(item.marker.value is None for item in self.items),
            "raised levels": any(part.levels.raised for part in self.parts),
            "beside its parent": any(map(self.stands_beside_parent, self.series)),
        }
        return frozenset(name for name, holds in told.items() if holds)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every item of every part, in text order."""
        return tuple(item for part in self.parts for item in self.items_of(part))

    def stands_beside_parent(self, series: Series) -> bool:
        """Whether a run of headings begins on the level of the heading above it by its markers: ## 三、, ## （四）."""
        if series.parent is None:
            return False
        above, own = (self.reading.blocks[item.block] for item in (series.parent, series.items[0]))
        return above is not own and above.kind == own.kind == "heading" and above.level == own.level

    def is_quoted(self, place: int) -> bool:
        """Whether a place stands between quotation marks, or at an opening one; quotations are apart and in order."""
        index = bisect_right(self.quotations, place, key=lambda span: span.start) - 1
        return index >= 0 and place < self.quotations[index].end

    def part_at(self, place: int) -> Part | None:
        """The part in which a place stands."""
        index = bisect_right(self.parts, place, key=lambda part: part.span.start) - 1
        return self.parts[index] if index >= 0 and place < self.parts[index].span.end else None

    def last_of(self, signs: str, start: int, end: int) -> int:
        """The last place of one of several signs between two offsets, or -1, however far back that is."""
        places = self.whole.derive(("signs", signs), lambda: _places(signs, self.text))
        index = bisect_left(places, end) - 1
        return places[index] if index >= 0 and places[index] >= start else -1

    @cached_property
    def typed(self) -> str:
        """The text with automatic numbers masked, for what is said of signs that an author typed."""
        return self.reading.typed()

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.reading.text[span.start : span.end]
