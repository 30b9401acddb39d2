"""References of a draft to its own articles, chapters, parts and items, told apart from those to other texts."""

import re
from collections.abc import Iterator

from lint.analysis.citations.absent_items import absent_item
from lint.analysis.citations.absent_rows import absent_rows
from lint.analysis.citations.decimals import broken_decimals
from lint.analysis.citations.labels import absent_labels
from lint.analysis.citations.own_items import broken_own_items
from lint.analysis.citations.own_parts import OwnPart, own_parts, part_named
from lint.analysis.citations.reference import KINDS, NEAR, OTHER_TEXT, H, Kind, N, Reference
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_BRACKETED = rf"第?[（(][{H}\d]{{1,3}}[）)]"
_ITEMS = rf"(?P<items>{_BRACKETED}(?:[、至和及或—～-]{_BRACKETED})*[项条款点目]?|第{N}(?:[、至和及或]第?{N})*[项点])"
_REFERENCE = lazy(  # begins with a set, which is found faster than a choice
    rf"""
    [第本前上](?:
        (?<=第)(?P<number>{N})(?P<unit>条|章|部分)(?:之(?P<sub>[{H}]+))?(?:第{N}款)?(?:的?{_ITEMS})?
        |(?P<near>(?<=[本前上])[条款])(?:第{N}款)?{_ITEMS.replace("items", "near_items")}
    )
    """,
    re.VERBOSE,
)
_UNITS = ("条", "章", "部分", "款")
_NUMERALS = f"{H}0123456789"
_NEARBY = frozenset("本前上")
_LONGEST = 8  # characters of 第 with a number
_OWN = lazy(rf"(?<![成日根基版样文])本(?P<kind>{KINDS})的?$")
_LINK = lazy(r"(?:[、，,和及与或至到—～~-]|以及|或者|直至){1,3}(?:违反|有|依照|按照)?$")
_BARE = lazy(r"(?:违反|依照|按照|按|根据|依据|符合|适用|属于|具有|有|除|参见|详见|见)$")
_TOLD_IN = "(?:(?:^|[，,。；：])我们?|[前后下]面|稍后)(?:还?[将会要]|还|已经?|刚才)?在$"
"""我在第五部分还要讲: where a speaker says something of his own."""
_SEE = lazy(rf"(?:[（(]|参见|详见|见|按照|按|如前所述[，,]?|如前文|前述|上述|前文|上文|正文|正如|如)$|{_TOLD_IN}")
_TO_DO = lazy(r"(?:^|[，,；;：:（(])(?:针对|对照|对应|围绕|结合|根据|依据|参照|落实|执行|对|将|就|与|同)$")
"""What comes before 第三部分第（六）项 of the draft itself, at the head of a clause."""
_STOP = "。\n"


def broken_references(document: Document) -> tuple[Reference, ...]:
    """Every reference to an own article, chapter, part or item that is not there, in text order."""
    return document.derive(
        "broken references", lambda: tuple(sorted(_broken(document), key=lambda reference: reference.span))
    )


def _broken(document: Document) -> Iterator[Reference]:
    yield from broken_decimals(document)
    yield from (Reference("label", absent.cited, absent.last) for absent in absent_labels(document))
    text = document.text
    yield from broken_own_items(document)
    yield from absent_rows(document)
    if not any(_may_end_reference(text, place) for unit in _UNITS for place in places_of(unit, text)):
        return
    if not _REFERENCE.search(text):
        return
    owns = own_parts(document)
    heads = {item.marker.span.start for item in document.heads}
    for own in owns:
        if not own.amends:
            yield from _scan(document, own, owns, heads)


def _may_end_reference(text: str, place: int) -> bool:
    """Whether a unit may be that of 第三条 or 本条: a look before it costs less than the pattern."""
    before = text[max(0, place - _LONGEST) : place]
    return before[-1:] in _NEARBY or before.rstrip(_NUMERALS).endswith("第")


def _scan(document: Document, own: OwnPart, owns: list[OwnPart], heads: set[int]) -> Iterator[Reference]:
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
            told = text[max(sentence + 1, own.part.span.start, start - NEAR) : start]
            if lone and match["unit"] == "部分" and match["items"] and _is_own_compound(told, own):
                target = own
            else:
                target = _target(before, match["unit"], own, owns, lone=lone)
            if target is None:
                foreign = start
        end = match.end()
        if target is not None:
            yield from _absent(document, match, target)


def _is_own_compound(told: str, own: OwnPart) -> bool:
    """Whether 第三部分第（六）项 is one of the draft itself, from its sentence so far: 针对第三部分第（六）项."""
    return not own.about_others and not OTHER_TEXT.search(told) and bool(_TO_DO.search(told))


def _target(before: str, unit: str, own: OwnPart, owns: list[OwnPart], *, lone: bool) -> OwnPart | None:
    """The part that a reference is to, from the words before it; None if that is another text or unsure."""
    named = _OWN.search(before)
    if named:
        return part_named(named["kind"], own, owns)
    if unit == "部分":
        return own if lone and _SEE.search(before) else None
    run = own.chapters if unit == "章" and not own.articles.items else own.articles
    return own if lone and run.items and _BARE.search(before) else None


def _absent(document: Document, match: re.Match[str], target: OwnPart) -> Iterator[Reference]:
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
        yield from absent_item(document, found[0], match["items"], Span(*match.span()))


def _near(document: Document, match: re.Match[str], own: OwnPart) -> Iterator[Reference]:
    """本条第（三）项, 前款第（二）项: items of the article in which it stands; 前条: of the one before."""
    index = own.articles.around(match.start())
    if index is not None and match[0].startswith(("前条", "上条")):
        index = index - 1 if index else None
    if index is not None:
        yield from absent_item(document, own.articles.items[index], match["near_items"], Span(*match.span()))
