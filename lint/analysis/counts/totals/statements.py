"""Totals that a text states together with their parts, however it leads these in."""

import re
from collections.abc import Iterator
from itertools import takewhile

from lint.analysis.counts.quantities.quantity import Quantity, Share, quantities_in, shares_after
from lint.analysis.counts.totals.after_items import after_items
from lint.analysis.counts.totals.bare_parts import bare_parts
from lint.analysis.counts.totals.bracketed import bracketed
from lint.analysis.counts.totals.headed import headed
from lint.analysis.counts.totals.means import are_means, is_mean
from lint.analysis.counts.totals.next_sentence import from_sources
from lint.analysis.counts.totals.part_words import PartWords
from lint.analysis.counts.totals.remainders import remainders
from lint.analysis.counts.totals.shares import are_stages
from lint.analysis.counts.totals.stated import ASPECTS, LONGEST, Statement, totals_before
from lint.analysis.leads import sentence_before
from lint.document.tree import Document, Item, Series
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any

_LEADS = lazy(
    "其中(?!之一|一[个项条名位件种类])|分别(?=[为是由有计：:])(?:为|是|由|有|计)?"
    f"|(?<!主要)包[括含]|[：:（(]|(?<={LETTER})中(?=[，,有已])"
)
_GOES_PAST = lazy("[：:（(]")
"""What leads in parts that a ； does not end: 开会21次，其中专题会21次；讲课10次 is two matters."""
_EXHAUSTIVE = "分别"
_SHARED = lazy("共同|分担|分摊|全部由|[组构]成")
_DIVIDED = lazy("渠道|来源|筹措|筹集|构成|组成|分解(?!落实)|分配|划分|拆分|分担|分摊|分别(?=[为是由有计：:])")
_FAR = 20  # per cent of a total that items told to make it up may be off
_SUMMED = lazy("合计|共计|总计|小计|[，,][总一]?共")
_SUM = lazy("(?:合计|共计|总计|小计)(?:为|达|约)?$")
_SAID_TOGETHER = lazy(f"^[总一]?共{LETTER}{{0,4}}$")
_SLIP = 20  # per cent of a total behind 共 that its parts may be off
_BEGINNING = lazy("其中|[：:，,；;为由]")
_OPENS = lazy("总|共|其中|累计")
_OF_WHICH = "其中"
_NAMED = ("其中", "分别", "包")
"""How words begin that lead in parts wherever the total stands before them."""
_OVERLAP = lazy(
    "[（(][^（()）0-9\\n]{0,12}(?:[0-9]+[^（()）0-9\\n]{1,6})?(?:同时|重[复叠合]|交叉|兼[有任具]|(?:多|两|几|若干)(?:个|项|种|类)"
    "|既[^（()）\\n]{1,12}[又也])[^（()）\\n]{0,16}[）)]"
)
"""A note that one thing may be of several parts: （部分问题涉及多个方面）."""
_STOP = lazy("[。！？!?]")
_BEGINS = lazy(f"[，,；;：:]|(?<={LETTER})(?<!其中)(?=已)")
"""Where parts that tell how far they are may begin: behind a mark, or 32个问题已完成27个."""
_FIGURE = lazy("[0-9]+")
_FEWEST = 3  # figures of a total and its parts
_NAME = 4  # characters before a number that say what it counts
_NOUN = 10  # characters between a total and what leads in its parts


def statements(document: Document, words: PartWords) -> tuple[Statement, ...]:
    """Every total of a document with its parts, in text order."""
    return document.derive(words, lambda: tuple(_statements(document, words)))


def _statements(document: Document, words: PartWords) -> Iterator[Statement]:
    text = document.text
    around = (
        one
        for series in document.series
        if _tells_parts(text, series)
        for one in (_around_items(document, series, words), after_items(document, series))
    )
    by_items = (one for one in around if one)
    found = {one.lists[0][0].quantity.start: one for one in by_items}
    for block in document.reading.blocks:
        for start, end, figures in _sentences(text, block.start, block.end):
            in_one = _with_their_total if figures >= _FEWEST else _with_one_before
            for one in in_one(text, block.start, start, end, words):
                if is_mean(text, block.start, one.total) or are_means(one.lists[-1]):
                    continue
                if not (_has_note(text, one.total.start, end) and _OVERLAP.search(text, one.total.start, end)):
                    found.setdefault(one.lists[0][0].quantity.start, one)
    yield from sorted(found.values(), key=lambda one: one.total.start)


