"""Whether a text that looks back on a list counts as many items as it has: 以上四个问题 after three."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Item, Series
from lint.text.numerals import render_han, value_of
from lint.text.patterns.fragments import COUNT, LETTER, SMALL
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_BACK = lazy(
    rf"(?:(?<=[\n。：:；])|(?<=^))[\s　]*(?:[（(]?{SMALL}[）)、.．])?"
    r"(?:针对|对于?|根据|围绕|为解决|为了?|按照|落实|综合|综上|通过|产生|出现|存在|造成|解决|整改)?"
    rf"(?P<text>(?:以上|上述|前述|上列|前列)(?:所[列述提])?的?(?P<number>{COUNT})"
    f"(?P<measure>个方面|方面|个|项|条|点|类|种|件|大|步|处|批)(?P<noun>{LETTER}{{0,6}}))"
)
_WORDS = ("以上", "上述", "前述", "上列", "前列")
_NUMERALS = frozenset("一二三四五六七八九十两0123456789")
_ONE_OF = lazy("(?:以上|以下)?(?:之一|情形的|行为的|中的|规定的?|之[一二三])")
_NOUN = lazy(
    "(?:工作|重点|主要|突出|具体)?(?:问题|原因|措施|方面|任务|要求|意见|建议|事项|举措|工作|内容|做法|步骤|阶段|环节|不足|教训|经验|体会|情况|"
    "条件|原则|标准|办法|政策|制度|机制|行动|工程|项目)"
)
_CLAUSE = lazy("[，。；：\n]")
_MARKER = lazy("^[\\s　]*[一二三四五六七八九十0-9]{1,3}、")
_AND = lazy("[和与及]")
_NEAR = 300  # characters before the number that may name what it counts
_FEW = 3  # a number below it may speak of some of the items


class RecalledCount(Check, frozen=True):
    """以上N个… at the beginning of a sentence in the paragraph right after a list, or of the section after it.

    Nothing is said where any list, any number or any enumeration before it may be meant.
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})
    related_values: ClassVar[frozenset[str]] = frozenset({"marker"})

    def signs(self) -> tuple[str, ...]:
        """The words that look back."""
        return _WORDS

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that the list before it does not bear out."""
        for found in _BACK.finditer(document.text) if _may_count(document.text) else ():
            number = value_of(found["number"])
            after = document.text[found.start("noun") : found.end() + 8]
            if number < 2 or document.is_quoted(found.start("text")) or _ONE_OF.search(after):
                continue
            series = _before(document, found.start("text"))
            if series is None or (number < _FEW and number < len(series.items)):
                continue
            if _is_about(document, found, series) and not _is_meant_elsewhere(document, found, number):
                yield _hit(document, found, number, series)


def _may_count(text: str) -> bool:
    """Whether a number follows one of the words: to look there costs less than the pattern."""
    places = (place for word in _WORDS for place in places_of(word, text))
    return any(text[place + 2 : place + 6].lstrip("所列述提的")[:1] in _NUMERALS for place in places)


def _before(document: Document, place: int) -> Series | None:
    """The list that ends right before the paragraph of a place, or with the section before it."""
    blocks = document.reading.blocks
    block = bisect_left(blocks, place + 1, key=lambda one: one.start) - 1
    heading = next((item for item in document.items if item.block == block - 1 and _is_heading_of(item, place)), None)
    start = blocks[heading.block if heading else block].start
    ending = [
        series
        for series in document.series
        if len(series.items) > 1
        and not series.quoted
        and series.items[-1] is not heading
        and series.items[-1].block < block
        and series.items[-1].span.end >= start - 1
        and not any(child.block < block for child in series.items[-1].children)
    ]
    return max(ending, key=lambda series: series.items[0].depth, default=None)


def _is_about(document: Document, found: re.Match[str], series: Series) -> bool:
    """Whether the number counts what any list may hold (问题), or what this one or its heading speaks of."""
    noun = found["noun"]
    if not noun or _NOUN.match(noun) or found["measure"] in ("点", "条", "方面", "个方面"):
        return True
    listed = document.slice(Span(series.items[0].span.start, series.items[-1].heading.end))
    heading = document.slice(series.parent.heading) if series.parent else ""
    return noun[:2] in listed + heading


def _is_heading_of(item: Item, place: int) -> bool:
    return not item.inline and not item.run_in and item.span.start < place <= item.span.end


def _is_meant_elsewhere(document: Document, found: re.Match[str], number: int) -> bool:
    """Whether something else before the number is as many: a list, the items of several, names, or a number."""
    place = found.start("text")
    for series in document.series:
        items = [item for item in series.items if item.span.start < place]
        below = sum(child.span.start < place for item in items for child in item.children)
        if number in (len(items), below):
            return True
    before = document.text[:place]
    if any(number in _names_in(clause) for clause in _CLAUSE.split(before[-_NEAR:])):
        return True
    forms = {str(number), render_han(number), *(["两"] if number == 2 else [])}
    return any(f"{form}{found['measure'][:1]}" in before for form in forms)


def _names_in(clause: str) -> set[int]:
    """How many names a clause may join: 甲、乙和丙 are two or three."""
    names = _MARKER.sub("", clause).count("、") + 1
    return {names, names + 1} if _AND.search(clause) else {names}


def _hit(document: Document, found: re.Match[str], number: int, series: Series) -> Hit:
    noun = _NOUN.match(found["noun"])
    end = found.start("noun") + (noun.end() if noun else 0)
    span = Span(found.start("text"), end)
    values = {"announced": str(number), "counted": str(len(series.items)), "text": document.slice(span)}
    ends = (series.items[0], series.items[-1])
    return Hit(span, values, tuple(Place(item.sign, {"marker": document.slice(item.marker.span)}) for item in ends))
