"""Whether as many items stand under several headings as the text says in all: 4个方面13个问题."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import ClassVar

from lint.analysis.leads import sentence_before
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.slips import may_be_slip
from lint.document.tree import Document, Item, Series
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LETTER, LONG_COUNT
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_COUNTS = lazy(
    rf"(?<![0-9一二三四五六七八九十第.])(?P<groups>{LONG_COUNT})(?P<measure>(?:个|大)?(?:方面|部分|大类|类|领域|板块))(?:，?[共计合的]{{0,3}}"
    "|(?:共|重点|全面)?(?:实施|部署|推出|提出|明确|安排|细化|梳理|抓好|推进|落实|开展|确定)了?)"
    f"(?P<text>(?P<number>{LONG_COUNT})[个项条点处](?:具体|主要|突出|重点)?(?P<noun>{LETTER}{{0,2}}))"
)
_FEWEST_GROUPS = 3
_PAST = lazy("(?:上年|去年|上一年|上次|上轮|上届|此前|[0-9]{4}年度?民主生活会)[^。；\\n]*$")
"""What speaks of earlier problems, which may be as many by chance."""
_NEAR = 40  # characters before a number


class DeeperCount(Check, frozen=True):
    """A number of groups that is right, and with it a number of all that the groups hold, against the items below.

    And a number of groups that is one off where the number of all that they hold is right, anywhere in the text that
    leads in. Nothing is said where a group holds none, where they are written inside paragraphs, or where any level
    agrees.
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text", "scope"})
    related_values: ClassVar[frozenset[str]] = frozenset({"marker"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that the items below do not bear out."""
        for series in document.clock.watched((*document.series, *document.headings)):
            if len(series.items) < 2 or series.items[0].inline or series.quoted:
                continue
            start, end = sentence_before(document, series)
            told = _COUNTS.finditer(document.text, start, end) if _have_items(series) else ()
            for found in chain(told, _told_at_first(document, series, start)):
                if value_of(found["groups"]) == len(series.items) and (hit := _compared(document, found, series)):
                    yield hit
            if series.parent is None and (preamble := document.parts[series.part].preamble) is not None:
                start = min(start, preamble.start)
            for found in _COUNTS.finditer(document.text, start, end):
                if hit := _grouped(document, found, series):
                    yield hit


def _told_at_first(document: Document, series: Series, lead: int) -> Iterator[re.Match[str]]:
    """What the preamble tells of the items of the section whose heading has their name (存在的问题)."""
    parent, preamble = series.parent, document.parts[series.part].preamble
    if parent is None or parent.depth > 1 or preamble is None or preamble.end > lead or not _have_items(series):
        return
    heading = document.slice(parent.heading)
    for found in _COUNTS.finditer(document.text, *preamble):
        before = document.text[max(preamble.start, found.start() - _NEAR) : found.start()]
        if len(found["noun"]) > 1 and found["noun"] in heading and not _PAST.search(before):
            yield found


def _have_items(series: Series) -> bool:
    return all(item.children and not any(child.inline for child in item.children) for item in series.items)


def _compared(document: Document, found: re.Match[str], series: Series) -> Hit | None:
    number = value_of(found["number"])
    below = [child for item in series.items for child in item.children]
    last = below[-1].marker.value or 0
    deeper = len([one for child in below for one in child.children])
    counted = last if _runs_on(series) else len(below)
    is_right = number in (counted, len(below), last, deeper, len(below) + deeper)
    if is_right or not may_be_slip(number, counted):
        return None
    values = {"announced": str(number), "counted": str(counted), "text": found["text"], "scope": "各方面合计"}
    places = tuple(Place(one.sign, {"marker": document.slice(one.marker.span)}) for one in (below[0], below[-1]))
    return Hit(Span(*found.span("text")), values, places)


def _grouped(document: Document, found: re.Match[str], series: Series) -> Hit | None:
    """What is wrong with a number of groups whose items are, all together, as many as told."""
    groups = [item for item in series.items if item.children and not any(child.inline for child in item.children)]
    number, all_told = value_of(found["groups"]), value_of(found["number"])
    below = [child for item in groups for child in item.children]
    if len(groups) < _FEWEST_GROUPS or all_told < 2 * len(groups) or number in (len(groups), len(series.items)):
        return None
    if abs(number - len(groups)) != 1 or all_told not in (len(below), _value(below[-1])):
        return None
    if _PAST.search(document.text[max(0, found.start() - _NEAR) : found.start()]):
        return None
    span = Span(found.start("groups"), found.end("measure"))
    values = {"announced": str(number), "counted": str(len(groups)), "text": document.slice(span), "scope": "实际"}
    ends = (groups[0], groups[-1])
    return Hit(span, values, tuple(Place(one.sign, {"marker": document.slice(one.marker.span)}) for one in ends))


def _runs_on(series: Series) -> bool:
    """Whether the numbers below go on from heading to heading: 1. to 3., then 4. to 7."""
    pairs = zip(series.items, series.items[1:], strict=False)
    return all(_value(after.children[0]) > _value(before.children[-1]) for before, after in pairs)


def _value(item: Item) -> int:
    return item.marker.value or 0
