"""The annexes of a draft as three views of the same things: the list below the text, the bodies, the citations."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from lint.document.annex_head import BLANKS, END, HAN, NUMBER, WORD
from lint.document.tree import Document, Part
from lint.formats.blocks import PROSE
from lint.text.comparison.compare import letters
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span
from lint.text.spans import is_within

_BLANK = r"[\s\u3000]"
_HEAD = rf"{WORD}[ \t\u3000]*{NUMBER}"
_LIST_HEAD = lazy(rf"{WORD}[ \t\u3000]*(?P<number>\d{{1,2}}(?![.．、\d])|[{HAN}]{{1,3}}(?!、))?{END}")
_BODY_HEAD = lazy(rf"{_HEAD}(?P<sub>[-－]\d+)?{END}")
_ENTRY = lazy(rf"(?P<number>\d{{1,2}})(?P<mark>[.．、：:]|(?={_BLANK})){_BLANK}*(?=\S)(?!\d(?!\d{{3}}年))")
_NO_COUNT = rf"{BLANKS}[份个件张页套章种类项号]"
"""What follows a number of things: 附件2份."""
_CITATION = lazy(
    rf"""
    附件(?:
        (?<=[（(，。；、：:\s见照按据写报如将把以和与及或在用对由送附成填阅]附件)
        |(?<=本[函令]附件)|(?<=本[\u4e00-\u9fff]{{2}}附件)|(?<=本[\u4e00-\u9fff]{{3}}附件)|(?<=本[\u4e00-\u9fff]{{4}}附件)
    )
    (?P<number>
        \d{{1,2}}(?![\d.．]|{_NO_COUNT})
        |[{HAN}]{{1,3}}(?=[）)，。、；：要中所的和及至列规])
    )
    (?P<more>(?:
        [、，和及至—～~](?:附件)?
        (?:
            \d{{1,2}}(?![\d.．年月日]|{_NO_COUNT})
            |[{HAN}]{{1,3}}(?=[）)，。；所的列规])
        )
    )*)
    """,
    re.VERBOSE,
)
_UNNUMBERED = lazy(
    r"""
    附件(?:
        (?:(?<=见附件)|(?<=[见照]本[函令]附件)|(?<=[见照]本[\u4e00-\u9fff]{2}附件)|(?<=[见照]本[\u4e00-\u9fff]{3}附件))(?=[）)。，；、：\s]|$)
        |(?<=[》）][（(]附件)(?=[）)])
        |(?:(?<=[按照写报]附件)|(?<=填好附件))(?=要求|所列|所附|格式|样式|模板|中的|内容|表|的)
    )
    """,
    re.VERBOSE,
)
_OF_ANOTHER = lazy(rf"》第(?:[{HAN}]{{1,3}}|\d{{1,2}})(?:部分|[篇章条])[^。；]*$")
_MORE = lazy(rf"(?P<link>[、，和及至—～~])(?:附件)?(?P<number>\d{{1,2}}|[{HAN}]{{1,3}})")
NAME_END = lazy(r"(?:[表单册案法则图书账录纲准南函告划定知要则明目件样]|[》）)])[；;。，,]?$")
_SPOILED = "。；;，,、"


class AnnexEntry(msgspec.Struct, frozen=True):
    """A line of the list 附件：1. 甲 2. 乙. ``place`` is the number with its mark, or the name where there is none.

    ``number`` is None for an entry without a number; ``name`` is without the mark that it should not end in.
    """

    number: int | None
    numeral: Span | None
    place: Span
    name: Span


class Body(msgspec.Struct, frozen=True):
    """An annex itself: its head (附件2), the number in it, its title."""

    number: int | None
    head: Span
    title: Span | None


class Citation(msgspec.Struct, frozen=True):
    """The numbers that one place of the text cites: 附件2, 附件1—3."""

    numbers: tuple[int, ...]
    span: Span


class Annexes(msgspec.Struct, frozen=True):
    """One document's annexes; ``head`` is the word 附件 before the list."""

    part: Part
    head: Span | None
    entries: tuple[AnnexEntry, ...]
    bodies: tuple[Body, ...]
    citations: tuple[Citation, ...]


def annexes_of(document: Document) -> tuple[Annexes, ...]:
    """The annexes of each text of a draft that is not itself an annex."""
    found: tuple[Annexes, ...] = document.whole.derive("annexes", lambda: tuple(_collect(document.whole)))
    hosts = {part.span.start for part in document.parts}
    return tuple(annexes for annexes in found if annexes.part.span.start in hosts)


def _collect(document: Document) -> Iterator[Annexes]:
    if "附" not in document.text:
        return
    hosts = [index for index, part in enumerate(document.parts) if part.kind != "annex"]
    found: list[Annexes] = []
    for index, following in pairwise([*hosts, len(document.parts)]):
        part = document.parts[index]
        head, entries = _list(document, part)
        bodies = [_body(document, annex) for annex in document.parts[index + 1 : following]]
        present = tuple(body for body in bodies if body is not None)
        found.append(Annexes(part, head, entries, present, _citations(document, part)))
    for one, other in pairwise([*found, None]):
        if one is not None and other is not None and _lists_those_below(document, one, other):
            yield msgspec.structs.replace(one, bodies=other.bodies)
        elif one is not None:
            yield one


def _lists_those_below(document: Document, one: Annexes, other: Annexes) -> bool:
    """Whether a list without bodies is of those below the next text, the one that is issued: most names agree."""
    if one.bodies or other.head or not (one.entries and other.bodies):
        return False
    named = {entry.number: letters(document.slice(entry.name)) for entry in one.entries}
    titled = [(body.number, letters(document.slice(body.title))) for body in other.bodies if body.title]
    agreeing = sum(title == named.get(number) for number, title in titled)
    issued = letters(document.slice(other.part.title)) if other.part.title else ""
    return agreeing > 0 and 2 * agreeing >= len(other.bodies) and issued not in named.values()


