"""Whether the intervals of grades meet: no 75分以上90分以下 above 60分至80分."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import ClassVar

import msgspec

from lint.analysis.counts.quantities.intervals import Interval, IntervalReader, IntervalWords, misfits, reader_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Item
from lint.formats.blocks import PROSE, Table
from lint.text.patterns.bounded import RegexStr, search
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_FEWEST = 3  # intervals of a scale
_SCORES = ("", "分", "%")
_FARTHEST = 30  # characters from one interval of a sentence to the next
_SENTENCE = lazy(r"(?:(?<=[）)、.．])[^。\n\d]{2,14}。)?[^。\n]+")
"""A sentence, with the heading of an item before it: （1）重大事件（Ⅱ级）。停水48小时以上."""


class _Grade(msgspec.Struct, frozen=True):
    """An interval with its place, its words and whether the name of a grade stands beside it."""

    interval: Interval
    span: Span
    found: str
    named: bool


class GradeIntervals(Check, frozen=True, kw_only=True):
    """Neighbouring intervals that overlap or leave a gap in a sentence, a run of items or a line of a table.

    ``grades`` is what names grades, without which a gap is no fault. ``over`` and ``under`` stand before a number,
    ``units`` after it; numbers of ``apart`` units may overlap on purpose. What is ``given`` or ``counted`` before a
    number, and what ``consequences`` follow it, is no condition but what a grade entails.
    """

    grades: RegexStr
    units: tuple[str, ...]
    over: tuple[str, ...]
    under: tuple[str, ...]
    apart: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"found", "other", "fault", "fault_en"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield "grades", self.grades

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the second of each such pair, related to the first."""
        words = self.units, self.over, self.under, self.apart, self.given, self.counted, self.consequences
        reader = reader_of(IntervalWords(*words))
        hits: dict[Span, Hit] = {}
        for scale in document.clock.watched(self._scales(document, reader)):
            for hit in _wrong(scale):
                if not document.is_quoted(hit.span.start):
                    hits.setdefault(hit.span, hit)
        yield from sorted(hits.values(), key=lambda hit: hit.span)

    def _scales(self, document: Document, reader: IntervalReader) -> Iterator[Sequence[_Grade]]:
        places = reader.places(document.typed)
        for items in _runs(document) if len(places) >= _FEWEST else ():
            if _held(places, items[0].span.start, items[-1].span.end) >= _FEWEST:
                yield from self._in_items(document, reader, items)
        for block in document.reading.blocks if len(places) >= _FEWEST else ():
            if block.kind in PROSE and _held(places, block.start, block.end) >= _FEWEST:
                for match in _SENTENCE.finditer(document.typed, block.start, block.end):
                    if _held(places, *match.span()) >= _FEWEST:
                        yield from self._in_sentence(document, reader, Span(*match.span()))
        for table in document.reading.tables:
            yield from self._in_table(document, reader, table)

    def _in_items(
        self, document: Document, reader: IntervalReader, items: Sequence[Item]
    ) -> Iterator[Sequence[_Grade]]:
        """The scales that run through the first sentences of items one after the other."""
        sentences = [_first_sentence(document, item) for item in items]
        units = [reader.units(document.typed, *sentence) for sentence in sentences]
        if any(
            _may_be_scale([*chain(*map(frozenset, three))]) for three in zip(units, units[1:], units[2:], strict=False)
        ):
            yield from _dimensions([self._grades(document, reader, document.typed, one) for one in sentences])

    def _in_sentence(self, document: Document, reader: IntervalReader, span: Span) -> Iterator[Sequence[_Grade]]:
        """The runs of intervals of one unit in a sentence, whatever other numbers stand between."""
        if not _may_be_scale(reader.units(document.typed, *span)):
            return
        run: list[_Grade] = []
        for grade in self._grades(document, reader, document.typed, span):
            if run and (
                grade.interval.unit != run[-1].interval.unit or grade.span.start - run[-1].span.end > _FARTHEST
            ):
                yield run
                run = []
            run.append(grade)
        yield run

    def _grades(
        self, document: Document, reader: IntervalReader, text: str, span: Span, cell: int | None = None
    ) -> list[_Grade]:
        found = reader.intervals(text, *span) if reader.units(text, *span) else []
        if not found:
            return []
        edges = [span.start, *(one.end for one in found[:-1])], [*(one.start for one in found[1:]), span.end]
        return [
            _Grade(
                one,
                Span(one.start, one.end) if cell is None else Span(cell, cell),
                text[one.start : one.end],
                search(self.grades, text, before, after, document.clock) is not None,
            )
            for one, before, after in zip(found, *edges, strict=True)
        ]

    def _in_table(self, document: Document, reader: IntervalReader, table: Table) -> Iterator[Sequence[_Grade]]:
        """The first column of intervals, and the row of heads."""
        width = max(map(len, table.rows), default=0)
        rows = table.rows
        for index in range(width):
            column = [row[index] for row in rows[1:] if index < len(row) and row[index].text.strip()]
            grades = [self._grades(document, reader, cell.text, Span(0, len(cell.text)), cell.at) for cell in column]
            if (
                len(column) >= _FEWEST
                and all(len(one) == 1 for one in grades)
                and len({c.at for c in column}) == len(column)
            ):
                beside = any(
                    search(self.grades, cell.text, 0, len(cell.text), document.clock)
                    for row in rows[1:]
                    for cell in row
                )
                yield [msgspec.structs.replace(one[0], named=one[0].named or beside) for one in grades]
                break
        heads = [self._grades(document, reader, cell.text, Span(0, len(cell.text)), cell.at) for cell in rows[0]]
        yield [one[0] for one in heads if len(one) == 1]