def _tells_parts(text: str, series: Series) -> bool:
    """Whether the first items of a series hold figures, without which they are no parts of a total."""
    return all(_FIGURE.search(text, item.marker.span.end, item.span.end) for item in series.items[:2])


def _with_one_before(text: str, paragraph: int, start: int, end: int, words: PartWords) -> Iterator[Statement]:
    """What a sentence may tell whose total stands in one before it."""
    yield from _told_by_status(text, paragraph, start, end, words)
    yield from _led_in(text, paragraph, start, end)
    yield from from_sources(text, paragraph, start, end)


def _with_their_total(text: str, paragraph: int, start: int, end: int, words: PartWords) -> Iterator[Statement]:
    """What a sentence may tell that has figures enough for a total and its parts."""
    yield from _added_up(text, start, end)
    yield from _told_by_status(text, paragraph, start, end, words)
    yield from _led_in(text, paragraph, start, end)
    yield from remainders(text, start, end)
    yield from bracketed(text, start, end)
    yield from bare_parts(text, start, end)
    yield from from_sources(text, paragraph, start, end)


def _has_note(text: str, start: int, end: int) -> bool:
    """Whether there is a bracket in a stretch of text; without one there is no need for the large pattern."""
    return any(text.find(bracket, start, end) >= 0 for bracket in "（(")


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The sentences of a paragraph that hold figures enough, without their end marks, and how many these are."""
    if _FIGURE.search(text, start, end) is None:
        return
    for stop in (*(found.start() for found in _STOP.finditer(text, start, end)), end):
        figures = len(_FIGURE.findall(text, start, stop))
        if figures > 1:
            yield start, stop, figures
        start = stop + 1


def _led_in(text: str, paragraph: int, start: int, end: int) -> Iterator[Statement]:
    """Totals whose parts a word or a mark leads in."""
    for lead in _LEADS.finditer(text, start, end):
        last = _end_of_list(text, lead.end(), end)
        first = lead.end()
        while first < last and text[first] in "：:，, ":
            first += 1
        shares, is_whole = shares_after(text, first, last)
        ended = next((index for index, one in enumerate(shares) if _SUM.search(one.label)), len(shares))
        shares, is_whole = shares[:ended], is_whole or ended < len(shares)
        if len(shares) < 2 or (shares[0].link == "；" and not _GOES_PAST.search(text, lead.start(), first)):
            continue
        totals = totals_before(text, start, lead.start(), shares[0].quantity)
        total = _total_of(text, lead, totals, shares)
        if total is None and lead[0] == _OF_WHICH and lead.start() == start:
            total = _only_total(text, paragraph, start, shares[0].quantity)
        if total and not (totals and is_mean(text, start, totals[-1])):
            is_exhaustive = lead[0].startswith(_EXHAUSTIVE) or bool(_SHARED.search(text, total.end, lead.start()))
            yield Statement(total, _lists(shares), is_whole, is_exhaustive, tuple(totals))


def _added_up(text: str, start: int, end: int) -> Iterator[Statement]:
    """Totals behind their parts: 县级安排1460万元，自筹1200万元，合计2660万元."""
    summed = _SUMMED.search(text, start, end)
    if summed is None:
        return
    start = max(start, summed.start() - LONGEST)
    for place in (start, *(found.end() for found in _BEGINNING.finditer(text, start, summed.start()))):
        shares, _ = shares_after(text, place, end)
        last = next((index for index, one in enumerate(shares) if _is_sum(shares, index)), 0)
        if last < 2:
            continue
        total, parts = shares[last].quantity, shares[:last]
        again = max((index for index, one in enumerate(parts) if one.quantity.value == total.value), default=-1)
        parts = parts[again + 1 :]  # 拨付1500万元，来源为甲900万元、乙500万元，合计1500万元
        if len(parts) > 1 and not any(_OPENS.search(one.label) for one in parts) and not _ends_in(parts, total):
            precise = any("." not in one.quantity.written for one in parts)  # 3亿元 beside 0.9亿元 is no rounded 3.0
            yield Statement(total, (parts,), is_whole=True, is_exhaustive=True, is_precise=precise)
        return


def _is_sum(shares: list[Share], index: int) -> bool:
    """Whether a figure is the sum of those before it: 合计12人, or 共处理12人 where they come to about as much."""
    label, total = shares[index].label, shares[index].quantity.value
    if _SUM.search(label) is not None:
        return True
    together = sum(one.quantity.value for one in shares[:index])
    return _SAID_TOGETHER.match(label) is not None and 100 * abs(together - total) <= _SLIP * total


def _ends_in(parts: list[Share], total: Quantity) -> bool:
    """Whether the last parts alone come to the total, so that others before them are another matter."""
    values = [one.quantity.value for one in parts]
    return any(abs(sum(values[first:]) - total.value) <= total.last_digit for first in range(1, len(values) - 1))


def _total_of(text: str, lead: re.Match[str], totals: list[Quantity], shares: list[Share]) -> Quantity | None:
    """The total right before what leads its parts in; after a word that does, one further on where that is a slip off.

    立案56起，移送8起，其中…12起、…21起、…25起: no 8 has parts like these.
    """
    if not totals:
        return None
    near, together = totals[-1], sum(share.quantity.value for share in shares)
    if lead[0].startswith(_NAMED):
        clause = text.rfind("；", 0, lead.start())
        slips = [one for one in totals if one.start > clause and together <= 1.1 * one.value <= 1.3 * together]
        if together <= 1.1 * near.value:
            return near
        if slips or max(share.quantity.value for share in shares) <= near.value:
            return (slips or [near])[-1]
        held = [one for one in totals if one.value >= together]
        is_of_all = sum(one.value for one in totals) >= together  # 图书馆12个，博物馆8个，其中一级馆4个、二级馆9个
        return held[-1] if held else None if is_of_all else near
    adjoins = lead.start() - near.start <= _NOUN and not _breaks(text, near.start, lead.start())
    return near if adjoins else None


def _breaks(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end].rstrip("，,（( ") for mark in "，、；,;：:（）")


def _end_of_list(text: str, start: int, end: int) -> int:
    """Where a list ends: with its sentence, or with the bracket that it stands in."""
    depth = 0
    for place in range(start, min(end, start + LONGEST)):
        depth += (text[place] in "（(") - (text[place] in "）)")
        if depth < 0:
            return place
    return end


def _only_total(text: str, paragraph: int, end: int, part: Quantity) -> Quantity | None:
    """The only quantity of a part's unit in the sentence before: 立案57起，罚款186万元。其中，甲21起、乙38起."""
    stop = max(text.rfind(mark, paragraph, end - 1) for mark in "。！？") + 1
    of_unit = [one for one in quantities_in(text, max(stop, paragraph), end) if one.counts_as(part)]
    return of_unit[0] if len(of_unit) == 1 else None


