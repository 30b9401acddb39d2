"""References of a draft to its own articles, chapters, parts and items, told apart from those to other texts."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Literal

import msgspec

from lint.analysis.citations.labels import absent_labels
from lint.document.kinds import EITHER
from lint.document.markers import (
    ARTICLE,
    CHAPTER,
    DIGIT,
    DIGIT_PAREN,
    DOTTED,
    HAN,
    HAN_PAREN,
    LISTS,
    PART,
    dotted_numbers,
    numbers_of,
)
from lint.document.tree import Document, Item, Part
from lint.formats.blocks import PROSE
from lint.text.lazy import lazy
from lint.text.literals import places_of
from lint.text.numerals import value_of
from lint.text.source import Span

Kind = Literal["article", "chapter", "part", "item", "decimal", "label"]

_H = "一二三四五六七八九十百千零〇"
_N = rf"(?:[{_H}]{{1,7}}|\d{{1,4}})"
_BRACKETED = rf"第?[（(][{_H}\d]{{1,3}}[）)]"
_ITEMS = rf"(?P<items>{_BRACKETED}(?:[、至和及或—～-]{_BRACKETED})*[项条款点目]?|第{_N}(?:[、至和及或]第?{_N})*[项点])"
_REFERENCE = lazy(  # begins with a set, which is found faster than a choice
    rf"""
    [第本前上](?:
        (?<=第)(?P<number>{_N})(?P<unit>条|章|部分)(?:之(?P<sub>[{_H}]+))?(?:第{_N}款)?(?:的?{_ITEMS})?
        |(?P<near>(?<=[本前上])[条款])(?:第{_N}款)?{_ITEMS.replace("items", "near_items")}
    )
    """,
    re.VERBOSE,
)
_UNITS = ("条", "章", "部分", "款")
_NUMERALS = f"{_H}0123456789"
_WIDE_FIGURES = "０１２３４５６７８９"
_NEARBY = frozenset("本前上")
_LONGEST = 8  # characters of 第 with a number
_OWN_NAME = 7  # characters from 本 to the 第 of 本实施办法的第三项
_SECTION = r"\d{1,2}(?:[.．]\d{1,2}){1,3}"
_SAID = "规定|要求|程序|内容|职责|标准|流程|措施|条件|办法|方法|原则|分工|权限|约定|执行|办理|实施|处置"
_DECIMAL = lazy(
    rf"""
    (?:见|详见|参见|按照?|依照|本预案|本方案|本办法|本标准)第?
    (?P<place>(?P<number>{_SECTION})(?:节|条|款|项(?!目)|部分|(?=的?规定)))
    |本(?:{EITHER}|手册|规范)第?(?P<own>{_SECTION})(?=的?(?:{_SAID})|[）)。；，、])
    |(?:见|详见|参见)(?P<bare>{_SECTION})(?=[）)。；，、])
    """,
    re.VERBOSE,
)
_KINDS = f"实施条例|实施细则|实施办法|实施方案|暂行办法|暂行规定|若干规定|解释|文件|文|法|{EITHER}"
_OWN = lazy(rf"(?<![成日根基版样文])本(?P<kind>{_KINDS})的?$")
_STATUTE = "法"
_STATUTE_TITLE = lazy(r"^$|法(?:[（(][^）)]*[）)])?$", re.MULTILINE)
_LINK = lazy(r"(?:[、，,和及与或至到—～~-]|以及|或者|直至){1,3}(?:违反|有|依照|按照)?$")
_BARE = lazy(r"(?:违反|依照|按照|按|根据|依据|符合|适用|属于|具有|有|除|参见|详见|见)$")
_SEE = lazy(r"(?:[（(]|参见|详见|见|按照|按|如前所述[，,]?|如前文|前述|上述|前文|上文|正文|正如|如)$")
_TO_DO = lazy(r"(?:^|[，,；;：:（(])(?:针对|对照|对应|围绕|结合|根据|依据|参照|落实|执行|对|将|就|与|同)$")
"""What comes before 第三部分第（六）项 of the draft itself, at the head of a clause."""
_OTHER_TEXT = lazy(rf"》|(?<!本)(?:{EITHER})|文件|来[文函]|上级|该[文件]")
_ABOUT_OTHERS = lazy(r"解读|说明|答复|批复|复函|反馈|审[查核议]|评审|修改|修正|修订|征求意见")
_OWN_ITEM = lazy(
    rf"""
    [本上前](?:
        (?<=(?<![成日根基版样文])本)(?P<kind>{_KINDS})的?(?P<place>第(?:{_N}[项点]|[（(][{_H}\d]{{1,3}}[）)][项条款点]))
        |(?<=[上前])述(?P<above>第(?:{_N}|[（(][{_H}\d]{{1,3}}[）)])[项点])
    )
    (?=[，。；、）)的所中和及与至由]|要求|规定|明确|确定|内容|执行|落实|办理|$)
    """,
    re.VERBOSE,
)
_AMENDS = lazy(r"修改|修正|修订|废止|补充规定|清理")
_NUMBERS = lazy(rf"[{_H}]+|\d+")
_STOP = "。\n"
_ROW = lazy("[、；;]")
_NEAR = 400  # characters before a reference that are read for other texts
_SEVERAL = 2  # marks of a row of three words, of which a sentence may count without any number
_BRACKETS = ("（", "(", "第（", "第(")
_UPPER = 2  # levels of a draft in which what it calls its 第六项 may stand
_PLAIN_TOPS = (HAN_PAREN, DIGIT, DOTTED[0])
_NUMBERS_BELOW = {DIGIT, LISTS[1], DIGIT_PAREN}
_DECIMALS = frozenset(family.name for family in DOTTED)


class Reference(msgspec.Struct, frozen=True):
    """A reference to what does not exist; ``last`` is the last marker of the run in which it would stand."""

    kind: Kind
    span: Span
    last: Span


class _CitedRun(msgspec.Struct, frozen=True):
    """A run that begins at one and holds two or more, or nothing: an excerpt says nothing of what is missing."""

    items: tuple[Item, ...]
    by_number: dict[int, list[Item]]

    @classmethod
    def of(cls, items: list[Item]) -> "_CitedRun":
        """The run of a list of items."""
        by_number: dict[int, list[Item]] = {}
        if len(items) > 1 and items[0].marker.value == 1:
            for item in items:
                by_number.setdefault(item.marker.value or 0, []).append(item)
        return cls(tuple(items) if by_number else (), dict(sorted(by_number.items())))

    @property
    def highest(self) -> int:
        """The highest number."""
        return next(reversed(self.by_number))

    def around(self, place: int) -> int | None:
        """The index of the item in which a place stands."""
        index = bisect_right(self.items, place, key=lambda item: item.span.start) - 1
        return index if index >= 0 and place < self.items[index].span.end else None


class _Own(msgspec.Struct):
    """What a part has that can be referred to."""

    part: Part
    title: str
    articles: _CitedRun
    chapters: _CitedRun
    sections: _CitedRun
    amends: bool
    brackets: _CitedRun
    upper: int
    highest: int
    about_others: bool


def broken_references(document: Document) -> tuple[Reference, ...]:
    """Every reference to an own article, chapter, part or item that is not there, in text order."""
    return document.derive(
        "broken references", lambda: tuple(sorted(_broken(document), key=lambda reference: reference.span))
    )


def _broken(document: Document) -> Iterator[Reference]:
    yield from _broken_decimals(document)
    yield from (Reference("label", absent.cited, absent.last) for absent in absent_labels(document))
    text = document.text
    if any(_may_be_own_item(text, place) for place in places_of("第", text)) and _OWN_ITEM.search(text):
        yield from _broken_own_items(document)
    if not any(_may_end_reference(text, place) for unit in _UNITS for place in places_of(unit, text)):
        return
    if not _REFERENCE.search(text):
        return
    owns = _owns(document)
    heads = {item.marker.span.start for item in document.heads}
    for own in owns:
        if not own.amends:
            yield from _scan(document, own, owns, heads)


def _may_be_own_item(text: str, place: int) -> bool:
    """Whether 第 may stand in 上述第三项 or 本办法第三项: a look around it costs less than the pattern."""
    before, after = text[max(0, place - _OWN_NAME) : place], text[place + 1 : place + 1 + _LONGEST]
    named = before.endswith("述") or "本" in before
    return named and after.lstrip(_NUMERALS + _WIDE_FIGURES).startswith(("项", "点", "（", "("))


def _may_end_reference(text: str, place: int) -> bool:
    """Whether a unit may be that of 第三条 or 本条: a look before it costs less than the pattern."""
    before = text[max(0, place - _LONGEST) : place]
    return before[-1:] in _NEARBY or before.rstrip(_NUMERALS).endswith("第")


def _owns(document: Document) -> list[_Own]:
    return document.derive(_owns, lambda: [_own(document, part) for part in document.parts])


def _own(document: Document, part: Part) -> _Own:
    items = [item for item in document.items_of(part) if not item.quoted]
    title = document.slice(part.title) if part.title else ""
    upper = [item for item in items if item.depth <= _UPPER]
    return _Own(
        part,
        title,
        _CitedRun.of(_articles(items)),
        _CitedRun.of([item for item in items if item.marker.family is CHAPTER]),
        _CitedRun.of(_tops(items)),
        amends=bool(_AMENDS.search(title)),
        brackets=_CitedRun.of([item for item in upper if item.marker.family is HAN_PAREN and not item.inline]),
        upper=_highest(upper),
        highest=_highest(items),
        about_others=bool(_ABOUT_OTHERS.search(title)),
    )


def _highest(items: list[Item]) -> int:
    return max((item.marker.value or 0 for item in items), default=0)


def _tops(items: list[Item]) -> list[Item]:
    """The parts 一、二、; where there are none the items of the one family that the draft begins with."""
    highest = [item for item in items if item.depth == 1 and not item.inline]
    named = [item for item in highest if item.marker.family in (PART, HAN)]
    if named or any(item.marker.family is not highest[0].marker.family for item in highest):
        return named
    return highest if highest and highest[0].marker.family in _PLAIN_TOPS else []


def _articles(items: list[Item]) -> list[Item]:
    """The articles, or the numbers 1. 2. 3. that run on through all sections of a text without articles."""
    articles = [item for item in items if item.marker.family is ARTICLE]
    if articles:
        return articles
    numbers = [item for item in items if item.marker.family is DIGIT and not item.inline]
    starts = [
        item.children[0].marker.value for item in items if item.children and item.children[0].marker.family is DIGIT
    ]
    runs_on = [item.marker.value for item in numbers] == list(range(1, len(numbers) + 1))
    return numbers if runs_on and len(starts) > 1 else []


def _scan(document: Document, own: _Own, owns: list[_Own], heads: set[int]) -> Iterator[Reference]:
    text = document.text
    end, target = -1, None
    foreign = -1
    for match in _REFERENCE.finditer(text, own.part.span.start, own.part.span.end):
        start = match.start()
        if start in heads or document.is_quoted(start):
            continue
        if match["near"]:
            yield from _near(document, match, own)
            continue
        before = text[max(own.part.span.start, start - 12) : start]
        if not (end >= 0 and start - end <= 6 and _LINK.fullmatch(text[end:start])):
            sentence = document.last_of(_STOP, own.part.span.start, start)
            lone = foreign <= sentence and "》" not in text[max(sentence, start - 200, 0) : start]
            told = text[max(sentence + 1, own.part.span.start, start - _NEAR) : start]
            if lone and match["unit"] == "部分" and match["items"] and _is_own_compound(told, own):
                target = own
            else:
                target = _target(before, match["unit"], own, owns, lone=lone)
            if target is None:
                foreign = start
        end = match.end()
        if target is not None:
            yield from _absent(document, match, target)


def _is_own_compound(told: str, own: _Own) -> bool:
    """Whether 第三部分第（六）项 is one of the draft itself, from its sentence so far: 针对第三部分第（六）项."""
    return not own.about_others and not _OTHER_TEXT.search(told) and bool(_TO_DO.search(told))


def _target(before: str, unit: str, own: _Own, owns: list[_Own], *, lone: bool) -> _Own | None:
    """The part that a reference is to, from the words before it; None if that is another text or unsure."""
    named = _OWN.search(before)
    if named:
        return _named(named["kind"], own, owns)
    if unit == "部分":
        return own if lone and _SEE.search(before) else None
    run = own.chapters if unit == "章" and not own.articles.items else own.articles
    return own if lone and run.items and _BARE.search(before) else None


def _named(kind: str, own: _Own, owns: list[_Own]) -> _Own | None:
    """The part that calls itself 本办法: the one with this word in its title, or the only one that it can be.

    本法 is a law alone: in a text under another title it is the law that is told of.
    """
    if kind == _STATUTE and not any(_STATUTE_TITLE.search(other.title) for other in owns):
        return None
    if kind in own.title or len(owns) == 1:
        return own
    titled = list(islice((other for other in owns if kind in other.title), 2))
    if len(titled) == 1:
        return titled[0]
    if own.articles.items:
        return own
    other_articles = any(other.articles.items for other in owns)
    return None if titled or other_articles or own.part.kind == "annex" else own


def _absent(document: Document, match: re.Match[str], target: _Own) -> Iterator[Reference]:
    value = value_of(match["number"])
    kind: Kind = "article"
    run = target.articles
    if match["unit"] == "章":
        kind, run = "chapter", target.chapters
    elif match["unit"] == "部分" or not run.items:
        kind, run = "part", target.sections
    if not run.items or (match["unit"] == "条" and kind == "part" and value <= target.upper):
        return
    found = run.by_number.get(value, ())
    sub = value_of(match["sub"]) if match["sub"] else 0
    if value > run.highest or (sub and found and all(item.marker.sub != sub for item in found)):
        span = Span(match.start(), match.end("sub") if sub else match.end("unit"))
        yield Reference(kind, span, run.items[-1].marker.span)
    elif len(found) == 1 and match["items"]:
        yield from _absent_item(document, found[0], match["items"], Span(*match.span()))


def _absent_item(document: Document, holder: Item, items: str, span: Span) -> Iterator[Reference]:
    """The item that a reference names, if its article or part has items, but not so many, or a part only other ones."""
    plain = holder.marker.family is not ARTICLE and not items.startswith(_BRACKETS)
    last = document.derive(
        ("highest item", holder.marker.span, holder.depth, plain), lambda: _highest_item(holder, plain=plain)
    )
    highest = max((value_of(number) for number in _NUMBERS.findall(items)), default=0)
    if last is None:
        last = _last_unlike(holder)
        if last is None:
            return
        yield Reference(
            "item", span, last.marker.span if last.marker.span.end > last.marker.span.start else last.heading
        )
    elif highest > (last.marker.value or 0):
        yield Reference("item", span, last.marker.span)


def _last_unlike(holder: Item) -> Item | None:
    """The last of the numbers 1. 2. 3. right below a part that has no （一） at all."""
    below = [item for item in holder.children if not (item.inline or item.quoted)]
    numbered = holder.marker.family is not ARTICLE and len(below) > 1 and below[0].marker.value == 1
    return below[-1] if numbered and {item.marker.family for item in below} <= _NUMBERS_BELOW else None


def _highest_item(holder: Item, *, plain: bool) -> Item | None:
    """The highest （一） below an item; of a plain 第3点 the highest number of whatever kind."""
    below = [item for item in holder.walk() if item is not holder and not item.quoted]
    run = below if plain else [item for item in below if item.marker.family is HAN_PAREN]
    return max(run, key=lambda item: item.marker.value or 0, default=None)


def _near(document: Document, match: re.Match[str], own: _Own) -> Iterator[Reference]:
    """本条第（三）项, 前款第（二）项: items of the article in which it stands; 前条: of the one before."""
    index = own.articles.around(match.start())
    if index is not None and match[0].startswith(("前条", "上条")):
        index = index - 1 if index else None
    if index is not None:
        yield from _absent_item(document, own.articles.items[index], match["near_items"], Span(*match.span()))


def _broken_own_items(document: Document) -> Iterator[Reference]:
    """本纪要第六项, 本意见第（十八）条, 上述第七项 in a draft of which no run reaches so far."""
    owns = _owns(document)
    for own in owns:
        for match in _OWN_ITEM.finditer(document.text, own.part.span.start, own.part.span.end):
            if own.amends or document.is_quoted(match.start()):
                continue
            group = "above" if match["above"] else "place"
            if match["above"]:
                target = own if _counts_above(document, match.start(), own) else None
            else:
                target = _named(match["kind"], own, owns)
            last = None if target is None else _last_before(target, match[group], anywhere=group == "above")
            if last is not None:
                yield Reference("item", Span(*match.span(group)), last.marker.span)


def _last_before(own: _Own, place: str, *, anywhere: bool) -> Item | None:
    """The last item of the run that a place should be in, where neither that run nor any other reaches it."""
    value = max(value_of(number) for number in _NUMBERS.findall(place))
    if own.articles.items or value <= (own.highest if anywhere else own.upper):
        return None
    run = own.brackets if place[1] in "（(" else own.sections
    return run.items[-1] if run.items else None


def _counts_above(document: Document, place: int, own: _Own) -> bool:
    """Whether 上述第七项 counts numbered items: no table, no other text and no long row of words comes before."""
    blocks = document.reading.blocks
    index = bisect_right(blocks, place, key=lambda block: block.start) - 1
    if index >= document.derive(_counts_above, lambda: _first_table(document)):
        return False
    near = document.text[max(blocks[max(index - 1, 0)].start, place - _NEAR) : place]
    return not own.about_others and not _OTHER_TEXT.search(near) and len(_ROW.findall(near)) < _SEVERAL


def _first_table(document: Document) -> int:
    blocks = document.reading.blocks
    return next((index for index, block in enumerate(blocks) if block.kind not in PROSE), len(blocks))


def _broken_decimals(document: Document) -> Iterator[Reference]:
    """见3.2节 in a draft that is numbered in decimals and has no 3.2."""
    if document.families.isdisjoint(_DECIMALS):
        return
    items = [item for item in document.items if item.marker.family in DOTTED and not item.inline]
    numbered = [(numbers_of(document.text, item.marker), item) for item in items]
    known = {numbers for numbers, _ in numbered}
    if sum(len(numbers) > 1 for numbers in known) < 4:
        return
    last_of = {numbers[:-1]: item for numbers, item in numbered}
    for match in _DECIMAL.finditer(document.text):
        group = next(name for name in ("place", "own", "bare") if match[name])
        numbers = dotted_numbers(match["number"] or match[group])
        if numbers in known or document.is_quoted(match.start()):
            continue
        last = last_of.get(numbers[:-1], items[-1])
        yield Reference("decimal", Span(*match.span(group)), last.marker.span)
