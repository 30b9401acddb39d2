"""The parts that a text says will follow, by name: 现将学习、履职、廉洁三个方面情况报告如下."""

import re
from collections.abc import Iterator

import msgspec

from lint.document.tree import Document, Part
from lint.text.lazy import lazy
from lint.text.numerals import value_of
from lint.text.source import Span

_LEAD = lazy(
    "(?:现(?:就|将|从)?|从|围绕)(?P<names>[^。；：\n]{4,120}?)(?:(?P<number>[一二三四五六七八九])个(?:方面|部分))?"
    "(?:的?(?:有关|主要|具体)?(?:情况|工作))?(?:作|做|进行)?(?:一?个?简要的?)?"
    "(?:(?:对照检查|述职|述廉|汇报|报告|说明|检查|分析)+(?:如下|[，。：\n]))"
)
_BETWEEN = lazy("、|，|以及|和|及|与(?!会)")
_GENERAL = lazy(
    "的|了|我|本人|[一本]年来|查摆|查找|检视|剖析|反思|尽责|情况|方面|主要|有关|相关|今后|下一步|产生|存在|个人|进行|工作$|部分$|等$"
)
_LEAST = 3  # names


class NamedLead(msgspec.Struct, frozen=True):
    """Three names or more that are announced, and the number after them with its place; 0 where none stands."""

    names: tuple[Span, ...]
    number: int
    place: int


def named_leads(document: Document, span: Span) -> Iterator[NamedLead]:
    """The leads of a stretch of text that name parts."""
    for lead in _LEAD.finditer(document.text, span.start, span.end):
        names = tuple(_names(document, Span(*lead.span("names"))))
        if len(names) >= _LEAST:
            yield NamedLead(names, value_of(lead["number"] or ""), lead.start("number"))


def absent_part(document: Document, part: Part, lead: NamedLead) -> Span | None:
    """The one name that no heading of a part takes up; None where all are, or more than one is not."""
    headings = [document.slice(item.heading) for item in document.items_of(part) if not item.inline]
    absent = [name for name in lead.names if not any(_is_about(heading, document.slice(name)) for heading in headings)]
    return absent[0] if len(absent) == 1 else None


def _names(document: Document, names: Span) -> Iterator[Span]:
    start = names.start
    for between in (*_BETWEEN.finditer(document.text, names.start, names.end), None):
        end = between.start() if between else names.end
        if len(_stem(document.text[start:end])) > 1:
            yield Span(start, end)
        start = between.end() if between else end


def _is_about(heading: str, name: str) -> bool:
    """Whether a heading takes up a name, in these or in most of these characters two by two; 履职 also as 履行职责."""
    stem, heading = _stem(name), _GENERAL.sub("", heading)
    if stem in heading or (len(stem) < 3 and re.search(".?".join(map(re.escape, stem)), heading)):
        return True
    pairs = {stem[place : place + 2] for place in range(len(stem) - 1)}
    return len(pairs) > 1 and 2 * sum(pair in heading for pair in pairs) >= len(pairs)


def _stem(name: str) -> str:
    return _GENERAL.sub("", name).strip()
