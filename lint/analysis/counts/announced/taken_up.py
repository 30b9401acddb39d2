"""Numbers of an opening paragraph whose noun all headings below take up: 实施六大工程 before （一）实施…工程."""

import re
from collections.abc import Iterator

from lint.analysis.counts.announced.announced_items import ABOUT
from lint.analysis.counts.announced.announcements import Announcement, unquoted_numbers
from lint.analysis.counts.items import possible_counts
from lint.analysis.leads import lead_of
from lint.document.tree import Document, Series
from lint.text.numerals import value_of
from lint.text.patterns.fragments import COUNT, LETTER, NOT_WITHIN
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_HEAD = lazy(r"[^，：:（(。；\n]*[^，：:（(。；\n\s”’》]")
"""A heading up to its first mark: 实施名师培养计划，打造骨干队伍."""
_LETTERS = lazy(f"{LETTER}{{2}}")
_KIND = 2  # characters of a noun
_SLIP = 2  # by how many a number is wrong that was meant for those below
_LONGEST = 800  # characters of a lead
_MEASURE = "[大项个场类道张套种]"
_DOES = lazy(
    "(?:实施|开展|推进|推动|启动|打响|打好|打赢|抓好|抓实|做好|办好|组织|推行|实行|部署|谋划|推出|建设|打造|"
    f"聚力|采取)(?:好|了|以?下列?)?(?:{LETTER}{{0,2}}重点|全面)?$"
)
OF_OTHERS = lazy(
    "去年|上年|往年|上一年|已|基础上|其中|部分|首批|首先|先行|(?:以下|下列)(?![一二三四五六七八九十两0-9])|另外|其余|除了|除外|"
    f"(?:国家|中央|全国|全省|全市|[省市]委|[省市]政府|[省市]里|上级)|(?:{ABOUT}|紧扣|依托|结合|承接|对接|贯彻)$"
)
"""What tells that a number may be of other things than those below, or of more."""


def taken_up(document: Document, series: Series) -> Iterator[Announcement]:
    """The numbers of the text that leads in a series, of what every heading of it is called at its end.

    Nothing where that text also has the right number, or speaks of what others do.
    """
    kind = _kind(document, series)
    start, end = lead_of(document, series)
    if not kind or not 0 < end - start <= _LONGEST:
        return
    lead = document.text[start:end]
    if kind not in lead:
        return
    counts = possible_counts(document, series)
    if set(unquoted_numbers(lead)) & set(counts) or OF_OTHERS.search(lead):
        return
    pattern = f"{NOT_WITHIN}(?P<number>{COUNT}){_MEASURE}{LETTER}{{0,4}}?{re.escape(kind)}(?!{LETTER})"
    for found in re.finditer(pattern, lead):
        before, number = lead[: found.start()], value_of(found["number"])
        is_near = any(abs(number - count) <= _SLIP for count in counts)
        if number > 1 and is_near and _DOES.search(before):
            span = Span(start + found.start(), start + found.end())
            yield Announcement(span, number, found[0], direct=True)


_TURN = "转变|转型|跨越|升级|转换|蝶变"
_TURNING = lazy(
    f"变[^，。；]{{1,20}}?为|[从由][^，。；]{{1,20}}?[向到至](?:[^，。；]{{1,20}}?(?:{_TURN})|[^，。；]{{2,20}}(?:[，。；]|\\Z))"
)
"""A heading that tells a change: 变被动应付为主动作为, 从粗放向集约转变."""
_TURNS = lazy(f"{NOT_WITHIN}(?P<number>{COUNT})(?:个|大|种|项)?(?:{LETTER}{{0,2}}?)(?:{_TURN})")
_OF_UPPER = lazy(f"贯彻|落实|按照|根据|遵循|指示|论述|精神|其中|部分|{OF_OTHERS.pattern}")


def turns_taken_up(document: Document, series: Series) -> Iterator[Announcement]:
    """The numbers of changes that the title and the preamble name, where every heading of the top tells a change.

    Nothing where one of them is right, or where they may be the words of others.
    """
    part = document.parts[series.part]
    heads = [document.slice(item.heading).strip() for item in series.items]
    if series.parent is not None or series.items[0].inline or len(heads) < 2 or not all(map(_TURNING.match, heads)):
        return
    found = [
        Announcement(
            Span(span.start + one.start(), span.start + one.end()), value_of(one["number"]), one[0], direct=True
        )
        for span in (part.title, part.subtitle, part.preamble)
        if span and not _OF_UPPER.search(document.slice(span))
        for one in _TURNS.finditer(document.slice(span))
    ]
    numbers = {one.number for one in found}
    if len(numbers) == 1 and 0 < abs(numbers.pop() - len(heads)) <= _SLIP:
        yield found[0]


def _kind(document: Document, series: Series) -> str:
    """The last two characters of all headings of a series; nothing where they differ, or one calls two things so."""
    heads = [_HEAD.match(document.slice(item.heading)) for item in series.items]
    names = [head[0] for head in heads if head]
    kinds = {name[-_KIND:] for name in names}
    if len(kinds) != 1 or not 1 < len(names) == len(series.items) or series.items[0].inline:
        return ""
    kind = kinds.pop()
    return kind if all(name.count(kind) == 1 for name in names) and _LETTERS.fullmatch(kind) else ""
