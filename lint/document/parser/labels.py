"""Headings that carry a label instead of a marker (课题3, 方式一：, 第2阶段), and short lines above numbers."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from lint.document.families import HEADING, IS, LABEL, Family
from lint.document.markers import Marker
from lint.document.parser.end_notes import end_notes
from lint.document.parser.runs import Candidate
from lint.formats.blocks import Block, Reading
from lint.text.numerals import parse_digits, parse_han
from lint.text.patterns.fragments import SMALL
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_WORDS = (
    "子?课题|子?任务|子?项目|子?专题|子?模块|方式|方法|方案|步骤|阶段|案例|问题|单元|环节|场景|主题|目标|措施|建议|事项|情形|情况|类型|层次"
    "|板块|举措|行动|节点|里程碑|主线|路径|对策|原因|经验|做法|亮点|特点|原则|成果|需求|功能|流程|维度|领域|方向|重点|难点|风险|选项"
)
_UNITS = "阶段|步骤|步|类|期|批|讲|篇|组|轮|层次|单元|模块|环节|课题|任务|专题|方面|种情形|种情况"
_NUMBER = rf"{SMALL}|\d{{1,2}}"
_LABEL = lazy(
    rf"(?:【?(?P<word>{_WORDS})[ \u3000]?(?P<number>(?:\d{{1,2}}\.)+\d{{1,2}}|{_NUMBER}|[A-Z])"
    rf"|第(?P<ordinal>{_NUMBER})(?P<unit>{_UNITS}))(?P<mark>[：:、.．\s\u3000】（(]|\Z)"
)
_FIRST_CHARACTERS = frozenset("第【子" + "".join(word[0] for word in _WORDS.replace("子?", "").split("|")))
_LONGEST = 40  # characters of a line that a label heads
_LONGEST_BARE = 30
_SEVERAL = 3  # how many labels count although one of them is wrong
_STOPS = "。！？；，、,;.…)）"


def find_label(text: str, block: Block) -> Marker | None:
    """The label that heads a line of its own."""
    start = block.start
    if block.end - start > _LONGEST or text[start] not in _FIRST_CHARACTERS:
        return None
    match = _LABEL.match(text, start, block.end)
    if match is None or "。" in text[start : block.end]:
        return None
    group = "number" if match["number"] else "ordinal"
    value, word = _value(match[group]), match["word"] or match["unit"]
    end = match.end("mark") if match["mark"] in ("：", ":", "、", ".", "．") else match.start("mark")
    numeral = Span(*match.span(group))
    family = label_family(word, first=bool(match["word"]))
    return Marker(family, value, Span(start, end), numeral, match["mark"], doubt=1) if value else None


def _value(numeral: str) -> int | None:
    if numeral.isalpha() and numeral.isascii():
        return ord(numeral) - ord("A") + 1
    last = numeral.rpartition(".")[2]
    return parse_digits(last) if last.isdecimal() else parse_han(last)


@lru_cache(256)
def label_family(word: str, *, first: bool) -> Family:
    """The family of a label; ``first`` says that the word stands before the number (课题3), not after it (第3期)."""
    name = f"{LABEL}{word}" if first else f"{LABEL}第{word}"
    render = (lambda value: f"{word}{value}") if first else (lambda value: f"第{value}{word}")
    return Family(name, IS.rank - 1, name, render)


def is_bare(text: str, block: Block) -> bool:
    """Whether a paragraph is a short line that ends in no mark, or in a colon."""
    return (
        block.kind == "paragraph"
        and 1 < block.end - block.start <= _LONGEST_BARE
        and text[block.end - 1] not in _STOPS
        and not (text[block.end - 1] in "：:" and "，" in text[block.start : block.end])
        and "。" not in text[block.start : block.end]
    )


def settle(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with the labels that form a series, which rank above the numbers that begin below them.

    A bare line stands only right above a first number, whose rank tells its own; that of notes below the text ranks
    above all.
    """
    below = _first_below(candidates)
    ranks = dict(_ranks(candidates, below))
    several = frozenset(_several(candidates, below))
    notes = end_notes(text, candidates)
    found: list[Candidate] = []
    for index, one in enumerate(candidates):
        name = one.marker.family.name
        if name.startswith(LABEL):
            if name in ranks:
                found.append(_with(one, ranks[name]))
        elif one.marker.family is HEADING and not one.level:
            rank = below[index]
            if rank is not None and index in notes:
                found.append(_with(one, HEADING.rank))
            elif rank is not None:
                found.append(_with(one, rank - 1, doubt=int(index not in several)))
        else:
            found.append(one)
    return found


