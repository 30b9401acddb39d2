"""Whether a catchword's number is that of the names that gloss it: “四大工程”（强师、强校、强基）."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import held, places_of
from lint.text.source import Span

_NUMERALS = "一二三四五六七八九十两百千零〇0-9"
_NUMBER = rf"(?<![{_NUMERALS}第.])(?P<number>[二三四五六七八九十两]|[2-9])(?![{_NUMERALS}])"
_NAME = rf"(?:(?![{_NUMERALS}]){LETTER}){{1,6}}"
_QUOTED = lazy(
    rf"[“‘\"](?P<text>{_NUMBER}{_NAME})[”’\"]{LETTER}{{0,4}}"
    r"(?:[（(](?P<in>[^（()）\n]{3,120})[）)]|(?:——|—)(?P<after>[^。；—\n]{3,120}))"
)
_MEASURED = lazy(rf"(?P<text>{_NUMBER}[个项大类种条支家所座名位处]{_NAME})[（(](?P<in>[^（()）\n]{{5,160}})[）)]")
_MORE_THAN_ONE = frozenset("二三四五六七八九十两23456789")
_MEASURES = frozenset("个项大类种条支家所座名位处")
_FARTHEST = 8  # characters from a number to the bracket behind its noun
_GLOSSES = frozenset("（(—")
_QUOTED_FARTHEST = 14  # characters from the quotation mark to what is behind the quotation and four letters
_OPENINGS = tuple(f"{mark}{number}" for mark in '“‘"' for number in sorted(_MORE_THAN_ONE))
"""What a quoted number of things begins with."""
_DEFINES = lazy("^(?:即|指|是指|分别(?:为|是|指)|包括)[：:]?")
_AND = lazy("以及|[和及与或]")
_PART = lazy(
    "[：:，,；;“”《》]|[0-9]|等|…|^(?:其?中|含|包含|不含|除|如|例|比如|主要|见|详见|由|按|以|共|各|每|限|重点|不)"
    "|(?:除外|牵头|负责|配合|联合|参与|组成|左右|以[上下内])(?:、|$)|[期批](?:、|$)"
)
"""What is a note, or tells some of what is counted only."""
_NO_THING = lazy("^.个?(?:工作日|自然日|小时|星期|季度|[年月日天周]|百分点)|以上|以下|之[一二三四]|多")
_OTHER_NUMBER = lazy(f"[{_NUMERALS}]{LETTER}\\Z")
_LONGEST = 12  # characters of a name
_SURE = 3  # names that are enough without quotation marks


class GlossedCount(Check, frozen=True):
    """A quoted number of things with names in brackets or after a dash behind it; or any such number in front of （）.

    Names are one more or fewer; 和 may stand inside a name. Notes (其中…, 见…, …牵头) are no names.
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})

    def signs(self) -> tuple[str, ...]:
        """What joins the names."""
        return ("、",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that its names do not bear out."""
        text = document.text
        measured = _MEASURED.finditer(text) if any(_may_be_measured(text, place) for place in _notes(text)) else ()
        quoted = _QUOTED.finditer(text) if any(_may_be_glossed(text, place) for place in _openings(text)) else ()
        found = {one.start("number"): one for one in (*measured, *quoted)}
        for place in sorted(found):
            if hit := _compared(document, found[place]):
                yield hit


def _notes(text: str) -> Iterator[int]:
    return (place for bracket in "（(" for place in places_of(bracket, text))


def _openings(text: str) -> Iterator[int]:
    return (place for opening in held(text, _OPENINGS) for place in places_of(opening, text))


def _may_be_glossed(text: str, place: int) -> bool:
    """Whether a bracket or dash may stand behind a quotation that begins with a number."""
    return not _GLOSSES.isdisjoint(text[place : place + _QUOTED_FARTHEST])


def _may_be_measured(text: str, place: int) -> bool:
    """Whether a number with its measure may stand before a bracket."""
    before = text[max(0, place - _FARTHEST) : place]
    return any(one in _MORE_THAN_ONE and other in _MEASURES for one, other in pairwise(before))


def _compared(document: Document, found: re.Match[str]) -> Hit | None:
    groups = found.groupdict()
    listed = _DEFINES.sub("", groups["in"] or groups["after"].partition("，")[0])
    names = listed.split("、")
    is_quoted = found[0][0] in '“‘"'
    if len(names) < (2 if is_quoted else _SURE) or _PART.search(listed) or max(map(len, names)) > _LONGEST:
        return None
    before = document.text[max(0, found.start() - 2) : found.start()]
    if _NO_THING.search(found["text"]) or _OTHER_NUMBER.search(before):
        return None
    number, most = value_of(found["number"]), sum(len(_AND.split(name)) for name in names)
    if len(names) <= number <= most or number not in (len(names) - 1, most + 1):
        return None
    counted = most if most < number else len(names)
    values = {"announced": str(number), "counted": str(counted), "text": found["text"]}
    return Hit(Span(*found.span("text")), values)
