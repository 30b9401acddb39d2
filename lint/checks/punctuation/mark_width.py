"""Whether punctuation in Chinese text is full-width (GB/T 15834-2011; practice)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.formats.blocks import PROSE
from lint.text.edit import Edit
from lint.text.lazy import lazy
from lint.text.literals import places_of
from lint.text.source import Span

_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。"}
_BRACKET = frozenset("()")
_WIDE = "，；：！？。"
_HAN = "[\u4e00-\u9fff“”《》（）、，。；：]"
_ASCII_BRACKETS = lazy(r"\([ -'*-~]*\)")
_CHINESE = lazy("[\u4e00-\u9fff”》）]")
_BRACKETS = lazy(r"[（(][^（）()\n]{1,60}[）)]")
_HALF = lazy(f"(?<={_HAN})[,;:!?()]|[,;:!?()](?={_HAN})")


class MarkWidth(Check, frozen=True):
    """Half-width marks next to Chinese characters in a draft that writes full-width marks elsewhere.

    A mark counts as stray where its full-width form is at least ``ratio`` times as frequent; one that is always
    half-width among as many other full-width marks is told once. A draft that is written half-width throughout has
    another habit, not a slip, and so has one with such brackets. Between digits or Latin words nothing is reported.
    The half-width bracket of a pair (（甲)) is stray however many there are, as is a full stop that ends a paragraph.
    """

    marks: str = ",;:!?()"
    ratio: int = 5

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each stray mark."""
        text = document.text
        marks = [mark for mark in self.marks if mark in text]
        stray = {mark for mark in marks if self.ratio * text.count(mark) <= text.count(_FULL[mark])}
        wide = sum(map(text.count, _WIDE))
        always = {mark for mark in marks if mark not in _BRACKET | stray and self.ratio * text.count(mark) <= wide}
        yield from _half_of_pairs(document, stray)
        yield from self._stops(document)
        if not stray | always:
            return
        spared = {place for item in document.items for place in range(*item.marker.span)}
        spared.update(place for span in _latin_brackets(text) for place in (span.start, span.end - 1))
        for mark in stray | always:
            places = [
                place
                for place in places_of(mark, text)
                if not (place in spared or (mark in ",;:!?" and _is_latin(text, place))) and _HALF.match(text, place)
            ]
            if mark in stray:
                yield from (_hit(place, mark) for place in places)
            elif places:
                yield _hit(places[0], mark, *places[1:])

    def _stops(self, document: Document) -> Iterator[Hit]:
        """Full stops of another script at the ends of paragraphs."""
        text = document.text
        if ".\n" not in text and not text.endswith("."):
            return
        ends = [
            block.end - 1 for block in document.reading.blocks if block.kind in PROSE and block.end > block.start + 1
        ]
        stops = [place for place in ends if text[place] == "." and _CHINESE.match(text[place - 1])]
        if stops and self.ratio * len(stops) <= text.count("。"):
            yield from (_hit(place, ".") for place in stops)


def _half_of_pairs(document: Document, stray: set[str]) -> Iterator[Hit]:
    """The half-width bracket of a pair that holds Chinese text, unless all such brackets are reported anyway."""
    if "(" not in document.text and ")" not in document.text:
        return
    for pair in _BRACKETS.finditer(document.text):
        halves = [place for place in (pair.start(), pair.end() - 1) if document.text[place] in "()"]
        if len(halves) == 1:
            mark = document.text[halves[0]]
            if mark not in stray and _CHINESE.search(pair[0]):
                yield _hit(halves[0], mark)


def _latin_brackets(text: str) -> Iterator[Span]:
    """Brackets that belong to a Latin word or a figure: f(x), (CO)2."""
    for match in _ASCII_BRACKETS.finditer(text):
        beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if any(char.isascii() and char.isalnum() for char in beside):
            yield Span(*match.span())


def _hit(place: int, mark: str, *others: int) -> Hit:
    """A hit at a mark that mends it, and the same mark at other places."""
    span, *rest = (Span(each, each + 1) for each in (place, *others))
    values = {"found": mark, "expected": _FULL[mark]}
    return Hit(span, values, tuple(map(Place, rest)), tuple(Edit(each, _FULL[mark]) for each in (span, *rest)))


def _is_latin(text: str, place: int) -> bool:
    """Whether a mark stands between Latin letters, figures or blanks."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(before) and bool(after) and before.isascii() and after.isascii()