def _runs(document: Document) -> Iterator[Sequence[Item]]:
    """The items that stand side by side, of every part and below every item."""
    for part in document.parts:
        for items in (part.items, *(item.children for item in part.walk())):
            if len(items) >= _FEWEST:
                yield items


def _held(places: Sequence[int], start: int, end: int) -> int:
    """How many of several places lie within a stretch of text."""
    return bisect_left(places, end) - bisect_left(places, start)


def _first_sentence(document: Document, item: Item) -> Span:
    """The first sentence of an item, before the items in it; nothing where it has no words of its own."""
    end = item.children[0].span.start if item.children else item.span.end
    sentence = _SENTENCE.match(document.typed, item.sign.end, end)
    return Span(*sentence.span()) if sentence else Span(end, end)


def _may_be_scale(units: Sequence[str]) -> bool:
    """Whether intervals whose units begin so may be a scale: as many as one has, of one unit."""
    counts = Counter(units)
    return max((count for unit, count in counts.items() if unit), default=0) + counts[""] >= _FEWEST


def _dimensions(items: Sequence[list[_Grade]]) -> Iterator[Sequence[_Grade]]:
    """The scales that run through items, one for each unit; where an item has several of it, all have as many."""
    run: list[list[_Grade]] = []
    for grades in (*items, []):
        if grades:
            run.append(grades)
            continue
        for unit in dict.fromkeys(grade.interval.unit for one in run for grade in one):
            of_unit = [[grade for grade in one if grade.interval.unit == unit] for one in run]
            if len({len(one) for one in of_unit}) == 1:
                for column in zip(*of_unit, strict=True):
                    if len(of_unit[0]) == 1 or len({grade.interval.following for grade in column}) == 1:
                        yield column
            else:
                yield from _alike(of_unit)
        run = []


def _alike(items: Sequence[list[_Grade]]) -> Iterator[Sequence[_Grade]]:
    """The scales of what every item has one interval of, by the words behind it: 1万人以下的, 3人以下死亡."""
    for words in dict.fromkeys(grade.interval.following for grade in items[0]):
        column = [[grade for grade in one if grade.interval.following == words] for one in items]
        if words and all(len(one) == 1 for one in column):
            yield [one[0] for one in column]


def _covers_all(scale: Sequence[_Grade]) -> bool:
    """Whether a scale of sizes has no end on either side, so that each size should have its place.

    Of scores and shares the middle may entail nothing: 60分以下约谈，80分至90分表扬，90分以上奖励.
    """
    return scale[0].interval.is_open and scale[-1].interval.is_open and scale[0].interval.unit not in _SCORES


def _wrong(scale: Sequence[_Grade]) -> Iterator[Hit]:
    named = sum(grade.named for grade in scale)
    if len(scale) < _FEWEST or not (named > 1 or any(grade.interval.is_open for grade in scale)):
        return
    graded = named > 1 or _covers_all(scale)
    wrong = {(one.first, one.second): one for one in misfits([grade.interval for grade in scale], graded=graded)}
    for (first, second), grades in zip(pairwise(range(len(scale))), pairwise(scale), strict=True):
        fault = wrong.get((first, second))
        if fault:
            zh, en = ("重叠", "overlap") if fault.overlaps else ("之间有空档", "leave a gap")
            one, other = grades
            values = {"found": one.found, "other": other.found, "fault": zh, "fault_en": en}
            yield Hit(other.span, values, (Place(one.span),))
