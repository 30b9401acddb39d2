"""Numbers that a text, a caption or a group's own head tell of the rows of a table: 本方案共30项任务（见附件1）."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

from lint.analysis.citations.annexes import Annexes, annexes_of
from lint.analysis.tables.row_lists import RowGroup, RowList, row_lists, whole_lists
from lint.analysis.tables.row_words import RowWords
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LETTER, LONG_COUNT, NOT_WITHIN
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_MEASURE = "[项个条件起宗例处家名位所]"
_SUM = "(?:[总一]?共计?|合计|总计|小计|计)"
_BRACKETED = lazy(
    rf"[（(](?:[^（）()\n，、]{{1,8}}[，、；])?(?P<text>(?P<sum>{_SUM}(?:有|为)?)?(?P<number>{LONG_COUNT}){_MEASURE}"
    rf"(?P<noun>{LETTER}{{0,6}}))[）)]\s*\Z"
)
_COUNT = lazy(
    f"{NOT_WITHIN}(?P<text>(?P<number>{LONG_COUNT}){_MEASURE}(?!方面|部分|月|工作日)(?P<noun>{LETTER}{{0,10}}))"
)
_CITED = lazy(
    r"[（(，,](?:(?:具体|详细)?(?:内容|名单|清单|安排|情况|分工|任务)?(?:详见|见|如)|详见|见)"
    r"(?P<target>附件(?P<annex>[0-9]{1,2}|[一二三四五六七八九十])?|附表(?P<sheet>[0-9]{1,2}|[一二三四五六七八九十])?"
    r"|表(?P<table>[0-9]{1,2})|下表)(?![0-9、和至—～])"
)
_NUMBER_OF = rf"(?:方面|领域)?的?[^\W\d_]{{0,4}}?[（(]?(?P<text>(?P<number>[0-9]{{1,3}}){_MEASURE}{LETTER}{{0,2}})"
_BRACKETS = lazy("[（(][^（）()]*[）)]")
_SIGN = lazy("^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|[0-9]{1,2}[.．、])")
_MOST_KINDS = 20  # of rows in a table
_GAP = 24  # characters from the number to what cites the table
_STOPS = "。！？；\n"


class RowClaim(msgspec.Struct, frozen=True):
    """A number with its place and words, and how many rows the table has of what it counts."""

    place: Span
    number: int
    text: str
    counted: int
    first: Span
    last: Span


def row_claims(document: Document, words: RowWords) -> Iterator[RowClaim]:
    """The numbers that rows can bear out and do not, in no order; a number that anything else bears out is none."""
    for rows in row_lists(document):
        yield from _headed(document, rows, words)
        yield from _labelled(rows.groups, words)
    lists = whole_lists(document)
    if lists:
        yield from _cited(document, lists, words)
        for rows in lists:
            yield from _by_name(document, rows)
        if len(lists) == 1:
            yield from _announced(document, lists[0], words)


def _headed(document: Document, rows: RowList, words: RowWords) -> Iterator[RowClaim]:
    """What the nearest line above a table that ends in a bracket says of all its rows."""
    for head in rows.heads:
        line = document.slice(head)
        found = _BRACKETED.search(line)
        if found:
            if value_of(found["number"]) not in (rows.counted, *rows.others) and _is_of_rows(
                found, line[: found.start()], words
            ):
                start = head.start + found.start("text")
                yield _claim(
                    Span(start, head.start + found.end("text")), found, rows.counted, rows.first.at, rows.last.at
                )
            return


def _labelled(groups: Sequence[RowGroup], words: RowWords) -> Iterator[RowClaim]:
    """What the cells that name groups of rows say of these, or of them with the groups below that say nothing."""
    stated = [_BRACKETED.search(group.label.text.strip()) if group.label else None for group in groups]
    for index, (group, found) in enumerate(zip(groups, stated, strict=True)):
        if group.label and found and not words.tells_stage(found["text"]):
            end = next((later for later in range(index + 1, len(groups)) if stated[later]), len(groups))
            sums = list(accumulate(len(one.numbers) for one in groups[index:end]))
            if value_of(found["number"]) not in sums:
                place = Span(group.label.at, group.label.at)
                yield _claim(place, found, sums[0], group.numbers[0].at, group.numbers[-1].at)


def _by_name(document: Document, rows: RowList) -> Iterator[RowClaim]:
    """The only number of a sentence that is wrong for a group of rows, others being right: 教育类3项、卫生类2项."""
    named = {_name_of(group.label.text): len(group.numbers) for group in rows.groups if group.label} or rows.kinds
    told: dict[int, list[tuple[re.Match[str], int]]] = {}
    for name, counted in named.items() if 1 < len(named) <= _MOST_KINDS else ():
        for found in _told(name, document.text):
            told.setdefault(document.last_of(_STOPS, 0, found.start()), []).append((found, counted))
    for pairs in told.values():
        wrong = [(found, counted) for found, counted in pairs if int(found["number"]) != counted]
        if len(wrong) == 1 < len(pairs):
            found, counted = wrong[0]
            yield _claim(Span(*found.span("text")), found, counted, rows.first.at, rows.last.at)


def _told(name: str, text: str) -> Iterator[re.Match[str]]:
    """Where a text tells how many of a kind there are."""
    if len(name) > 1 and name in text:
        yield from re.finditer(re.escape(name) + _NUMBER_OF, text)


def _name_of(label: str) -> str:
    """What a group is called, without its number and what stands in brackets."""
    return _BRACKETS.sub("", _SIGN.sub("", "".join(label.split())))


def _announced(document: Document, rows: RowList, words: RowWords) -> Iterator[RowClaim]:
    """What the main text tells in all of what the only table lists, by the word that its title names these with."""
    title, main = _title_at(document, rows) or " ".join(map(document.slice, rows.heads[:1])), document.main.span
    if rows.first.at < main.end or not words.is_list(title) or words.of_some(title):
        return
    counts = list(_COUNT.finditer(document.text, *main))
    if any(value_of(one["number"]) == rows.counted for one in counts):
        return
    for found in counts:
        thing = words.thing_of(found["noun"])
        before = document.text[document.last_of(_STOPS, main.start, found.start()) + 1 : found.start()]
        if value_of(found["number"]) in rows.others:
            continue
        told = thing and thing in title and words.tells_all(before)
        if told and not (words.is_inexact(before) or words.of_some(before)):
            yield _claim(Span(*found.span("text")), found, rows.counted, rows.first.at, rows.last.at)
            return


def _is_of_rows(found: re.Match[str], title: str, words: RowWords) -> bool:
    """Whether a number in brackets counts rows: its noun is any thing's, or one of the title."""
    noun = found["noun"]
    if value_of(found["number"]) < 2 or words.tells_stage(found["text"]):
        return False
    return not noun or words.is_general(noun) or noun[-2:] in title