def _with(candidate: Candidate, rank: int, doubt: int = 0) -> Candidate:
    marker = msgspec.structs.replace(candidate.marker, doubt=doubt)
    return msgspec.structs.replace(candidate, marker=marker, rank=rank)


def _first_below(candidates: Sequence[Candidate]) -> list[int | None]:
    """For every label and bare line the rank of the next marker at the head of a paragraph, if its number is 1."""
    found: list[int | None] = [None] * len(candidates)
    rank: int | None = None
    for index in range(len(candidates) - 1, -1, -1):
        one = candidates[index]
        if one.marker.family.name.startswith(LABEL) or (one.marker.family is HEADING and not one.level):
            found[index] = rank
            rank = None
        elif one.marker.head and not one.marker.family.inline:
            rank = one.rank if one.marker.value == 1 and one.marker.doubt < 2 else None
    return found


def _several(candidates: Sequence[Candidate], below: Sequence[int | None]) -> Iterator[int]:
    """The bare lines that are one of several above numbers of one family, with nothing between that ranks higher."""
    last: dict[int, int] = {}
    for index, one in enumerate(candidates):
        rank = below[index]
        if rank is not None and one.marker.family is HEADING:
            if rank in last:
                yield last[rank]
                yield index
            last[rank] = index
        elif one.marker.head and not one.marker.family.inline and last:
            last = {known: place for known, place in last.items() if known <= one.rank}


def _ranks(candidates: Sequence[Candidate], below: Sequence[int | None]) -> Iterator[tuple[str, int]]:
    """The ranks of the labels that count up."""
    for name, places in _by_name(candidates).items():
        values = [candidates[index].marker.value or 0 for index in places]
        if any(after == before + 1 for before, after in pairwise(values)) or _nearly_counts(values):
            under = [rank for index in places if (rank := below[index]) is not None]
            yield name, min(under) - 1 if under else IS.rank - 1


def _nearly_counts(values: Sequence[int]) -> bool:
    """Whether numbers from 1 on count up but for one that is wrong, or for their order: 1, 1, 3; 1, 3, 2, 4."""
    if len(values) >= _SEVERAL and sorted(values) == [*range(1, len(values) + 1)]:
        return True
    right = sum(value == place for place, value in enumerate(values, 1))
    return len(values) >= _SEVERAL and values[0] == 1 and right >= len(values) - 1


def _by_name(candidates: Sequence[Candidate]) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, one in enumerate(candidates):
        if one.marker.family.name.startswith(LABEL):
            places.setdefault(one.marker.family.name, []).append(index)
    return places


def bare_lines(reading: Reading, body: Sequence[int], heads: Sequence[Marker | None]) -> frozenset[int]:
    """The blocks of a part that are short lines right above a paragraph that begins with a first number."""
    return frozenset(
        index
        for index, following in pairwise(body)
        if heads[index] is None
        and _is_first(reading.blocks[following], heads[following])
        and is_bare(reading.text, reading.blocks[index])
        and not _opens_quotation(reading.text, reading.blocks[index])
    )


def _is_first(block: Block, head: Marker | None) -> bool:
    """Whether a paragraph begins with a first number, or is the first item of a Markdown list."""
    if block.ordinal is not None and (head is None or head.doubt):
        return block.ordinal == 1
    return head is not None and head.value == 1 and not head.family.inline and head.doubt < 2


def _opens_quotation(text: str, block: Block) -> bool:
    """Whether a paragraph begins a quotation of several: “许可包括：."""
    return text[block.start] == "“" and text.find("”", block.start, block.end) < 0
