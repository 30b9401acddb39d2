"""Numbers with a wrong mark or bracket that the numbers around them leave open: 一、, 二、, 三。, 四、."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from lint.document.families import (
    DIGIT,
    DIGIT_HALF_PAREN,
    DIGIT_PAREN,
    DOTTED,
    HAN,
    HAN_HALF_PAREN,
    HAN_PAREN,
    HEADING,
    Family,
)
from lint.document.markers import Marker
from lint.document.parser.labels import is_bare
from lint.document.parser.runs import Candidate
from lint.formats.blocks import Reading
from lint.text.numerals import parse_digits, parse_han
from lint.text.patterns.fragments import LETTER, SMALL
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_HALF = (HAN_HALF_PAREN, DIGIT_HALF_PAREN)
_TIMES = "年月日天周季期届次轮批"
_COUNTED = "个项条款名位人家户座台辆处种份件起场步点"
_RANKS = "级线类等方大"
_AMOUNTS = "元角分亿万千百十度米公"
_WITHOUT_MEASURE = "好重多"  # 三好学生, 双重, 两多
_UNIT = f"[{_TIMES}{_COUNTED}{_RANKS}{_AMOUNTS}{_WITHOUT_MEASURE}]"
"""What follows a number that counts or measures and marks nothing."""
_FIGURE = "[0-9０-９]{1,3}"
_OPENING, _CLOSING = "（(〔[【", "）)〕]】"


def _plain(numeral: str) -> str:
    marks = rf"(?P<mark>[、，,。：:；;·-]|(?!{_UNIT}))"
    return rf"(?P<sign>[（(]?(?P<numeral>{numeral}){marks})[ \u3000]*(?={LETTER}{{2}})"


def _bracketed(numeral: str) -> str:
    opening, closing = (f"[{re.escape(signs)}]" for signs in (_OPENING, _CLOSING))
    mark = rf"(?P<mark>{closing}|[、.．]|(?!{_UNIT}))"
    return rf"(?P<sign>{opening}(?P<numeral>{numeral}){mark})[ \u3000]*(?={LETTER}{{2}})"


_SHAPES: dict[str, tuple[Family, re.Pattern[str]]] = {
    HAN.name: (HAN, lazy(_plain(SMALL))),
    DIGIT.name: (DIGIT, lazy(_plain(_FIGURE))),
    HAN_PAREN.name: (HAN_PAREN, lazy(_bracketed(SMALL))),
    DIGIT_PAREN.name: (DIGIT_PAREN, lazy(_bracketed(_FIGURE))),
}


def with_slips(reading: Reading, body: Sequence[int], candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, and for each gap between two of a family the paragraphs there that begin with its numbers.

    A half bracket behind the last number of a run is one too.
    """
    heads = {one.block: one for one in reversed(candidates) if one.marker.head}
    slips = {found.block: found for ends in _gaps(candidates) for found in _between(reading, body, ends, heads)}
    slips |= {found.block: found for found in _last(candidates, heads)}
    if not slips:
        return candidates
    left = [one for one in candidates if one.block not in slips or one is not heads.get(one.block)]
    return sorted([*left, *slips.values()], key=lambda one: (one.block, one.marker.span))


def _last(candidates: Sequence[Candidate], heads: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """The half bracket right behind the number in brackets that it follows, the only one: （三）, then 四）.

    Not where the run has that number itself.
    """
    halves = [one for one in heads.values() if one.marker.family in _HALF]
    for one in halves if len(halves) == 1 else ():
        whole = HAN_PAREN if one.marker.family is HAN_HALF_PAREN else DIGIT_PAREN
        before = heads.get(one.block - 1)
        later = (other.marker.value for other in candidates if other.block > one.block and other.marker.family is whole)
        due = (whole, (one.marker.value or 0) - 1)
        if before and (before.marker.family, before.marker.value) == due and next(later, 1) == 1:
            yield msgspec.structs.replace(one, marker=msgspec.structs.replace(one.marker, doubt=0))


def _gaps(candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """The typed numbers at the heads of paragraphs that leave some of their family out, each after the one before."""
    last: dict[str, Candidate] = {}
    for one in candidates:
        name, value = one.marker.family.name, one.marker.value
        if name not in _SHAPES or not one.marker.head or one.marker.automatic or one.marker.doubt or value is None:
            continue
        before = last.get(name)
        if before is not None and value > (before.marker.value or 0) + 1:
            yield before, one
        last[name] = one


def _between(
    reading: Reading, body: Sequence[int], ends: tuple[Candidate, Candidate], heads: Mapping[int, Candidate]
) -> Iterator[Candidate]:
    """What may be the numbers between two, in text order."""
    before, after = ends
    text = reading.text
    family, shape = _SHAPES[after.marker.family.name]
    blocks = [index for index in body[bisect_right(body, before.block) :] if index < after.block]
    halves = [index for index in blocks if index in heads and heads[index].marker.family in _HALF]
    bare = all(is_bare(text, reading.blocks[one.block]) for one in ends)
    reached = before.marker.value or 0
    for index in blocks:
        block, head = reading.blocks[index], heads.get(index)
        found: Marker | None = None
        if [index] == halves and head is not None:
            found = msgspec.structs.replace(head.marker, doubt=0)
        elif _is_open(head, family) and block.kind in ("paragraph", "heading"):
            match = shape.match(text, block.start, block.end)
            alike = bare and is_bare(text, block)  # as a number without any mark must be
            found = _marker(family, match) if match and _is_sign(match, family, alike=alike) else None
        if found is not None and reached < (found.value or 0) < (after.marker.value or 0):
            reached = found.value or 0
            yield Candidate(found, index, found.family.rank, head.level if head else 0)


def _is_open(head: Candidate | None, family: Family) -> bool:
    """Whether nothing sure begins a paragraph: 3 and a blank may be a chapter, or the third of 1., 2.."""
    return head is None or head.marker.family is HEADING or (family is DIGIT and head.marker.family is DOTTED[0])


def _is_sign(match: re.Match[str], family: Family, *, alike: bool) -> bool:
    """Whether a number with what stands around it may be a marker, and no remark: （三季度数据）."""
    opened = match["sign"][0] in _OPENING
    if opened and match["mark"] not in tuple(_CLOSING):
        if any(sign in match.string[match.end() : match.endpos] for sign in _CLOSING):
            return False
        alike = family in (HAN_PAREN, DIGIT_PAREN)
    return bool(match["mark"]) or alike


def _marker(family: Family, match: re.Match[str]) -> Marker:
    numeral = match["numeral"]
    value = parse_digits(numeral) if numeral.isdecimal() else parse_han(numeral)
    mark = match["mark"] if match["sign"][0] == numeral[0] else ""
    return Marker(family, value, Span(*match.span("sign")), Span(*match.span("numeral")), mark, slip=True)
