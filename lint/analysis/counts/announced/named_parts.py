"""The parts that a text says will follow, by name: 现将学习、履职、廉洁三个方面情况报告如下."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from lint.document.tree import Document, Part
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any
from lint.text.source import Span

_BEGINS = "(?:现(?:就|将|从|把|对(?!照)|围绕)|从|围绕|就)"
_NUMBER = "(?:(?P<number>[一二三四五六七八九])个?(?:方面|部分|板块))?"
_MATTER = "(?:的?(?:有关|主要|具体)?(?:情况|工作|内容))?"
_TO_WHOM = "(?:(?<!方)向[^，。；：、\n]{1,16}?)?"
_AS_A = "(?:作|做|进行)?(?:一?个?(?:简要|全面|专题)?的?)?"
_SAID = "(?:对照检查|述职|述廉|汇报|报告|说明|检查|分析|检视|通报)+(?:如下|[，。：\n])"
_KIND = (
    "(?:通知|通告|公告|公布|公示|告知|函告|函复|答复|批复|总结|小结|综述|介绍|纪要|请示"
    "|部署|安排|明确|规定|梳理|归纳|建议)(?:汇报|报告)?如下"
)
_LEAD = lazy(f"{_BEGINS}(?P<names>[^。；：\n]{{4,160}}?){_NUMBER}{_MATTER}，?{_TO_WHOM}{_AS_A}(?:{_SAID}|{_KIND})")
"""What is said (报告) or in what kind of draft it is (通告如下), with the parts before it."""

_DIVIDED = lazy(
    "(?:(?:共|主要|大致)?(?:分为?|分成|包括|包含|设|由)|共有?)(?P<number>[三四五六七八九])个?(?:部分|板块|方面)(?:组成|构成)?"
    "(?:，分别[是为]|，即|[：:])(?P<names>[^。：\n]{8,240})(?=[。\n]|$)"
)
"""What a text says of its parts before it names them: 报告分为四个部分：甲、乙、丙、丁."""
_NAMED_APART = lazy("[^；]+")
_NAMED_TOGETHER = lazy("[^、；]+")
_BETWEEN = lazy("、|，|以及|和|及|与(?!会)")
_GENERAL = lazy(
    "[0-9]{4}年度?|的|了|我|本人|[一本]年来|查摆|查找|检视|剖析|反思|尽责|情况|方面|主要|有关|相关|今后|下一步|产生|存在|个人|进行|工作$|部分$|等$"
)
_INNER = frozenset({"和", "及", "与"})
_OWN_KINDS = tuple(map(lazy, ("打算|计划|设想|努力方向|下一?步", "问题|不足|差距|短板", "原因|根源|成因")))
"""Words of parts that no heading without such a word is about: 上半年工作情况 is not 下半年工作打算."""
_SHORTCOMINGS = lazy("^(?:检查|发现|突出|面临|遇到|暴露|反映|具体)*(?:问题|不足|差距|短板|困难|薄弱环节)+$")
"""What is left of a name that says only that something is wrong: 存在的主要问题."""
_WANTING = lazy(
    "(?:存在|还有|仍有|面临|遇到|不容忽视)[^。；：\n]{0,16}(?:问题|不足|差距|短板|困难|薄弱|欠缺)"
    "|(?:^|[。、\n])[^。，；\n]{0,8}(?:问题|不足|差距|短板|困难|薄弱环节)(?:主要)?(?:[是有如]|在于|表现|体现|[：:。]|$)"
)
"""Where a text tells what is wrong: 虽然取得了成绩，但仍存在一些问题."""
_DAY = lazy("[0-9]{1,2}月[0-9]{1,2}日")
"""What takes up a part about time without its name: 报名：3月1日至5日."""
_LEAST = 3  # names
_TAKEN_UP = 2  # names that headings of the top level are about, where the draft follows its lead by headings
_HEAD = 24  # characters of a paragraph that say what it is about


Synonyms = tuple[tuple[str, ...], ...]
"""Groups of words that call one kind of part: 经验体会 may stand under 几点启示."""


class PartNames(msgspec.Struct, frozen=True):
    """What else a part may be called by: ``alike`` words in its heading, ``unheaded`` ones anywhere in the text.

    A day takes up a part about one of ``times``.
    """

    unheaded: Synonyms
    times: tuple[str, ...]
    alike: Synonyms = ()

    def tell(self, name: str, headings: Sequence[str], elsewhere: Sequence[str]) -> bool:
        """Whether one of the headings that are about no other name, or another line, calls a part by another word."""
        lines = (*headings, *elsewhere)
        return _is_told_otherwise(name, headings, self.alike) or _is_told_otherwise(name, lines, self.unheaded)

    def tell_day(self, name: str, lines: Iterable[str]) -> bool:
        """Whether a part is about a time, which a day in one of the lines tells."""
        return holds_any(name, self.times) and any(_DAY.search(line) for line in lines)


class NamedLead(msgspec.Struct, frozen=True):
    """Three names or more that are announced, and the number after them with its place; 0 where none stands."""

    names: tuple[Span, ...]
    number: int
    place: int


def named_leads(document: Document, span: Span) -> Iterator[NamedLead]:
    """The leads of a stretch of text that name parts."""
    yield from (lead for lead in _leads(document, span) if len(lead.names) >= _LEAST)


def short_leads(document: Document, span: Span) -> Iterator[NamedLead]:
    """The leads that name fewer: 现将工作情况和下一步打算报告如下."""
    yield from (lead for lead in _leads(document, span) if len(lead.names) < _LEAST)


def _leads(document: Document, span: Span) -> Iterator[NamedLead]:
    for lead in _LEAD.finditer(document.text, span.start, span.end):
        names = tuple(names_of(document, Span(*lead.span("names"))))
        yield NamedLead(names, value_of(lead["number"] or ""), lead.start("number"))
    for lead in _DIVIDED.finditer(document.text, span.start, span.end):
        apart = _NAMED_APART if "；" in lead["names"] else _NAMED_TOGETHER
        names = tuple(Span(*one.span()) for one in apart.finditer(document.text, *lead.span("names")))
        if len(names) == value_of(lead["number"]):
            yield NamedLead(names, len(names), lead.start("number"))


def absent_part(document: Document, part: Part, lead: NamedLead, called: PartNames) -> Span | None:
    """The one name that no heading of a part takes up; None where all are, or more than one is not.

    A heading at the top may do so in other words, and by another word that a part is ``called`` by; one below it, and
    the beginning of a paragraph, in the same. The other names must be those of headings, two of them at the top: else
    the draft follows its lead in other words.
    """
    tops, below = _heads(document, part, lead.names[0].start)
    starts = _beginnings(document, part, lead.names[0].start)
    names = [document.slice(name) for name in lead.names]
    absent = [
        name
        for name, words in zip(lead.names, names, strict=True)
        if not (
            any(is_taken_up_by(top, words) for top in tops)
            or (is_wanting(document, part) if _is_shortcoming(words) else _is_told(words, (), below + starts))
        )
    ]
    others = [top for top in tops if not any(is_taken_up_by(top, words) for words in names)]
    if len(absent) != 1 or _is_half(document, lead, absent[0]):
        return None
    if called.tell(document.slice(absent[0]), others, (*below, *starts)):
        return None
    if _shares_word(document.slice(absent[0]), heading_in_place(document, part, lead.names, absent[0])):
        return None
    if called.tell_day(document.slice(absent[0]), (*tops, *below, *starts)):
        return None
    found = [words for name, words in zip(lead.names, names, strict=True) if name != absent[0]]
    if sum(any(is_taken_up_by(top, words) for top in tops) for words in found) < min(_TAKEN_UP, len(found)):
        return None
    return absent[0] if all(_is_told(words, tops, below) for words in found) else None


def _is_told_otherwise(name: str, others: Sequence[str], alike: Synonyms) -> bool:
    """Whether one of the headings that are about no other name calls this one by another word."""
    called = [words for words in alike if any(word in name for word in words)]
    return any(word in heading for words in called for word in words for heading in others)


def heading_in_place(document: Document, part: Part, names: Sequence[Span], name: Span) -> str:
    """The top heading that stands where a name does among the names; empty where there are not as many."""
    tops, _ = _heads(document, part)
    return tops[names.index(name)] if len(tops) == len(names) else ""


def _shares_word(name: str, heading: str) -> bool:
    """Whether two characters of a name, but for general words, stand side by side in a heading: 关于经费."""
    stem = _stem(name)
    return any(stem[place : place + 2] in heading for place in range(len(stem) - 1))


def _is_half(document: Document, lead: NamedLead, name: Span) -> bool:
    """Whether 和 joins a name to the one before it within a list that goes on: 党风廉政建设和反腐败工作、存在的问题."""
    place = lead.names.index(name)
    return 0 < place < len(lead.names) - 1 and document.slice(Span(lead.names[place - 1].end, name.start)) in _INNER


def is_absent(document: Document, part: Part, name: Span) -> bool:
    """Whether no heading and no beginning of a paragraph holds the last word of a name (案例)."""
    stem = _stem(document.slice(name))
    tops, below = _heads(document, part)
    return len(stem) > 1 and not any(stem[-2:] in head for head in (*tops, *below, *_beginnings(document, part)))


def _heads(document: Document, part: Part, apart: int = -1) -> tuple[list[str], list[str]]:
    """The headings of the top level, and those below it, but for the one in which a place stands."""
    items = [
        item for item in document.items_of(part) if not (item.inline or item.heading.start <= apart < item.heading.end)
    ]
    tops = [document.slice(item.heading) for item in items if item.depth == 1]
    return tops, [document.slice(item.heading) for item in items if item.depth > 1]


def _is_told(name: str, tops: Sequence[str], below: Sequence[str]) -> bool:
    return any(is_taken_up_by(heading, name) for heading in tops) or any(_holds(head, _stem(name)) for head in below)


def _is_shortcoming(name: str) -> bool:
    return _SHORTCOMINGS.match(_stem(name)) is not None


def is_wanting(document: Document, part: Part) -> bool:
    """Whether the text below the preamble tells what is wrong, under whatever heading."""
    start = part.preamble.end if part.preamble else part.span.start
    return _WANTING.search(document.text, start, part.span.end) is not None


def _beginnings(document: Document, part: Part, apart: int = -1) -> list[str]:
    """The first words of the paragraphs below the preamble, but for the one in which a place stands."""
    start = part.preamble.end if part.preamble else part.span.start
    blocks = document.reading.blocks
    return [
        document.text[block.start : min(block.end, block.start + _HEAD)]
        for block in blocks
        if start <= block.start < part.span.end and not block.start <= apart < block.end
    ]


def names_of(document: Document, names: Span) -> Iterator[Span]:
    """The names of a row, but for those that say nothing."""
    start = names.start
    for between in (*_BETWEEN.finditer(document.text, names.start, names.end), None):
        end = between.start() if between else names.end
        if len(_stem(document.text[start:end])) > 1:
            yield Span(start, end)
        start = between.end() if between else end


def is_taken_up_by(heading: str, name: str) -> bool:
    """Whether a heading takes up a name, in these or in most of these characters two by two; 履职 also as 履行职责."""
    stem, whole = _stem(name), heading
    heading = _GENERAL.sub("", heading)
    if _holds(heading, stem):
        return True
    if any(words.search(name) and not words.search(whole) for words in _OWN_KINDS):
        return False
    pairs = {stem[place : place + 2] for place in range(len(stem) - 1)}
    return len(pairs) > 1 and 2 * sum(pair in heading for pair in pairs) >= len(pairs)


def _holds(heading: str, stem: str) -> bool:
    """Whether a heading holds the words of a name; those of two characters also with another between them."""
    heading = _GENERAL.sub("", heading)
    return stem in heading or (len(stem) < _LEAST and re.search(".?".join(map(re.escape, stem)), heading) is not None)


def _stem(name: str) -> str:
    return _GENERAL.sub("", name).strip()
