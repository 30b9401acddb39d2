"""References of a draft to its own parts and chapters by number and heading: 见本方案第五部分“保障措施”."""

import re
from collections.abc import Iterator

import msgspec

from lint.analysis.citations.own_parts import CitedRun, OwnPart, own_parts, part_named
from lint.analysis.citations.reference import KINDS, NEAR, OTHER_TEXT, N
from lint.document.tree import Document, Item
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_NUMBER = rf"第(?P<number>{N})(?P<unit>部分|章)"
_BEHIND = lazy(rf"{_NUMBER}[（(]?(?P<open>[“\"])(?P<name>[^“”\"\n]{{2,24}})[”\"]")
_BEFORE = lazy(rf"{_NUMBER}(?=[）)])")
_NAME_BEFORE = lazy(r"[“\"](?P<name>[^“”\"\n]{2,24})[”\"][（(](?:参?见|详见|即)?$")
_BARE = lazy(rf"{_NUMBER}(?P<name>{LETTER}{{2,16}})")
_GOES_ON = "的中里所"
_OWN = lazy(rf"(?<![成日根基版样文])本(?P<kind>{KINDS})的?(?:[“\"][^“”\"\n]{{2,24}}[”\"])?[（(]?$")
_SEE = lazy(
    r"(?:参见|详见|见|按照|按|依照|根据|依据|如前所述[，,]?|前述|上述|前文|上文)(?:[“\"][^“”\"\n]{2,24}[”\"])?[（(]?$"
    r"|(?:^|[，,；;：:（(。])(?:针对|对照|对应|围绕|结合|参照|落实|执行|与|同)$"
)
_OTHERS = lazy(r"材料|台账|报告|汇报|发言|讲话|清单|教材|书稿")
_STOP = "。\n"
_LONGEST = 8  # characters of 第 with a number
_LOOK_BACK = 40


class NamedReference(msgspec.Struct, frozen=True):
    """A number and a name that stand together, and the part that has that name under another number."""

    number: Span
    name: Span
    item: Item


def misnumbered(document: Document) -> Iterator[NamedReference]:
    """The references by number and name to a part of the draft which has another number, in text order."""
    text = document.text
    places = sorted(
        start
        for unit in ("部分", "章")
        for place in places_of(unit, text)
        if (start := text.rfind("第", max(0, place - _LONGEST), place)) >= 0
    )
    for own in own_parts(document) if places else ():
        for start in places:
            inside = own.part.span.start <= start < own.part.span.end
            if inside and not document.is_quoted(start) and (found := _read(document, own, start)):
                yield found


def _read(document: Document, own: OwnPart, start: int) -> NamedReference | None:
    text = document.text
    target = _target(document, own, start)
    match = (_BEHIND.match(text, start) or _BEFORE.match(text, start) or _BARE.match(text, start)) if target else None
    if match is None or target is None:
        return None
    run = target.chapters if match["unit"] == "章" else target.sections
    name, is_whole = _name(document, match, run)
    if not name or not run.items or (match["unit"] == "章" and not target.chapters.items):
        return None
    number = value_of(match["number"])
    item = _named(document, run, document.slice(name), is_whole=is_whole)
    if item is None or number > run.highest or number in (item.marker.value, run.items.index(item) + 1):
        return None
    cited = [document.slice(one.heading) for one in run.by_number.get(number, ())]
    if any(_shares_word(document.slice(name), heading) for heading in cited):
        return None
    return NamedReference(Span(start, match.end("unit")), name, item)


def _name(document: Document, match: re.Match[str], run: CitedRun) -> tuple[Span | None, bool]:
    """Where the name beside a number stands, and whether it must be a whole heading since no quotes bound it."""
    groups = match.re.groupindex
    if "open" in groups:
        return Span(*match.span("name")), False
    if "name" not in groups:
        start = max(0, match.start() - _LOOK_BACK)
        before = _NAME_BEFORE.search(document.text[start : match.start()])
        return (Span(start + before.start("name"), start + before.end("name")) if before else None), False
    words = match["name"]
    for item in run.items:
        heading = _plain(document, item)
        rest = words[len(heading) :]
        if len(heading) > 1 and words.startswith(heading) and (not rest or rest[0] in _GOES_ON):
            return Span(match.start("name"), match.start("name") + len(heading)), True
    return None, True


def _named(document: Document, run: CitedRun, name: str, *, is_whole: bool) -> Item | None:
    """The one item that a name calls: by its whole heading, or by words of four or more that no other heading has."""
    whole = [item for item in run.items if _plain(document, item) == name]
    if whole or is_whole or len(name) < 4:
        return whole[0] if len(whole) == 1 else None
    holding = [item for item in run.items if name in _plain(document, item)]
    return holding[0] if len(holding) == 1 else None


def _plain(document: Document, item: Item) -> str:
    return document.slice(item.heading).strip("　 。：:“”")


def _shares_word(name: str, heading: str) -> bool:
    """Whether a heading has two characters of a name side by side: it may be what is meant."""
    return any(name[place : place + 2] in heading for place in range(len(name) - 1))


def _target(document: Document, own: OwnPart, start: int) -> OwnPart | None:
    """The part that a reference is to, from the words before it; None where that may be another text."""
    text, first = document.text, own.part.span.start
    before = text[max(first, start - _LOOK_BACK) : start]
    named = _OWN.search(before)
    if named:
        return part_named(named["kind"], own, own_parts(document))
    sentence = max(document.last_of(_STOP, first, start) + 1, first, start - NEAR)
    told = text[sentence:start]
    is_other = own.about_others or OTHER_TEXT.search(told) or _OTHERS.search(told)
    return own if not is_other and _SEE.search(before.rpartition("\n")[2]) else None
