"""Whether as many items stand below a heading as it says in brackets: 一、存在的问题（4个问题）."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.checks.shared.slips import may_be_slip
from lint.document.tree import Document, Item
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LETTER, LONG_COUNT
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_COUNT = lazy(
    f"[（(](?P<text>(?:共计?|合计|总计|计)?(?P<number>{LONG_COUNT})"
    f"(?:个方面|方面|个|项|条|点|类|种|件|大|步|处){LETTER}{{0,6}})[）)]\\Z"
)
_DONE = lazy("未|已|新增|完成|[需待可]|以[上下内]")
_SOME = lazy("主要|重点|典型|突出|部分|例如|比如|以下列举")
_ASPECT = lazy(
    "(?:情况|原因|成效|进展|打算|安排|概况|分析|目标|要求|意义)(?:分析)?$|^(?:存在|主要)?(?:问题|做法|措施)$"
)


class HeadingCount(Check, frozen=True):
    """A number in brackets at the end of a heading, against the items below, or those one level deeper.

    Nothing is said where a table stands below, or where the items are aspects of the matter (进展情况, 存在问题).
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})
    related_values: ClassVar[frozenset[str]] = frozenset({"marker"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that the items do not bear out."""
        for item in document.items:
            found = None if item.inline or item.quoted else _COUNT.search(document.slice(item.heading).rstrip())
            if found is None or _DONE.search(found["text"]):
                continue
            number, counted = value_of(found["number"]), len(item.children)
            if number > 1 < counted and not _is_borne_out(item, number) and _may_count(document, item, number):
                yield _hit(document, item, found)


def _is_borne_out(item: Item, number: int) -> bool:
    """Whether the children, those of one kind, or all theirs are as many."""
    families = [child.marker.family.name for child in item.children]
    deeper = sum(len(child.children) for child in item.children)
    return number in (len(families), deeper) or any(families.count(name) == number for name in families)


def _may_count(document: Document, item: Item, number: int) -> bool:
    if not may_be_slip(number, len(item.children)) or _SOME.search(document.slice(item.body)):
        return False
    if any(_ASPECT.search(document.slice(child.heading).strip()) for child in item.children):
        return False
    cells = (row[0].at for table in document.reading.tables for row in table.rows[:1] if row)
    return not any(item.span.start <= at <= item.span.end for at in cells)


def _hit(document: Document, item: Item, found: re.Match[str]) -> Hit:
    start = item.heading.start
    values = {"announced": str(value_of(found["number"])), "counted": str(len(item.children)), "text": found["text"]}
    ends = (item.children[0], item.children[-1])
    places = tuple(Place(one.sign, {"marker": document.slice(one.marker.span)}) for one in ends)
    return Hit(Span(start + found.start("text"), start + found.end("text")), values, places)
