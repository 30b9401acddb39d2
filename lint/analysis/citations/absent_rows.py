"""References to the rows of a ledger that is annexed (台账第25项, 附件1第25项), where its rows end before."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile

from lint.analysis.citations.annexes import annexes_of
from lint.analysis.citations.reference import N, Reference
from lint.analysis.tables.row_lists import RowNumbers, row_numbers
from lint.document.tree import Document, Part
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_LIST = "(?:台账|清单|一览表|(?:任务|分工|明细|汇总|安排|计划|责任|登记|统计|问题)表)"
_ROW = lazy(rf"第(?P<number>{N})(?:项|条|号|个问题)(?![目数额款例\d])")
_OF_LIST = lazy(
    rf"(?:(?<!》)(?P<name>《?{LETTER}{{0,24}}{_LIST})》?|(?<=[，。；、：（见照据对应在按入])(?<!意见|数据)附件(?P<annex>\d{{1,2}}))"
    "[中的里]?$"
)
_LIST_END = lazy(f"{_LIST}$")
_NOTE = lazy(r"[（(][^（）()]*[）)]\s*$")
_BEFORE = "见按照据对应在列入和与及至由将把"
"""What may stand before the name of an own ledger: 县委整改台账 is another's."""
_LEAST = 2  # rows of a ledger
_MOST = 20  # annexes that are asked
_NEAR = 40  # characters before a number that are read for its list


def absent_rows(document: Document) -> Iterator[Reference]:
    """The first citation of each such row."""
    text = document.text
    told: set[tuple[int, int]] = set()
    for match in _ROW.finditer(text) if document.reading.tables else ():
        cited = _OF_LIST.search(text[max(0, match.start() - _NEAR) : match.start()])
        part = _annexed(document, cited) if cited and not document.is_quoted(match.start()) else None
        last = _last_row(document, part) if part is not None else None
        number = value_of(match["number"])
        if part is None or last is None or number <= last.highest or (part.span.start, number) in told:
            continue
        told.add((part.span.start, number))
        cell = last.cells[-1]
        yield Reference("item", Span(*match.span()), Span(cell.at, cell.at), cell.text.strip())


def _annexed(document: Document, cited: re.Match[str]) -> Part | None:
    """The only annex that a place cites by its number or by the end of its title."""
    if cited["annex"]:
        bodies = (body for annexes in annexes_of(document) for body in annexes.bodies[:_MOST])
        numbered = [body for body in bodies if body.number == int(cited["annex"])]
        return document.part_at(numbered[0].head.start) if len(numbered) == 1 else None
    ledgers = document.derive(_annexed, lambda: tuple(islice(_ledgers(document), _MOST)))
    name = cited["name"]
    if name.startswith("《"):
        titled = [part for part, title in ledgers if title == name[1:]]
        return titled[0] if len(titled) == 1 else None
    shared = [_shared(name, title) for _, title in ledgers]
    longest = max(shared, default=0)
    own = longest == len(name) or name[-longest - 1] in _BEFORE
    return ledgers[shared.index(longest)][0] if longest and own and shared.count(longest) == 1 else None


def _ledgers(document: Document) -> Iterator[tuple[Part, str]]:
    """The annexes whose title is that of a list, with this title."""
    for part in document.parts:
        title = document.slice(part.title) if part.kind == "annex" and part.title else ""
        plain = "".join(_NOTE.sub("", title).split())
        if _LIST_END.search(plain):
            yield part, plain


def _shared(name: str, title: str) -> int:
    """How many of their last characters two names have in common."""
    pairs = zip(reversed(name), reversed(title), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _last_row(document: Document, part: Part) -> RowNumbers | None:
    """The table of a part, the only one, whose rows are numbered to the end."""
    tables = row_numbers(document)
    first = bisect_left(tables, part.span.start, key=lambda table: table.at)
    own = [table for table in tables[first : first + 2] if table.at < part.span.end]
    return own[0] if len(own) == 1 and len(own[0].cells) >= _LEAST else None
