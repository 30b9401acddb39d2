"""Whether a list of names has as many as the text and its own head say: 8个先进集体, and seven lines."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.announced.name_lists import LIST, NameList, name_lists
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.slips import may_be_slip
from lint.document.tree import Document, Part
from lint.text.numerals import value_of
from lint.text.patterns.fragments import SOME
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_COUNT = lazy(f"(?<![0-9.第])(?P<number>[0-9]{{1,3}}|{SOME})[个名位家](?:单位|集体|同志|个人|企业|部门)?")
_ENDS = "，。；\n"
_CLAUSE = lazy(f"[^{_ENDS}]+")
_KIND = lazy(f"(?P<kind>[\\u4e00-\\u9fff]{{4}}){LIST}")


class NameListCount(Check, frozen=True):
    """Numbers at the head of a list of names, or in the clause of the text that speaks of it, against its lines.

    A line that begins with one of ``ends`` stands below the list.
    """

    ends: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})
    related_values: ClassVar[frozenset[str]] = frozenset({"number"})

    def signs(self) -> tuple[str, ...]:
        """What ends the number at the head of a list, or its name."""
        return ("名单", "）", ")")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first number that a list does not bear out, with the others as related places."""
        for part in document.parts:
            for names in name_lists(document, part, self.ends):
                places = [*_told(document, part, names), *([names.place] if names.number else [])]
                off = [place for place in places if _is_off(document, place, names.counted)]
                if off:
                    text = document.slice(off[0])
                    values = {"announced": _number(text), "counted": str(names.counted), "text": text}
                    others = tuple(Place(place, {"number": document.slice(place)}) for place in off[1:])
                    yield Hit(off[0], values, (*others, Place(names.first, {"number": document.slice(names.first)})))


def _told(document: Document, part: Part, names: NameList) -> Iterator[Span]:
    """The only number of the clauses before an annex that speak of what it lists."""
    kind = _KIND.search(document.slice(names.head))
    if kind is None or part is document.main:
        return
    main, seen = document.main.span, -1
    for at in places_of(kind["kind"], document.text):
        start, end = document.last_of(_ENDS, main.start, at) + 1, _CLAUSE.match(document.text, at)
        if not (main.start <= at < main.end) or start <= seen or end is None:
            continue
        seen = start
        counts = list(_COUNT.finditer(document.text, max(start, main.start), end.end()))
        if len(counts) == 1 and not document.is_quoted(counts[0].start()):
            yield Span(*counts[0].span())


def _is_off(document: Document, place: Span, counted: int) -> bool:
    number = value_of(_number(document.slice(place)))
    return number != counted and may_be_slip(number, counted)


def _number(text: str) -> str:
    found = re.search("[0-9]+|[二三四五六七八九十]+", text)
    return str(value_of(found[0])) if found else "0"
