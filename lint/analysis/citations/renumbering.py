"""Places of a draft that refer to a number which a fix would change: 第三部分, 第五条第（二）项, （三）, 附件2, 图1."""

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import msgspec

from lint.analysis.citations.annexes import annexes_of
from lint.analysis.citations.captions import CaptionLabel, captions, citations
from lint.document.families import ARTICLE, CHAPTER, PART, SUBVOLUME, VOLUME
from lint.document.markers import dotted_numbers, numbers_of
from lint.document.tree import Document, Item, Part
from lint.text.edit import Edit
from lint.text.numerals import parse_enclosed, value_of
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_N = r"(?:[一二三四五六七八九十百千零〇]{1,9}|\d{1,4})"
_AND = "[、，和与及或至到—～~-]"
_TOLD = (
    "上述|前述|前面的?|上文|下列|本(?:[条款项]|部分)的?|前[条款项]的?"
    "|参见|详见|见|[按依参]照|根据|违反|符合|与|和|及|至|、|第"
)
_DECIMALS = r"\d{1,2}(?:[.．]\d{1,2}){1,3}"
_REFERENCE = lazy(  # looks what comes next before it tries the shapes one by one
    rf"""
    (?=[第（(①-⑳\d上前下本参详见按依根违符与和及至、])(?:
        第(?P<words>{_N}(?:{_AND}第?{_N})*)
            (?P<unit>分编|部分|编|章|节|条|款|项(?!目)|目(?!的|标|录)|点|个?方面)
        |(?P<told>{_TOLD})?(?P<brackets>[（(]{_N}[）)](?:{_AND}第?[（(]{_N}[）)])*)
            (?P<of>[项条款目点]|中|所|的规定)?
        |(?P<see>{_TOLD})(?P<sign>[①-⑳]|{_DECIMALS})(?![\d.．])
        |(?P<mark>[①-⑳]|{_DECIMALS})(?:节|条|款|项(?!目)|部分|点(?!\d)|所)
    )
    """,
    re.VERBOSE,
)
_NUMBER = lazy(rf"{_N}|{_AND}")
_LINK = lazy(rf"的?(?:第{_N}款)?的?")
_CHAIN = lazy(rf"(?:{_AND}|以及|或者)")
_FOREIGN = lazy(r"》(?:（[^（）]*）|〔[^〔〕]*〕)?的?$|(?<!本)(?:[^本]法|条例|规定|办法|细则|准则)的?$")
_MOST_CHANGED = 100  # items of one fix whose references are looked for
_MOST_TOLD = 100  # references to one number
_LAWS = {"volume": "编", "subvolume": "分编", "part": "部分", "chapter": "章", "section": "节", "article": "条"}
_UNITS = {"enumerator": "部分 项 条 款 目 点", "counter": "项 条 点 方面 个方面", "ordinal": "项 点 方面 个方面"}
_EVERYWHERE = {family.name for family in (VOLUME, SUBVOLUME, PART, CHAPTER, ARTICLE)}


class NumberReference(msgspec.Struct, frozen=True):
    """A place that may mean an old number, and the marker, annex or caption that has it."""

    span: Span
    found: str
    marker: str


class _Mention(msgspec.Struct, frozen=True):
    """A number that the text names with its unit or in its brackets; ``within`` is the mention it belongs to."""

    span: Span
    unit: str
    numbers: frozenset[int | str]
    within: "_Mention | None" = None


class _Renumbered(msgspec.Struct, frozen=True):
    """An item whose number changes, what it stands under, and its part."""

    item: Item
    parent: Item | None
    part: Part


def references_to_changed(document: Document, edits: Iterable[Edit]) -> list[NumberReference]:
    """Every place that may refer to a number that the edits change, in text order, each once."""
    changed = {edit.span for edit in edits if document.slice(edit.span) != edit.text}
    found: dict[Span, NumberReference] = {}
    for reference in (*_to_items(document, changed), *_to_annexes(document, changed), *_to_captions(document, changed)):
        found.setdefault(reference.span, reference)
    return [found[span] for span in sorted(found)]


