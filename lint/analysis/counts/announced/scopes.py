"""The names of its chapters by which a standard, rule or plan says what it is about: 本文件规定了A、B (GB/T 1.1)."""

from collections.abc import Iterator

from lint.analysis.counts.announced.named_parts import NamedLead, is_taken_up_by, names_of
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_KIND = "文件|标准|规范|规程|指南|导则|办法|规定|细则|条例|制度|方案|预案|规划"
_SCOPE = lazy(
    f"本(?:{_KIND})(?:主要)?(?:"
    "(?:规定|确立|给出|提供|描述|明确|界定|包括|包含|涵盖)了?(?P<told>[^。；：\\n]{8,160}?)"
    "|[对就](?P<ruled>[^。；：\\n]{8,160}?)(?:作出|作了|进行了?)(?:具体|明确|全面)?规定"
    ")(?=[，。；\\n])"
)
WORDS = ("规定", "确立", "给出", "提供", "描述", "明确", "界定", "包括", "包含", "涵盖")
"""Verbs of the sentence that tells what a text is about."""
_REST = lazy("等?(?:[一二三四五六七八九]个)?(?:方面|部分)?的?(?:内容|要求|事项|规则|方面)?$")
_COMMON = lazy("范围|引用|术语|定义|缩略|符号|总则|附则|概述|前言|引言|依据|目的|原则|总体要求|说明|参考|附录|解释")
"""Headings that no such sentence names."""
_LEAST = 4  # names: of three two may be the rest of one another


def scopes(document: Document, part: Part) -> Iterator[NamedLead]:
    """The sentences before the second part of a text that say by four names or more what it is about.

    Nothing where a heading is about none of the names: it may call one in other words.
    """
    tops = [item for item in part.items if not item.inline and item.depth == 1]
    if len(tops) < _LEAST:
        return
    for found in _SCOPE.finditer(document.text, part.span.start, tops[1].span.start):
        group = "told" if found["told"] else "ruled"
        rest = _REST.search(found[group])
        end = found.end(group) - (len(rest[0]) if rest else 0)
        first = found[group].partition("、")[0].rpartition("的")
        start = found.start(group) + len(first[0]) + len(first[1])
        names = tuple(names_of(document, Span(start, end)))
        told = [document.slice(name) for name in names]
        headings = [document.slice(item.heading) for item in tops]
        is_plain = all(_COMMON.search(one) or any(is_taken_up_by(one, name) for name in told) for one in headings)
        if len(names) >= _LEAST and is_plain:
            yield NamedLead(names, 0, start)