def _lists(shares: list[Share]) -> tuple[list[Share], ...]:
    """The parts up to the first other mark, and all of them up to a ；."""
    mark = shares[0].link
    first = next((index for index, one in enumerate(shares) if one.link != mark), len(shares) - 1) + 1
    if mark != "；" and first < len(shares) and shares[first - 1].link in ("和", "及", "以及", "与"):
        first += 1
    last = next((index for index, one in enumerate(shares) if one.link == "；" != mark), len(shares) - 1) + 1
    return (shares[:first], shares[:last]) if last > first else (shares[:first],)


def _told_by_status(text: str, paragraph: int, start: int, end: int, words: PartWords) -> Iterator[Statement]:
    """Totals whose parts tell how far they are: 已办结79件，阶段性办结9件; 完成16个，其余3个."""
    if not holds_any(text[start:end], words.finished):
        return
    for place in (start, *(found.end() for found in _BEGINS.finditer(text, start, end))):
        shares, _ = shares_after(text, place, end)
        behind = (index for index, one in enumerate(shares) if index and not holds_any(one.label, words.under_way))
        told = shares[: next(behind, None)]
        if len(told) > 1 and _is_done(told[0], words) and not are_stages(told):
            narrower = [holds_any(one.label, words.narrower) for one in told]
            if not narrower[0] and any(narrower):
                return  # 已整改72处，未整改的重大隐患2处
            part = told[0].quantity
            totals = totals_before(text, start, place, part) or _task_totals(text, paragraph, start, told, words)
            if totals and _is_told_too(text, totals[-1], part, words):
                continue
            if totals:
                yield Statement(totals[-1], (told,), is_whole=True, is_exhaustive=True, others=tuple(totals))
            return


