"""References to items by the name of the draft (本纪要第六项) or by 上述, where no run reaches so far."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint.analysis.citations.own_parts import OwnPart, own_parts, part_named
from lint.analysis.citations.reference import KINDS, NEAR, NUMBERS, OTHER_TEXT, H, N, Reference
from lint.document.families import DIGIT
from lint.document.tree import Document, Item
from lint.formats.blocks import PROSE
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_OWN_ITEM = lazy(
    rf"""
    [本上前](?:
        (?<=(?<![成日根基版样文])本)(?P<kind>{KINDS})的?(?P<place>第(?:{N}[项点]|[（(][{H}\d]{{1,3}}[）)][项条款点]))
        |(?<=[上前])述(?P<above>第(?:{N}|[（(][{H}\d]{{1,3}}[）)])[项点])
    )
    (?![目数额款\d])
    """,
    re.VERBOSE,
)
_RUNNING = lazy(
    r"(?:按照?|依照|参照|对照|比照|结合|同|与|见|落实)(?P<place>第(?P<number>\d{1,2})[项点])"
    r"(?=[的所，。；、）)中]|要求|任务|内容|规定|明确|确定|执行)"
)
"""按照第20项要求: an item of the draft's numbers, where these run on through its sections."""
_QUOTED = lazy("“[^“”]*”")
_LONG = 8  # numbers of a run that may be referred to without a name
_OWN_NAME = 7  # characters from 本 to the 第 of 本实施办法的第三项
_LONGEST = 8  # characters of 第 with a number
_ROW = lazy("[、；;]")
_SEVERAL = 2  # marks of a row of three words, of which a sentence may count without any number


def broken_own_items(document: Document) -> Iterator[Reference]:
    """本纪要第六项, 本意见第（十八）条, 上述第七项 in a draft of which no run reaches so far."""
    yield from _broken_running(document)
    text = document.text
    cited = any(_may_be_own_item(text, place) for place in places_of("第", text)) and _OWN_ITEM.search(text)
    owns = own_parts(document) if cited else []
    for own in owns:
        for match in _OWN_ITEM.finditer(document.text, own.part.span.start, own.part.span.end):
            if own.amends or document.is_quoted(match.start()):
                continue
            group = "above" if match["above"] else "place"
            if match["above"]:
                target = own if _counts_above(document, match.start(), own) else None
            else:
                target = part_named(match["kind"], own, owns)
            last = None if target is None else _last_before(target, match[group], anywhere=group == "above")
            if last is not None:
                yield Reference("item", Span(*match.span(group)), last.marker.span)


def _broken_running(document: Document) -> Iterator[Reference]:
    """按照第20项要求 in a part whose numbers 1. 2. 3. run on through its sections and end before."""
    text = document.text
    numbered = any(text[place + 1 : place + 2].isdecimal() for place in places_of("第", text))
    owns = own_parts(document) if numbered and _RUNNING.search(text) else []
    for own in owns:
        numbers = () if own.amends or own.about_others else _running(document, own)
        if len(numbers) < _LONG:
            continue
        last = numbers[-1]
        for match in _RUNNING.finditer(document.text, *own.part.span):
            start = document.last_of("。\n", max(own.part.span.start, match.start() - NEAR), match.start())
            sentence = _QUOTED.sub("", document.text[start + 1 : match.start()])
            is_own = not (document.is_quoted(match.start()) or OTHER_TEXT.search(sentence))
            if is_own and int(match["number"]) > (last.marker.value or 0):
                yield Reference("item", Span(*match.span("place")), last.marker.span)


def _running(document: Document, own: OwnPart) -> Sequence[Item]:
    """The numbers 1. 2. 3. that rise through several sections of a part; nothing where they begin again."""
    items = [item for item in document.items_of(own.part) if not item.inline]
    numbers = [item for item in items if item.marker.family is DIGIT]
    values = [item.marker.value or 0 for item in numbers]
    holders = sum(any(child.marker.family is DIGIT and not child.inline for child in item.children) for item in items)
    rises = bool(values) and values[0] == 1 and all(one < other for one, other in pairwise(values))
    return numbers if rises and holders > 1 and own.highest == values[-1] else ()


def _may_be_own_item(text: str, place: int) -> bool:
    """Whether 第 may stand in 上述第三项 or 本办法第三项: a look around it costs less than the pattern."""
    before, after = text[max(0, place - _OWN_NAME) : place], text[place + 1 : place + 1 + _LONGEST]
    named = before.endswith("述") or "本" in before
    return named and after.lstrip(f"{H}0123456789０１２３４５６７８９").startswith(("项", "点", "（", "("))


def _last_before(own: OwnPart, place: str, *, anywhere: bool) -> Item | None:
    """The last item of the run that a place should be in, where neither that run nor any other reaches it."""
    value = max(value_of(number) for number in NUMBERS.findall(place))
    if own.articles.items or value <= (own.highest if anywhere else own.upper):
        return None
    run = own.brackets if place[1] in "（(" else own.sections
    return run.items[-1] if run.items else None


def _counts_above(document: Document, place: int, own: OwnPart) -> bool:
    """Whether 上述第七项 counts numbered items: no table, no other text and no long row of words comes before."""
    blocks = document.reading.blocks
    index = bisect_right(blocks, place, key=lambda block: block.start) - 1
    if index >= document.derive(_counts_above, lambda: _first_table(document)):
        return False
    near = document.text[max(blocks[max(index - 1, 0)].start, place - NEAR) : place]
    return not own.about_others and not OTHER_TEXT.search(near) and len(_ROW.findall(near)) < _SEVERAL


def _first_table(document: Document) -> int:
    blocks = document.reading.blocks
    return next((index for index, block in enumerate(blocks) if block.kind not in PROSE), len(blocks))