def _to_items(document: Document, changed: set[Span]) -> Iterator[NumberReference]:
    by_numeral = document.derive(_by_numeral, lambda: _by_numeral(document))
    renumbered = [by_numeral[span] for span in sorted(changed) if span in by_numeral][:_MOST_CHANGED]
    if not renumbered:
        return
    alone, bound = document.derive(_mentions, lambda: _split(_mentions(document)))
    for one in renumbered:
        number = _shown_number(one.item, document)
        near = (*_between(alone.get(number, []), _reach(one)), *_between(bound.get(number, []), one.part.span))
        for mention in islice((mention for mention in near if _means(mention, one, document)), _MOST_TOLD):
            yield NumberReference(mention.span, document.slice(mention.span), document.slice(one.item.marker.span))


_ByNumber = dict[int | str | None, list[_Mention]]


def _split(mentions: tuple[_Mention, ...]) -> tuple[_ByNumber, _ByNumber]:
    """Mentions that stand by themselves, and those that belong to another (第三条第二项), by number, in text order."""
    alone: _ByNumber = {}
    bound: _ByNumber = {}
    for mention in mentions:
        by_number = bound if _is_bound(mention) else alone
        for number in mention.numbers:
            by_number.setdefault(number, []).append(mention)
    return alone, bound


def _is_bound(mention: _Mention) -> bool:
    return mention.within is not None and mention.within.unit != "款"


def _between(mentions: list[_Mention], span: Span) -> list[_Mention]:
    """The mentions in a span; they are in text order."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    return mentions[first : bisect_left(mentions, span.end, first, key=lambda mention: mention.span.start)]


def _reach(one: _Renumbered) -> Span:
    """Where an item may be meant by its number alone: in its part, or only in what it stands under."""
    if one.parent is None or one.item.marker.family.name in _EVERYWHERE:
        return one.part.span
    return one.parent.span


def _by_numeral(document: Document) -> dict[Span, _Renumbered]:
    """Every numbered item by the span of its numeral."""
    return {
        item.marker.numeral: _Renumbered(item, series.parent, document.parts[series.part])
        for series in document.series
        for item in series.items
    }


def _mentions(document: Document) -> tuple[_Mention, ...]:
    """What the draft says of its own numbers outside markers and quotations."""
    heads = {item.marker.span.start for item in document.items}
    found: list[_Mention] = []
    foreign = -1
    for match in _REFERENCE.finditer(document.text):
        start = match.start("brackets") if match["brackets"] and match["told"] != "第" else match.start()
        if start in heads or document.is_quoted(start):
            continue
        before = document.text[max(0, start - 40) : start]
        if (start - foreign <= 3 and _chained(document.text[foreign:start])) or _FOREIGN.search(before):
            foreign = match.end()
            continue
        last = found[-1] if found and found[-1].span.end <= start else None
        within = last if last and _LINK.fullmatch(document.text[last.span.end : start]) else None
        mention = _mention(match, start, within)
        if mention:
            found.append(mention)
    return tuple(found)


def _chained(between: str) -> bool:
    return bool(_LINK.fullmatch(between) or _CHAIN.fullmatch(between))


def _mention(match: re.Match[str], start: int, within: _Mention | None) -> _Mention | None:
    if match["words"]:
        return _Mention(Span(start, match.end()), match["unit"], _numbers(match["words"]), within)
    if match["brackets"]:
        if not (match["told"] or match["of"] or within):
            return None
        unit = match["of"] if match["of"] in ("项", "条", "款", "目", "点") else ""
        end = match.end("of") if unit else match.end("brackets")
        return _Mention(Span(start, end), "（）", _numbers(match["brackets"]), within)
    sign = "sign" if match["sign"] else "mark"
    return _Mention(Span(*match.span(sign)), "", frozenset({_sign(match[sign])}), within)


def _sign(text: str) -> int | str:
    """A circled number as its value, decimal numbers as they are written."""
    value = parse_enclosed(text) if len(text) == 1 else None
    return value if value is not None else ".".join(str(number) for number in dotted_numbers(text))


def _numbers(text: str) -> frozenset[int | str]:
    """The numbers of 三, of 三、五 and of 三至五."""
    values: list[int] = []
    between = ""
    for token in _NUMBER.findall(text):
        if re.fullmatch(_AND, token):
            between = token
            continue
        value = value_of(token)
        if between in tuple("至到—～~-") and between and values and values[-1] < value <= values[-1] + 99:
            values.extend(range(values[-1] + 1, value))
        values.append(value)
        between = ""
    return frozenset(values)


def _means(mention: _Mention, one: _Renumbered, document: Document) -> bool:
    """Whether a mention within reach may be one of a renumbered item: by its number, its form and what it is of."""
    if not _fits(mention, one.item, document):
        return False
    if mention.within is None or not _is_bound(mention):
        return True
    return one.parent is not None and _fits(mention.within, one.parent, document)


def _shown_number(item: Item, document: Document) -> int | str | None:
    """The number by which a text names an item: its value, or all its numbers where it shows several (2.1)."""
    if item.marker.family.name.startswith("dotted"):
        return ".".join(str(number) for number in numbers_of(document.text, item.marker))
    return item.marker.value


def _fits(mention: _Mention, item: Item, document: Document) -> bool:
    return _shown_number(item, document) in mention.numbers and _is_unit_of(mention.unit, item)


def _is_unit_of(unit: str, item: Item) -> bool:
    """Whether a text names an item by a unit: 第三章, （三）, 三项; decimal numbers have none."""
    marker, family = item.marker, item.marker.family
    if family.name.startswith("dotted"):
        return True
    if marker.sub:
        return False
    if unit == "（）":
        return family.name.endswith("paren")
    if family.name == "circled":
        return unit in ("", "项", "点")
    if family.name in _LAWS:
        return unit == _LAWS[family.name]
    return unit in _UNITS.get(family.kin, "").split()


def _to_annexes(document: Document, changed: set[Span]) -> Iterator[NumberReference]:
    numbered = document.derive(_numbered_annexes, lambda: _numbered_annexes(document))
    old: dict[int, dict[int, str]] = {}
    for span in sorted(changed & numbered.keys(), key=lambda span: (numbered[span].is_body, span)):
        old.setdefault(numbered[span].text, {})[numbered[span].number] = document.slice(numbered[span].place)
    cited = document.derive("citations of annexes", lambda: _citations_of_annexes(document)) if old else {}
    for text, places in old.items():
        for number in sorted(places):
            for citation in islice(cited.get((text, number), ()), _MOST_TOLD):
                yield NumberReference(citation, document.slice(citation), places[number])


class _NumberedAnnex(NamedTuple):
    """What shows the number of an annex, an entry of a list or the head of a body, in which of the draft's texts."""

    text: int
    number: int
    place: Span
    is_body: bool


