"""Whether a text has as many labelled blocks as it says: 细化为4个方面15个问题, and 问题1 to 问题14."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.families import LABEL
from lint.document.tree import Document, Item
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LONG_COUNT
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_CUE = lazy("(?:本|细化|分解|梳理|归纳|列出|列入|明确|形成|制定|确定|提出|以下|如下|下列|共|合计)[^。；\\n]{0,20}$")
_NOT_ALL = lazy("其中[^。；\\n]{0,20}$|第$|(?:已|未|待|尚)[^，。；\\n]{0,12}$")
_FEWEST = 3
_SLIP = 2
"""How far a number may be off: what differs by more counts other things."""


class LabelledCount(Check, frozen=True):
    """Numbers of problems, tasks and the like before the first block under 问题1, 任务一, against all such blocks.

    Nothing is said where a number before them is right, or where the last label is that number: then one is skipped,
    which is told by the numbering.
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})
    related_values: ClassVar[frozenset[str]] = frozenset({"marker"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the last number that the blocks do not bear out."""
        for part in document.parts:
            labelled: dict[str, list[Item]] = {}
            for item in document.items_of(part):
                if item.marker.family.name.startswith(LABEL) and not item.quoted and not item.inline:
                    labelled.setdefault(item.marker.family.name, []).append(item)
            for items in labelled.values():
                if len(items) >= _FEWEST and (hit := _compared(document, part.span.start, items)):
                    yield hit


def _compared(document: Document, start: int, items: Sequence[Item]) -> Hit | None:
    first = items[0].marker
    word = document.slice(Span(first.span.start, first.numeral[0])).removeprefix("第").strip()
    announced = [
        one for one in _counts(word).finditer(document.text, start, first.span.start) if _is_all(document, one)
    ]
    numbers = [value_of(one["number"]) for one in announced]
    right = {len(items), max(item.marker.value or 0 for item in items)}
    if not word or not numbers or right.intersection(numbers) or abs(numbers[-1] - len(items)) > _SLIP:
        return None
    span = Span(*announced[-1].span())
    values = {"announced": str(numbers[-1]), "counted": str(len(items)), "text": document.slice(span)}
    ends = (items[0], items[-1])
    return Hit(span, values, tuple(Place(item.sign, {"marker": document.slice(item.sign)}) for item in ends))


def _counts(word: str) -> re.Pattern[str]:
    """Numbers that count what a label is called."""
    return re.compile(
        f"(?<![0-9一二三四五六七八九十百第.])(?P<number>{LONG_COUNT})(?:个|项|条|件)"
        f"(?:具体|突出|重点|主要)?{re.escape(word)}"
    )


def _is_all(document: Document, found: re.Match[str]) -> bool:
    before = document.text[max(0, found.start() - 40) : found.start()]
    return _CUE.search(before) is not None and _NOT_ALL.search(before) is None