def _claim(place: Span, found: re.Match[str], counted: int, first: int, last: int) -> RowClaim:
    text = _shown(found)
    place = Span(place.start, place.start + len(text)) if place.end > place.start else place
    return RowClaim(place, value_of(found["number"]), text, counted, Span(first, first), Span(last, last))


def _shown(found: re.Match[str]) -> str:
    return str(found["text"])


def _cited(document: Document, lists: Sequence[RowList], words: RowWords) -> Iterator[RowClaim]:
    """What a sentence says of the table that it cites right behind the number."""
    text = document.text
    for cited in _CITED.finditer(text):
        start = document.last_of(_STOPS, 0, cited.start()) + 1
        counts = list(_COUNT.finditer(text, start, cited.start()))
        if not counts or document.is_quoted(cited.start()) or cited.start() - counts[-1].start() > _GAP:
            continue
        found, numbers = counts[-1], [value_of(one["number"]) for one in counts]
        rows = _target(document, lists, cited)
        if rows is None or numbers[-1] < 2 or words.is_inexact(text[start : cited.start()]):
            continue
        named = " ".join((*(document.slice(head) for head in rows.heads), _title_at(document, rows)))
        narrower = any(word not in text[start : cited.start()] for word in words.of_some(named))
        borne_out = {rows.counted, *rows.others, *(len(group.numbers) for group in rows.groups)}
        if narrower or numbers[-1] in borne_out or rows.counted in (*numbers, sum(numbers)):
            continue
        yield _claim(Span(*found.span("text")), found, rows.counted, rows.first.at, rows.last.at)


def _title_at(document: Document, rows: RowList) -> str:
    """The title of the part that rows stand in, without heads of columns right below it."""
    part = document.part_at(rows.first.at)
    lines = document.slice(part.title).split("\n") if part and part.title else []
    return " ".join(line for line in lines if "\t" not in line)


def _target(document: Document, lists: Sequence[RowList], cited: re.Match[str]) -> RowList | None:
    """The only numbered table of what a place cites; None where there are several."""
    if cited["target"] == "下表":
        tables = [table.rows[0][0].at for table in document.reading.tables]
        following = next((at for at in tables if at > cited.end()), None)
        return next((rows for rows in lists if following is not None and rows.first.at > following), None)
    if cited["table"]:
        heads = lazy(rf"表[ \u3000]?{cited['table']}(?![0-9.\-－—–])")
        named = [rows for rows in lists if any(heads.match(document.slice(head)) for head in rows.heads[:1])]
        return named[0] if len(named) == 1 else None
    span = _annex(document, cited)
    listed = [rows for rows in lists if span and span.start <= rows.first.at < span.end]
    return listed[0] if len(listed) == 1 else None


def _annex(document: Document, cited: re.Match[str]) -> Span | None:
    """The annex that a place cites: the one of its number, or the only one."""
    number = cited["annex"] or cited["sheet"]
    annexes: list[Annexes] = [one for one in annexes_of(document) if one.bodies]
    if len(annexes) > 1:
        return None
    starts = [
        body.head.start for one in annexes for body in one.bodies if not number or body.number == value_of(number)
    ]
    if not annexes:
        starts = [part.span.start for part in document.parts if part.kind == "annex"] if not number else []
    part = document.part_at(starts[0]) if len(starts) == 1 else None
    return part.span if part and part.kind == "annex" and part.span.start > cited.end() else None