def _is_told_too(text: str, total: Quantity, part: Quantity, words: PartWords) -> bool:
    """Whether what seems a total tells how far it is, as the parts behind it do: 1个项目已完工，3个项目已开工."""
    clause, mark = text[total.start : part.start - 1], text[part.start - 1]
    return mark in "，、；" and not _BEGINNING.search(clause) and ("已" in clause or holds_any(clause, words.finished))


def _is_done(share: Share, words: PartWords) -> bool:
    """Whether a part is told by what has been done; 10个已完成、5个 is the figure of another."""
    told = holds_any(share.label, words.finished) and not holds_any(share.label, words.under_way)
    return told and not share.label.endswith("、")


def _task_totals(text: str, paragraph: int, end: int, told: list[Share], words: PartWords) -> list[Quantity]:
    """The numbers of problems that sentences before name, of which a later one tells how far they are put right."""
    if not any(holds_any(one.label, words.put_right) for one in told):
        return []
    of_unit = totals_before(text, paragraph, end, told[0].quantity)
    return [one for one in of_unit if holds_any(text[max(0, one.start - _NAME) : one.end], words.matters)]


def _around_items(document: Document, series: Series, words: PartWords) -> Statement | None:
    return _by_items(document, series) or headed(document, series, words)


def _by_items(document: Document, series: Series) -> Statement | None:
    """A total before a run of items each of which ends with its part: 22项活动：一是…等4项；二是…等6项.

    What says that the whole is divided up (按以下渠道筹措) also leads in items that go on behind their part.
    """
    items = series.items
    if len(items) < 2 or series.quoted:
        return None
    start, end = sentence_before(document, series)
    divided = _DIVIDED.search(document.text, start, end) is not None
    if not divided and not items[0].inline:
        return None
    totals = [one for one in quantities_in(document.text, start, end) if not one.unit.startswith(ASPECTS)]
    for total in reversed(totals):
        found = (_part_of(document, item, total, loose=divided) for item in items)
        shares = [share for share in takewhile(bool, found) if share]
        if len(shares) == len(items):
            if divided:
                return _divided_up(totals, shares)
            return Statement(total, (shares,), is_whole=True, is_exhaustive=True)
    return None


def _divided_up(totals: list[Quantity], shares: list[Share]) -> Statement | None:
    """The total that parts come closest to, if they are about as much."""
    together = sum(share.quantity.value for share in shares)
    of_unit = tuple(one for one in totals if one.counts_as(shares[0].quantity))
    total = min(of_unit, key=lambda one: abs(one.value - together))
    near = 100 * abs(total.value - together) <= _FAR * total.value
    return Statement(total, (shares,), is_whole=True, is_exhaustive=True, others=of_unit) if near else None


def _part_of(document: Document, item: Item, total: Quantity, *, loose: bool) -> Share | None:
    """The only quantity of a total's unit in an item, where its sentence ends with it.

    A loose part is the only one of the heading, else of the item, wherever it stands.
    """
    text, start = document.text, item.marker.span.end
    ends = (item.heading.end, item.span.end) if loose and item.heading.end > start else (item.span.end,)
    for end in ends:
        found = [one for one in quantities_in(text, start, end) if one.counts_as(total)]
        if len(found) == 1 and (loose or not text[found[0].end : end].strip("。；， \n")):
            return Share(text[start : found[0].start], found[0], "；")
        if found:
            return None
    return None
