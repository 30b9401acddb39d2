"""Totals whose parts stand in headings: 46项，分三类处理 before 一、取消12项 and 二、下放20项."""

from collections.abc import Iterator

from lint.analysis.counts.quantities.quantity import Quantity, Share, quantities_in
from lint.analysis.counts.totals.part_words import PartWords
from lint.analysis.counts.totals.shares import overlap
from lint.analysis.counts.totals.stated import ASPECTS, Statement
from lint.document.tree import Document, Item, Series
from lint.text.numerals import value_of
from lint.text.patterns.fragments import COUNT, NOT_WITHIN
from lint.text.patterns.lazy import lazy
from lint.text.sentences import sentence_end
from lint.text.source import Span

_GROUPS = lazy(f"{NOT_WITHIN}(?P<number>{COUNT})(?:个|大)?(?:方面|部分|大类|类别?|领域|板块|环节|批)")
_CUE = lazy("(?:共|总|合计)[^，。；、0-9\n]{0,10}$")
_OVERLAP = lazy("交叉|重[复叠合]|同时涉及|多个方面|其余|(?:主要|重点)(?:有|是|为|涉及)|包括")
_SHARED = lazy("交叉|重[复叠合]|转入|同时(?:列|属|涉)|兼属|另有")
_PAST = lazy("去年|上年|上一年|上次|上轮|往年|此前|上级|国务院|中央|省|《")
_TOLD = lazy("(?:共[计有]?|合计|等)(?=[0-9])")
_CLOSE = "）)。，：: \u3000"
_BEFORE = 12  # characters before and behind a total that call it one
_FIRST = 60  # characters of a body that may tell how much it holds
_FAR = 10  # per cent of a total, or
_FEW = 3  # things that a slip comes to
_UNIT = 10**5
_PERSONS = ("人", "名")


def headed(document: Document, series: Series, words: PartWords) -> Statement | None:
    """The total before a run of headings each of which tells its part, all of them in the same way."""
    items, lead = series.items, _lead(document, series)
    if len(items) < 2 or items[0].inline or series.quoted or lead is None or _OVERLAP.search(document.text, *lead):
        return None
    told = [one for one in quantities_in(document.text, *lead) if not one.unit.startswith(ASPECTS)]
    for total in reversed([one for one in told if one.exact and _is_total(document, one, series)]):
        for part_of in (_in_heading, _in_body):
            found = [part_of(document, item, total) for item in items]
            shares = [share for share in found if share]
            if len(shares) == len(items):
                shared = _SHARED.search(document.text, items[0].span.start, items[-1].span.end)
                return None if shared else _near(total, shares, [one for one in told if one.counts_as(total)], words)
    return None


def _lead(document: Document, series: Series) -> Span | None:
    """What stands before a run: the heading above and its text, or the title and the preamble."""
    first = series.items[0].marker.span.start
    if series.parent is not None:
        return Span(series.parent.marker.span.end, first) if series.parent.children[0] is series.items[0] else None
    part = document.parts[series.part]
    start = part.title.start if part.title else part.preamble.start if part.preamble else first
    return Span(start, first) if start < first and part.items[0] is series.items[0] else None


def _is_total(document: Document, figure: Quantity, series: Series) -> bool:
    """Whether a figure is said to be one of all: behind 共, in brackets, or beside the right number of groups."""
    text, start = document.text, document.last_of("。！？；\n", 0, figure.start) + 1
    end = sentence_end(text, figure.end, min(len(text), figure.end + _BEFORE))
    if _PAST.search(text, start, figure.start):
        return False
    around = max(start, figure.start - _BEFORE), end
    groups = any(value_of(one["number"]) == len(series.items) for one in _GROUPS.finditer(text, *around))
    if groups and all(item.children and not item.children[0].inline for item in series.items):
        return False  # deeper_count counts them
    bracketed = text[figure.start - 1 : figure.start] in ("（", "(") and text[figure.end : figure.end + 1] in (
        "）",
        ")",
    )
    return groups or bracketed or _CUE.search(text, max(start, figure.start - _BEFORE), figure.start) is not None


def _in_heading(document: Document, item: Item, total: Quantity) -> Share | None:
    """The only figure of the total's unit in a heading, at its end."""
    start, end = item.marker.span.end, item.heading.end
    found = [one for one in quantities_in(document.text, start, end) if one.counts_as(total)]
    if len(found) != 1 or document.text[found[0].end : end].strip(_CLOSE):
        return None
    if "元" in total.unit[:1] and document.text[found[0].end : found[0].end + 1] not in ("）", ")"):
        return None  # 甲桥1.5亿元 may be one of several works
    return Share(document.text[start : found[0].start], found[0], "；")


def _in_body(document: Document, item: Item, total: Quantity) -> Share | None:
    """The only figure of the total's unit behind 共 or 等 at the beginning of what stands below a heading."""
    end = min(item.span.end, item.heading.end + _FIRST)
    figures = list(_behind(document, item.heading.end, end))
    found = [one for one in figures if one.counts_as(total)]
    return Share(document.slice(item.heading), found[0], "；") if len(found) == 1 else None


def _behind(document: Document, start: int, end: int) -> Iterator[Quantity]:
    for lead in _TOLD.finditer(document.text, start, end):
        figure: Quantity | None = next(quantities_in(document.text, lead.end(), end), None)
        if figure and figure.start == lead.end():
            yield figure


def _near(total: Quantity, shares: list[Share], others: list[Quantity], words: PartWords) -> Statement | None:
    """The statement, where the parts come to about as much and to no other figure before them."""
    together = sum(share.quantity.value for share in shares)
    differing = abs(total.value - together)
    if any(one.value == together for one in others) or not all(share.quantity.exact for share in shares):
        return None
    if total.unit.startswith(_PERSONS) and overlap(shares, words):
        return None
    if 100 * differing > _FAR * total.value and differing > _FEW * _UNIT:
        return None
    return Statement(total, (shares,), is_whole=True, is_exhaustive=True, others=tuple(others), is_apart=True)
