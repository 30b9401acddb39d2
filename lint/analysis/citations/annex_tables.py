"""Citations of tables behind a draft (附表1, 附表2) where its list and its tables have none of the number."""

import re
from collections.abc import Iterator

import msgspec

from lint.analysis.citations.annexes import annexes_of
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_HAN = "一二三四五六七八九十"
_NUMBER = rf"(?P<number>\d{{1,2}}|[{_HAN}]{{1,3}})"
_LIST_HEAD = lazy(r"附[ \u3000]*表[ \u3000]*[：:]")
_ENTRY = lazy(r"(?:(?<=[\s\u3000：:；;])|^)(?P<number>\d{1,2})[.．、：:](?!\d)")
_TABLE = lazy(rf"(?:^|(?<=[\n\t|]))[ \u3000]*(?P<place>附表[ \u3000]?{_NUMBER})(?![\d.．])")
_UNNUMBERED = lazy(r"^[ \u3000]*(?P<word>附表)(?:[：:]|[ \u3000]*$)", re.MULTILINE)
_CITATION = lazy(
    rf"附表(?<=[（(，。；、：:见照按据写报如将把以和与及或在对由送附]附表)[ \u3000]?{_NUMBER}"
    r"(?=[）)，。、；：所中要和与及列的]|填[写报]|$)",
    re.MULTILINE,
)
_OF_ANOTHER = lazy(r"》|文件|来[文函]|上级")
_NEAR = 200  # characters of the sentence before a citation that are read for another text


class AbsentTable(msgspec.Struct, frozen=True):
    """A citation of a table that is not there, the numbers of those that are, and the place of the last of these.

    ``known`` is empty where those that are there have no numbers.
    """

    cited: Span
    known: tuple[int, ...]
    last: Span


def absent_tables(document: Document) -> tuple[AbsentTable, ...]:
    """The first citation of each 附表 beyond the last one that the draft lists or holds, in text order."""
    if "附" not in document.text or not _CITATION.search(document.text):
        return ()
    places: dict[int, Span] = {}
    for number, span in (*_listed(document), *_held(document)):
        places.setdefault(number, span)
    if 1 not in places:
        return () if places else _beyond_unnumbered(document)
    known = tuple(sorted(places))
    return _beyond(document, known[-1], known, places[known[-1]])


def stray_tables(document: Document) -> tuple[Span, ...]:
    """Citations of 附表5 in a draft that holds all its annexes, none of them a table, and speaks of no 附表1."""
    cited = _cited(document) if "附表" in document.text else {}
    if not cited or 1 in cited or any(_TABLE.finditer(document.text)) or _UNNUMBERED.search(document.text):
        return ()
    annexes = annexes_of(document)
    whole = any(one.bodies for one in annexes) and all(len(one.entries) <= len(one.bodies) for one in annexes)
    titles = [document.slice(body.title) for one in annexes for body in one.bodies if body.title]
    tabled = any("表" in title for title in titles) or any(
        table.rows[0][0].at > document.main.span.end for table in document.reading.tables
    )
    return () if tabled or not whole else tuple(cited.values())


def _beyond_unnumbered(document: Document) -> tuple[AbsentTable, ...]:
    """Citations beyond the tables that have no number, the lines of a list (附表：甲) and the heads counted apart."""
    lines = [Span(*match.span("word")) for match in _UNNUMBERED.finditer(document.text)]
    listed = sum(document.text[line.end : line.end + 1] in ("：", ":") for line in lines)
    return _beyond(document, max(listed, len(lines) - listed), (), lines[-1]) if lines else ()


def _beyond(document: Document, highest: int, known: tuple[int, ...], last: Span) -> tuple[AbsentTable, ...]:
    return tuple(AbsentTable(span, known, last) for number, span in _cited(document).items() if number > highest)


def _cited(document: Document) -> dict[int, Span]:
    """The first citation of each number."""
    told: dict[int, Span] = {}
    for match in _CITATION.finditer(document.text):
        number = value_of(match["number"])
        if number not in told and not _is_of_another(document, match.start()):
            told[number] = Span(*match.span())
    return told


def _is_of_another(document: Document, place: int) -> bool:
    sentence = document.last_of("。\n", max(0, place - _NEAR), place)
    return document.is_quoted(place) or bool(_OF_ANOTHER.search(document.text, max(0, sentence, place - _NEAR), place))


def _listed(document: Document) -> Iterator[tuple[int, Span]]:
    """The numbers of 附表：1. 甲 2. 乙, in one paragraph or several."""
    listing = False
    for block in document.reading.blocks:
        head = _LIST_HEAD.match(document.text, block.start, block.end)
        entries = list(_ENTRY.finditer(document.text, block.start, block.end)) if head or listing else []
        if listing and block.ordinal is not None:
            yield block.ordinal, Span(block.start, block.end)
        for match in entries:
            yield int(match["number"]), Span(*match.span("number"))
        listing = bool(head or (listing and (entries or block.ordinal is not None)))


def _held(document: Document) -> Iterator[tuple[int, Span]]:
    """The tables whose numbers begin a line or a cell."""
    for match in _TABLE.finditer(document.text):
        yield value_of(match["number"]), Span(*match.span("place"))
