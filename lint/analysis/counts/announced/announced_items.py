"""How the items of a run take up a number before them: by its noun, or as ranks of its measure."""

import re

from lint.analysis.counts.announced.named_parts import named_leads
from lint.analysis.leads import sentence_before
from lint.document.tree import Document, Series
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_COUNTING = "项类种件条"
"""Measures whose nouns may be any at the end of a line that leads in: 会议共有四项议程：."""
ABOUT = "围绕|针对|按照|根据|对照|依据|为了|通过|紧盯|聚焦"
"""Words before what a clause only says that something is about."""
_ABOUT = lazy(f"(?:{ABOUT}|落实|对|就|为|将|把|经)[^，。；：]{{0,12}}$")
_FEWEST = 2  # characters of a noun
_TIME = lazy("月|工作日|小时|星期|百分点|季度|年")


def is_noun(word: str) -> bool:
    """Whether what follows a measure may be the noun that it counts, not a unit of time."""
    return len(word) >= _FEWEST and not _TIME.match(word)


def are_ranks(document: Document, series: Series, measure: str) -> bool:
    """Whether every heading of a series names a rank of a measure: 一级响应, Ⅱ级响应."""
    ranks = lazy(f"^[^，。]{{0,6}}?[一二三四五六七八九ⅠⅡⅢⅣⅤ1-9]{measure}")
    return all(ranks.search(document.slice(item.heading)) for item in series.items)


def is_named_by_all(document: Document, series: Series, noun: str) -> bool:
    """Whether every heading of a series ends with what is counted: 组织实施六项行动 before 实施管线整治行动."""
    headings = [document.slice(item.heading) for item in series.items]
    kind = noun[-2:]
    return len(kind) == len("行动") and len(headings) > 1 and all(heading.endswith(kind) for heading in headings)


_STEM = 2  # characters of a longer word that it is known by


def is_echoed(document: Document, series: Series, noun: str) -> bool:
    """Whether the items take up the word: 六个“以” before 以…, 以…; 五个着力 before 着力…."""
    stem = noun[:4]
    while len(stem) >= min(len(noun), _STEM) > 0:
        holding = sum(
            stem in document.slice(Span(item.marker.span.end, min(item.span.end, item.marker.span.end + 40)))
            for item in series.items
        )
        if 2 * holding > len(series.items):
            return True
        stem = stem[:-1]
    return False


def is_named(document: Document, series: Series, count: re.Match[str]) -> bool:
    """Whether as many names stand before a number: 现将学习、履职、廉洁三个方面报告如下."""
    first, last = sentence_before(document, series)
    leads = named_leads(document, Span(first, last))
    return any(lead.place == first + count.start() and lead.number == len(lead.names) for lead in leads)


def names_lines(document: Document, series: Series, count: re.Match[str], before: str) -> bool:
    """Whether a number with any noun may name the lines below it; not one that only says what they are about."""
    if count["measure"] not in _COUNTING or not is_noun(count["noun"]) or series.items[0].inline:
        return False
    return not (count["noun"].endswith("下") or _ABOUT.search(before))