def _list(document: Document, part: Part) -> tuple[Span | None, tuple[AnnexEntry, ...]]:
    if not part.annex_list:
        return None, ()
    blocks = document.reading.blocks
    first = blocks[part.annex_list[0]]
    match = _LIST_HEAD.match(document.text, first.start, first.end)
    if match is None:
        return None, ()
    entries: list[AnnexEntry] = []
    for index in (*part.annex_list, *_unnumbered(document, part)):
        block = blocks[index]
        if block.ordinal is not None:
            entry = _entry(document.text, None, block.start, block.start, block.end)
            entries.append(msgspec.structs.replace(entry, number=block.ordinal))
            continue
        found = [*_entries(document.text, block.start, block.end, entries)]
        is_numbered = bool(found) and found[0].number is not None
        if entries and entries[-1].number is not None and not is_numbered:
            end = block.start + len(document.text[block.start : block.end].rstrip(_SPOILED))
            name = Span(entries[-1].name.start, end)
            entries[-1] = msgspec.structs.replace(entries[-1], name=name)
        else:
            entries += found
    return Span(first.start, first.start + len(match[0].rstrip())), tuple(entries)


def _unnumbered(document: Document, part: Part) -> Iterator[int]:
    """Blocks right below the list that look like further names."""
    blocks = document.reading.blocks
    first = blocks[part.annex_list[0]]
    for index in range(part.annex_list[-1] + 1, len(blocks)):
        block = blocks[index]
        if part.closing and block.start == part.closing.start:
            return
        line = document.text[block.start : block.end]
        if block.gap or block.kind not in PROSE or not block.indent or block.indent < first.indent or len(line) > 40:
            return
        if not NAME_END.search(line) or line[0] in "（(" or line.startswith("附"):
            return
        yield index


def _entries(text: str, start: int, end: int, before: list[AnnexEntry]) -> Iterator[AnnexEntry]:
    """The entries of one paragraph: one after a number, or several (1.甲 2.乙)."""
    head = _LIST_HEAD.match(text, start, end)
    if head and head["number"]:
        yield _entry(text, Span(*head.span("number")), start, head.end(), end)
        return
    at = head.end() if head else start
    if at >= end:
        return
    last = before[-1].number if before and before[-1].number else 0
    starts: list[re.Match[str]] = []
    for match in _ENTRY.finditer(text, at, end):
        value = int(match["number"])
        set_apart = match.start() == at or text[match.start() - 1] in " \u3000；;。，,、》）)"
        if set_apart or (match["mark"] and value == last + 1 and not text[match.start() - 1].isdecimal()):
            starts.append(match)
            last = value
    if not starts or starts[0].start() > at:
        yield _entry(text, None, at, at, end if not starts else starts[0].start())
    ends = [*(match.start() for match in starts[1:]), end]
    for match, following in zip(starts, ends, strict=False):
        yield _entry(text, Span(*match.span("number")), match.start(), match.end(), following)


def _entry(text: str, numeral: Span | None, start: int, name: int, end: int) -> AnnexEntry:
    place = Span(start, len(text[:name].rstrip()) if name > start else name)
    stripped = name + len(text[name:end].rstrip())
    last = name + len(text[name:stripped].rstrip(_SPOILED))
    return AnnexEntry(
        None if numeral is None else value_of(text[numeral.start : numeral.end]),
        numeral,
        Span(start, max(place.end, start + 1)) if numeral else Span(name, last),
        Span(name, last),
    )


def _body(document: Document, part: Part) -> Body | None:
    match = _BODY_HEAD.match(document.text, part.span.start, part.span.end)
    if match is None or match["sub"]:
        return None
    head = Span(part.span.start, part.span.start + len(match[0].rstrip(" \u3000\n：:")))
    title = part.title
    if title is not None and title.start == part.span.start:
        title = Span(match.end(), title.end) if match.end() < title.end else None
    return Body(value_of(match["number"]) if match["number"] else None, head, title)


def _citations(document: Document, part: Part) -> tuple[Citation, ...]:
    """Citations in a text, not in the list of its annexes nor in titles of other documents."""
    text = document.text
    blocks = document.reading.blocks
    aside = sorted(Span(blocks[index].start, blocks[index].end) for index in (*part.annex_list, *part.contents))
    start = part.span.start
    if not any(_may_cite(text, start + place, aside) for place in places_of("附件", text[start : part.span.end])):
        return ()
    found = []
    for match in _CITATION.finditer(text, part.span.start, part.span.end):
        if not _may_cite(text, match.start(), aside):
            continue
        sentence = document.last_of("。\n", part.span.start, match.start())
        if _OF_ANOTHER.search(text, sentence + 1, match.start()):
            continue
        found.append(Citation(_numbers(match["number"], match["more"]), Span(*match.span())))
    found += [
        Citation((), Span(*match.span()))
        for match in _UNNUMBERED.finditer(text, part.span.start, part.span.end)
        if not is_within(aside, match.start())
    ]
    return tuple(sorted(found, key=lambda citation: citation.span))


def _may_cite(text: str, place: int, aside: Sequence[Span]) -> bool:
    """Whether 附件 stands behind other words and not among the names of annexes."""
    return text[place - 1 : place] not in ("", "\n") and not is_within(aside, place)


def _numbers(first: str, more: str) -> tuple[int, ...]:
    numbers = [value_of(first)]
    for match in _MORE.finditer(more):
        value = value_of(match["number"])
        if match["link"] in "至—～~":
            numbers += range(numbers[-1] + 1, min(value, numbers[-1] + 30))
        numbers.append(value)
    return tuple(numbers)
