"""Whether as many stages are gone through by their rank as the sentence says: 分三期实施。一期…；二期…."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.formats.blocks import Block
from lint.text.numerals import render_han, value_of
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_MEASURE = "期|批次?|步|阶段|轮|级|档|层|梯队|环节"
_DIVIDED = lazy(
    rf"(?:分|分为|分成|共分|划分为|设)(?:[为成作])?(?P<text>(?P<number>[三四五六七八九]|[3-9])个?(?P<measure>{_MEASURE}))"
    r"(?!以)[^。\n]{0,24}[。：:；，]"
)
_OPEN_ENDED = lazy("后续|其余|剩余|余下|最后|最终|末期|远期|尾期|其他|依次|以此类推|另行|目前|正在|已经?|等")
"""What tells of the last one by another name, or that it is still to come."""
_CLAUSE = lazy("[，；]")
_SLIP = 1
_APART = 1000  # characters between two of them
_REST = 200  # characters behind the last that is told


class RankedCount(Check, frozen=True):
    """分N期, N批, N个阶段 against 一期, 二期… that begin the clauses after it in its paragraph, from the first on.

    Nothing is said where the last is named anywhere in the draft, or where the text leaves it open.
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})
    related_values: ClassVar[frozenset[str]] = frozenset({"rank"})

    def signs(self) -> tuple[str, ...]:
        """What says that something is divided."""
        return ("分", "设")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that the ranks do not bear out."""
        for block in document.clock.watched(document.reading.blocks):
            for found in _DIVIDED.finditer(document.text, block.start, block.end):
                told = _told(document.text, block, found)
                if len(told) > 1 and not document.is_quoted(found.start()) and _is_off(document, block, found, told):
                    yield _hit(document, found, told)


def _told(text: str, block: Block, found: re.Match[str]) -> list[Span]:
    """The ranks that begin clauses, as long as each is one more than the one before."""
    told: list[Span] = []
    place = found.end("text")
    while len(told) <= value_of(found["number"]):
        rank = render_han(len(told) + 1)
        clause = re.compile(rf"(?<=[。：:；，、])第?{rank}{found['measure']}")
        next_one = clause.search(text, place, min(block.end, place + _APART))
        if next_one is None:
            break
        told.append(Span(*next_one.span()))
        place = next_one.end()
    return told


def _is_off(document: Document, block: Block, found: re.Match[str], told: list[Span]) -> bool:
    number = value_of(found["number"])
    if abs(len(told) - number) != _SLIP:
        return False
    end = min(block.end, told[-1].end + _REST)
    last, text = render_han(number) + found["measure"], document.text
    return len(told) > number or not (
        _goes_on(text, told, end)
        or document.derive(("rank told", last), lambda: re.search(f"(?<![分为成作设]){last}", text) is not None)
        or _OPEN_ENDED.search(text, found.start(), end)
    )


def _goes_on(text: str, told: list[Span], end: int) -> bool:
    """Whether the last rank has more clauses than any before it, which may be of one by another name.

    一期付30%，二期付40%，三期付25%，质保金5%缺陷责任期满后付清.
    """
    stop = text.find("。", told[-1].end, end)
    starts = [one.start for one in told] + [stop if stop >= 0 else end]
    clauses = [len(_CLAUSE.findall(text[first:last].rstrip("，；、。"))) for first, last in pairwise(starts)]
    return clauses[-1] > max(clauses[:-1])


def _hit(document: Document, found: re.Match[str], told: list[Span]) -> Hit:
    values = {"announced": str(value_of(found["number"])), "counted": str(len(told)), "text": found["text"]}
    ends = (told[0], told[-1])
    places = tuple(Place(one, {"rank": document.slice(one)}) for one in ends)
    return Hit(Span(*found.span("text")), values, places)