def _numbered_annexes(document: Document) -> dict[Span, _NumberedAnnex]:
    """The annexes that a fix may renumber, by the numeral of an entry or the head of a body."""
    found: dict[Span, _NumberedAnnex] = {}
    for text, annexes in enumerate(annexes_of(document)):
        for entry in annexes.entries:
            if entry.numeral is not None and entry.number is not None:
                found[entry.numeral] = _NumberedAnnex(text, entry.number, entry.place, False)
        for body in annexes.bodies:
            if body.number is not None:
                found[body.head] = _NumberedAnnex(text, body.number, body.head, True)
    return found


def _citations_of_annexes(document: Document) -> dict[tuple[int, int], list[Span]]:
    """Where each text cites each number of an annex."""
    found: dict[tuple[int, int], list[Span]] = {}
    for text, annexes in enumerate(annexes_of(document)):
        for citation in annexes.citations:
            for number in dict.fromkeys(citation.numbers):
                found.setdefault((text, number), []).append(citation.span)
    return found


def _to_captions(document: Document, changed: set[Span]) -> Iterator[NumberReference]:
    by_numeral = document.derive(
        "captions by numeral", lambda: {label.numeral: label for _, label in captions(document)}
    )
    old = {_key(label): document.slice(label.span) for label in map(by_numeral.get, sorted(changed)) if label}
    cited = document.derive("citations of captions", lambda: _citations_of_captions(document)) if old else {}
    for key, found in old.items():
        for span in islice(cited.get(key, ()), _MOST_TOLD):
            yield NumberReference(span, document.slice(span), found)


def _key(label: CaptionLabel) -> tuple[Hashable, ...]:
    return label.kind, label.chapter, label.number


def _citations_of_captions(document: Document) -> dict[tuple[Hashable, ...], list[Span]]:
    """Where each caption is cited."""
    found: dict[tuple[Hashable, ...], list[Span]] = {}
    for label in citations(document):
        found.setdefault(_key(label), []).append(label.span)
    return found
