"""Whether levels and kinds are as many as said: 分为重大、较大、一般三级, and the list that explains them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from lint.analysis.counts.announced.counted_names import counted_names, not_taken_up
from lint.analysis.counts.announced.named_parts import named_leads
from lint.analysis.counts.announced.names_before_etc import names_before_etc
from lint.analysis.leads import sentence_before
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Item, Series
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LETTER, LONG_COUNT
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_NAME = r"[^、，。；：（）()\n\d]{1,14}?(?:[（(][^（）()\n]{1,12}[）)])?"
_NAMED = lazy(
    rf"(?:分为|分成|包括|包含|涵盖)(?P<names>{_NAME}(?:、{_NAME})*(?:、|和|及|以及|与){_NAME})(?P<number>[两二三四五六七八九])"
    f"(?P<measure>个?(?:等级|级别|层级|层次|阶段|类别|类型|部分|级(?!以)|类|种|档)|(?:个|项){LETTER}{{2,6}})(?=[。，；：])"
)
_LEADS = ("分为", "分成", "包括", "包含", "涵盖")
_NO_NAME = lazy(r"[，。；：\n\d]")
_NUMBERS = frozenset("两二三四五六七八九")
_MEASURES = frozenset("个项等级层阶类部种档")
_COUNT = 9  # characters of the longest number with its measure
_KIND = (
    r"(?P<measure>个?(?:单位|部门|地区|科室|处室|乡镇|镇街|街道|企业|学校|医院|领域|行业|方面|环节|项目|品种"
    r"|县区|市州|[县区镇村]))"
)
_COUNTED = f"(?P<number>{LONG_COUNT})"
_LISTED = r"(?P<names>[^、，。；：（）()\n\d《》]{2,20}(?:、[^、，。；：（）()\n\d《》]{2,20})+)"
_GROUP = lazy(rf"{_LISTED}等{_COUNTED}{_KIND}")
_WHOLE = lazy(rf"{_COUNTED}{_KIND}")
_GROUPS = 2
"""Fewest lists that make up a whole."""
_AND = lazy("、|以及|[和及与]")
_BRACKETS = lazy("[（(].*?[）)]")
_OR = lazy("或|[两二三四五六七八九]个")
"""Another number among the names: 高峰、平段、低谷三个时段或高峰、低谷两个时段."""
_NUMERALS = frozenset("一二三四五六七八九十")
_FIGURES = _NUMERALS | frozenset("两0123456789")
_OTHER_RANKS = ("以下", "以上", "其他", "其余", "各")
_SOME_RANKS = ("只", "仅", "本级", "主要", "重点")
_FEWEST = 3  # headings
_HEAD = 30  # characters of an item that name what it is about
_NEAR = 120  # characters to the list that explains the names


class NamedCount(Check, frozen=True):
    """Names that are more or fewer than the number behind them, or more than the items below that explain them.

    Before 等N个单位 only names that are more, or fewer where lists make up a total and another one is complete.
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text", "absent"})

    def signs(self) -> tuple[str, ...]:
        """The words before the number."""
        return ("、",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that the names or the items do not bear out."""
        text = document.text
        counted = [place for place in places_of("等", text) if text[place + 1 : place + 2] in _FIGURES]
        if counted:
            yield from _more_than_said(document)
        if len(counted) >= _GROUPS:
            yield from _fewer_of_group(document, counted)
        told = {hit.span.start: hit for hit in (*self._said(document), *_not_gone_through(document))}
        yield from (told[start] for start in sorted(told))

    def _said(self, document: Document) -> Iterator[Hit]:
        """Names behind 分为 and its like."""
        for match in _NAMED.finditer(document.text) if _may_be_named(document.text) else ():
            if (
                _NUMERALS.issuperset(match["names"].replace("、", ""))
                or match["names"].endswith("等")
                or _OR.search(match["names"])
            ):
                continue
            number = value_of(match["number"])
            names = [_BRACKETS.sub("", name) for name in _AND.split(match["names"])]
            fewest = match["names"].count("、") + 1
            if not min(fewest, len(names)) <= number <= len(names):
                yield _hit(match, number, len(names), (), "")
            elif number == len(names) and (series := _explaining(document, match.end(), names)) is not None:
                ends = (series.items[0], series.items[-1])
                yield _hit(
                    match, number, len(series.items), [item.sign for item in ends], _absent(document, series, names)
                )


def _may_be_named(text: str) -> bool:
    """Whether names with their number may stand behind a lead, which the large pattern is spared for."""
    for lead in _LEADS:
        for place in places_of(lead, text):
            line = text[place + len(lead) : text.find("\n", place) + 1 or len(text)]
            names = _NO_NAME.split(_BRACKETS.sub("", line), maxsplit=1)[0]
            if any(number in _NUMBERS and measure in _MEASURES for number, measure in pairwise(names[-_COUNT:])):
                return True
    return False


def _not_gone_through(document: Document) -> Iterator[Hit]:
    """Names counted right before a run each of whose items takes up one of them, and that leaves one out.

    And those of a preamble that the headings take up, one of which (议题, 问题) is not among them.
    """
    for series in document.clock.watched((*document.series, *document.headings)):
        if len(series.items) < 2 or series.quoted:
            continue
        lead = Span(*sentence_before(document, series))
        if series.parent is None and any(named_leads(document, lead)):
            continue  # parts of the draft: named_parts
        for one in counted_names(document, _paragraph_start(document, series, lead), lead.end):
            absent, strange = not_taken_up(document, series.items, one.names)
            if one.ranks and _is_told_besides(document, series, one.ranks, absent):
                continue
            if len(absent) == len(one.names) - len(series.items) > 0 and not strange:
                shown = "，缺" + "、".join(f"“{name}”" for name in absent)
                yield _counted(document, one.place, len(one.names), series.items, shown)
    for part in document.parts:
        items = [item for item in part.items if not item.inline]
        if part.preamble is None or len(items) < _FEWEST or not _are_alike(document, items):
            continue
        for one in counted_names(document, part.preamble.start, part.preamble.end):
            absent, strange = not_taken_up(document, items, one.names)
            if len(items) == len(one.names) + 1 and not absent and len(strange) == 1:
                shown = f"，多“{document.slice(strange[0].head).strip()}”"
                yield _counted(document, one.place, len(one.names), items, shown)


def _is_told_besides(document: Document, series: Series, names: Span, absent: Sequence[str]) -> bool:
    """Whether ranks without a heading are named elsewhere below theirs, or a heading holds those below it too."""
    below = document.text[names.end : series.items[-1].span.end]
    heads = "".join(document.slice(item.head) for item in series.items)
    lead = document.text[names.end : series.items[0].marker.span.start]
    if len(absent) > 1 or any(word in lead for word in _SOME_RANKS):
        return True
    return any(name in below for name in absent) or any(word in heads for word in _OTHER_RANKS)


def _paragraph_start(document: Document, series: Series, lead: Span) -> int:
    """Where the paragraph that leads in a run of paragraphs begins; for a run inside one, the sentence."""
    if series.items[0].inline or lead.start >= lead.end:
        return lead.start
    return min(lead.start, document.last_of("\n", 0, lead.end) + 1)


def _are_alike(document: Document, items: Sequence[Item]) -> bool:
    """Whether all headings are called the same at an end: 关于…问题."""
    headings = [document.slice(item.heading).strip() for item in items]
    return len({heading[-2:] for heading in headings}) == 1 or all(heading.startswith("关于") for heading in headings)


def _counted(document: Document, place: Span, number: int, items: Sequence[Item], absent: str) -> Hit:
    values = {"announced": str(number), "counted": str(len(items)), "absent": absent, "text": document.slice(place)}
    return Hit(place, values, (Place(items[0].sign), Place(items[-1].sign)))


def _more_than_said(document: Document) -> Iterator[Hit]:
    """Names before 等N个单位 that are more than N; fewer may be some of them."""
    for one in names_before_etc(document):
        if one.fewest > one.number:
            values = {
                "announced": str(one.number),
                "counted": str(one.fewest),
                "absent": "",
                "text": document.slice(one.whole),
            }
            yield Hit(one.place, values)


def _fewer_of_group(document: Document, counted: Sequence[int]) -> Iterator[Hit]:
    """Names that are fewer than said in a group of a whole: 13个镇，北片为甲镇、乙镇等6个镇，南片为…等7个镇."""
    for block in document.reading.blocks:
        if bisect_left(counted, block.end) - bisect_left(counted, block.start) < _GROUPS:
            continue
        groups = list(_GROUP.finditer(document.text, block.start, block.end))
        if len(groups) < _GROUPS or len({group["measure"] for group in groups}) > 1:
            continue
        counts = [(group, value_of(group["number"]), len(_AND.split(group["names"]))) for group in groups]
        whole = sum(number for _, number, _ in counts)
        totals = _WHOLE.finditer(document.text, block.start, groups[0].start())
        told = any(value_of(one["number"]) == whole and one["measure"] == groups[0]["measure"] for one in totals)
        if told and any(number == counted for _, number, counted in counts):
            yield from (
                _hit(group, number, counted, (), "") for group, number, counted in counts if _is_slip(number, counted)
            )


def _is_slip(number: int, counted: int) -> bool:
    """Whether names are fewer by so little that one was left out, rather than a few named for the others."""
    return counted < number <= counted + 2 and 4 * counted >= 3 * number


def _explaining(document: Document, after: int, names: Sequence[str]) -> Series | None:
    """The series right behind a place that begins to go through the names, and ends before the last."""
    first = bisect_left(document.series, after, key=_start)
    for series in document.series[first : bisect_right(document.series, after + _NEAR, first, key=_start)]:
        items = series.items
        if 1 < len(items) < len(names):
            texts = [document.slice(Span(item.marker.span.end, item.span.end)).lstrip() for item in items[:2]]
            if (
                texts[0].startswith(names[0])
                and texts[1].startswith(names[1])
                and not _is_joint(document, items[-1], names)
            ):
                return series
    return None


def _is_joint(document: Document, last: Item, names: Sequence[str]) -> bool:
    """Whether the last item explains several names at once: （3）Ⅱ级、Ⅰ级响应。."""
    heading = document.slice(last.heading)
    return names[-1] in heading and names[-2] in heading


def _absent(document: Document, series: Series, names: Sequence[str]) -> str:
    """The names that no item begins with, as the message says it."""
    texts = [document.slice(Span(item.marker.span.end, item.span.end)).lstrip()[:_HEAD] for item in series.items]
    absent = [name for name in names if not any(text.startswith(name) for text in texts)]
    return "，缺" + "、".join(f"“{name}”" for name in absent) if absent else ""


def _start(series: Series) -> int:
    return series.items[0].span.start


def _hit(match: re.Match[str], number: int, counted: int, related: Sequence[Span], absent: str) -> Hit:
    values = {
        "announced": str(number),
        "counted": str(counted),
        "absent": absent,
        "text": match.string[match.start("names") : match.end("measure")],
    }
    return Hit(Span(match.start("number"), match.end("measure")), values, tuple(Place(span) for span in related))
