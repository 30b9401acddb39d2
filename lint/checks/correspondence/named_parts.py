"""Whether every part that a preamble names has a heading: 现将学习、履职、廉洁三个方面情况报告如下."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.lazy import lazy
from lint.text.source import Span

_LEAD = lazy(
    "(?:现(?:就|将|从)?|从|围绕)(?P<names>[^。；：\n]{4,120}?)(?:[一二三四五六七八九]个(?:方面|部分))?"
    "(?:的?(?:有关|主要|具体)?(?:情况|工作))?(?:作|做|进行)?(?:一?个?简要的?)?"
    "(?:(?:对照检查|述职|述廉|汇报|报告|说明|检查|分析)+(?:如下|[，。：\n]))"
)
_BETWEEN = lazy("、|，|以及|和|及|与(?!会)")
_GENERAL = lazy(
    "的|了|我|本人|[一本]年来|查摆|查找|检视|剖析|反思|尽责|情况|方面|主要|有关|相关|今后|下一步|产生|存在|个人|进行|工作$|部分$|等$"
)
_LEAST = 3  # names


class NamedParts(Check, frozen=True):
    """The one of three names or more, told as the parts of what follows, that no heading takes up as the others do."""

    values: ClassVar[frozenset[str]] = frozenset({"promised"})

    def signs(self) -> tuple[str, ...]:
        """Words of the sentence that tells the parts."""
        return ("如下", "检查", "汇报", "报告")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such name."""
        for part in document.parts:
            if part.preamble is not None and sum(not item.inline for item in part.items) > 1:
                yield from _absent(document, part, part.preamble)


def _absent(document: Document, part: Part, preamble: Span) -> Iterator[Hit]:
    headings = [document.slice(item.heading) for item in document.items_of(part) if not item.inline]
    for lead in _LEAD.finditer(document.text, preamble.start, preamble.end):
        names = list(_names(document, Span(*lead.span("names"))))
        absent = [name for name in names if not any(_is_about(heading, document.slice(name)) for heading in headings)]
        if len(names) >= _LEAST and len(absent) == 1:
            first = next(item for item in part.items if not item.inline)
            yield Hit(absent[0], {"promised": document.slice(absent[0])}, (Place(first.sign),))


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
