"""Whether as many are listed below as a sentence that names any kind of them says: 对以下4家单位予以通报批评：."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.items import possible_counts
from lint.analysis.leads import sentence_before
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.slips import may_be_slip
from lint.document.tree import Document, Item, Series
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_LEAD = lazy(
    "(?:以下|下列|如下)(?P<text>(?P<number>[二三四五六七八九十]{1,3}|两|[2-9]|[1-9][0-9])"
    "(?P<measure>[^\\W\\d_a-zA-Z年月日天周时分秒元万亿米倍成])(?P<noun>[^\\W\\d_a-zA-Z]{1,2}))(?P<rest>[^。；\\n]*)[：:]\\Z"
)
_COMMON = frozenset("个条点项类种件大对方步招")
"""Measures that ``announced_count`` looks at where the list follows at once."""
_ELSE = lazy("以下|下列|如下|[0-9]|(?:标准|方式|程序|规定|要求|措施|意见|建议|职责|负责|任务|内容|处罚|处理|办法)$")
_ONE_OF = lazy("之一")
_NO_NAME = lazy("、|以及|的\\Z|^\\W*[^\\W\\d_]{2,3}[和及与][^\\W\\d_]{2,3}\\Z")
"""What several names are joined by, and what a case ends with (关停的，断电) that is none."""
_EACH = lazy("分类|分别|逐")
_NEAR = 24  # characters between a number and the list that follows at once
_HEAD = 60  # characters of an item that name it
_FEWEST = 2


class ListedCount(Check, frozen=True):
    """以下N家单位…： or 下列N类项目，…： before a list, with any measure, against the items or those in their groups.

    Where clauses stand between, the items themselves must say what is counted. Items of several names are not counted.
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})
    related_values: ClassVar[frozenset[str]] = frozenset({"marker"})

    def signs(self) -> tuple[str, ...]:
        """The words that point to the list."""
        return ("以下", "下列", "如下")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that the list does not bear out."""
        for series in document.clock.watched(document.series):
            if len(series.items) < _FEWEST or series.quoted or series.base:
                continue
            start, end = sentence_before(document, series)
            found = _LEAD.search(document.text, start, end)
            if found and _names_items(document, found, series) and not _is_borne_out(document, found, series):
                yield _hit(document, found, series)


def _names_items(document: Document, found: re.Match[str], series: Series) -> bool:
    """Whether the items are what a number counts, each of them one."""
    if _ELSE.search(found["rest"]) or _ONE_OF.match(found["rest"].lstrip("情形行为")):
        return False
    heads = [document.slice(_head(item)) for item in series.items]
    if len(found["noun"] + found["rest"]) <= _NEAR:
        may_be_names = not series.family.inline and not any(_NO_NAME.search(head) for head in heads)
        return found["measure"] not in _COMMON and may_be_names and not _EACH.search(found["rest"])
    texts = [document.slice(Span(item.marker.span.end, item.span.end)).rstrip("。；;， \n") for item in series.items]
    return all(text[-_HEAD:].endswith(found["noun"]) for text in texts)


def _head(item: Item) -> Span:
    end = item.heading.end if item.heading.end > item.heading.start else item.span.end
    return Span(item.marker.span.end, min(end, item.marker.span.end + _HEAD))


def _is_borne_out(document: Document, found: re.Match[str], series: Series) -> bool:
    number, counts = value_of(found["number"]), possible_counts(document, series)
    below = sum(len(item.children) for item in series.items)
    return number in (*counts, below) or not may_be_slip(number, counts[0])


def _hit(document: Document, found: re.Match[str], series: Series) -> Hit:
    counted = possible_counts(document, series)[0]
    values = {"announced": str(value_of(found["number"])), "counted": str(counted), "text": found["text"]}
    ends = (series.items[0], series.items[-1])
    places = tuple(Place(one.sign, {"marker": document.slice(one.sign)}) for one in ends)
    return Hit(Span(*found.span("text")), values, places)
