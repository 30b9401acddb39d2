"""Whether punctuation in Chinese text is full-width (GB/T 15834-2011; practice)."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.formats.blocks import PROSE
from lint.text.chinese import is_chinese
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）", ".": "。"}
_BRACKET = frozenset("()")
_WIDE = "，；：！？。"
_ANY_BRACKET = lazy(r"[（(）)\n]")
_ASCII_BRACKETS = lazy(r"\([ -'*-~]*\)")
_CLOSING = frozenset("”》）")
_PUNCTUATION = frozenset("“”《》（）、，。；：")
_BRACKETS = lazy(r"[（(][^（）()\n]{1,60}[）)]")
_SIGNS = frozenset("!#&*,-/:;<=>?@[\\^_`{|}~。，；：、！？…")  # beside a mark: another one, a program or a smiley
_FOREIGN = (
    "阿艾买提江尔古丽木力克热合曼依布都拉吐沙地巴哈里亚努孜帕肉扎伊斯玛卡马罗德格特"  # Ali.Khan in Chinese characters
)
_SENTENCE = 6  # characters of a clause beside a full stop
_INNER_STOP = lazy(
    rf"(?<=[^，。；：、.\s“”《》]{{{_SENTENCE}}})(?<![{_FOREIGN}一二三四五六七八九十])\."
    rf"(?![{_FOREIGN}])(?=[^，。；：、.\s“”《》]{{{_SENTENCE}}})"
)


class MarkWidth(Check, frozen=True):
    """Half-width marks next to Chinese characters in a draft that writes full-width marks elsewhere.

    A mark counts as stray where its full-width form is at least ``ratio`` times as frequent; so does one that
    is always half-width among as many other full-width marks. A draft that is written half-width throughout has
    another habit, not a slip, and so has one with such brackets. Between digits or Latin words nothing is reported.
    The half-width bracket of a pair (（甲)) is stray however many there are, as is a full stop that ends a paragraph
    or stands between two clauses.
    Brackets are mended in pairs, and nothing is that stands beside signs of a program (甲!=乙, ://, ?!).
    """

    marks: str = ",;:!?()"
    ratio: int = 5

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def as_wanted(self, document: Document) -> Sequence[Span]:
        """The full-width forms of the marks that are stray, but for those of the numbers of items."""
        forms = sorted({hit.values["expected"] for hit in self._hits(document)})
        markers = _in_markers(document) if forms else set()
        places = sorted(place for form in forms for place in places_of(form, document.typed) if place not in markers)
        return [Span(place, place + 1) for place in places]

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each stray mark."""
        yield from sorted(self._hits(document), key=lambda hit: hit.span)

    def _hits(self, document: Document) -> Iterator[Hit]:
        text = document.typed
        marks = [mark for mark in self.marks if mark in text]
        stray = {mark for mark in marks if self.ratio * text.count(mark) <= text.count(_FULL[mark])}
        wide = sum(map(text.count, _WIDE))
        always = {mark for mark in marks if mark not in _BRACKET | stray and self.ratio * text.count(mark) <= wide}
        halves = _halves(document) if "(" in marks or ")" in marks else {}
        yield from _half_of_pairs(document, stray, halves)
        yield from self._stops(document)
        if not stray | always:
            return
        spared = _in_markers(document)
        spared.update(place for span in _latin_brackets(text) for place in (span.start, span.end - 1))
        for mark in stray | always:
            places = [
                place
                for place in places_of(mark, text)
                if not (place in spared or (mark in ",;:!?" and _is_latin(text, place))) and _is_beside(text, place)
            ]
            yield from (_hit(text, place, mark, _mended(text, place, halves, spared)) for place in places)

    def _stops(self, document: Document) -> Iterator[Hit]:
        """Full stops of another script at the ends of paragraphs, and between clauses of some length."""
        text = document.typed
        if "." not in text:
            return
        ends = [
            block.end - 1 for block in document.reading.blocks if block.kind in PROSE and block.end > block.start + 1
        ]
        stops = [place for place in ends if text[place] == "." and _ends_word(text[place - 1])]
        inner = (
            place
            for place in places_of(".", text)
            if _ends_word(text[place - 1 : place])
            and is_chinese(text[place + 1 : place + 2])
            and _INNER_STOP.match(text, place)
        )
        stops = sorted({*stops, *inner})
        if stops and self.ratio * len(stops) <= text.count("。"):
            yield from (_hit(text, place, ".", (place,)) for place in stops)


def _in_markers(document: Document) -> set[int]:
    """The places of the numbers of items, whose marks are others' matter."""
    return {place for item in document.items for place in range(*item.marker.span)}


def _halves(document: Document) -> dict[int, int]:
    """The place of the other half of each bracket that has one in its paragraph; the ) of a marker 1) has none."""
    text = document.typed
    markers = {
        item.marker.span.end - 1 for item in document.items if not set(document.slice(item.marker.span)) & set("(（")
    }
    halves: dict[int, int] = {}
    opened: list[int] = []
    for match in _ANY_BRACKET.finditer(text):
        place = match.start()
        if match[0] == "\n":
            opened.clear()
        elif match[0] in "(（":
            opened.append(place)
        elif opened and place not in markers:
            halves[place] = opened.pop()
            halves[halves[place]] = place
    return halves


def _mended(text: str, place: int, halves: dict[int, int], spared: set[int]) -> tuple[int, ...]:
    """The marks to change with one mark: the other half of a bracket, none where something else may be meant."""
    if text[place] not in _BRACKET:
        before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
        return () if before in ("", "\n") or {before, after} & _SIGNS else (place,)
    other = halves.get(place)
    if other is None or other in spared or not text[min(place, other) + 1 : max(place, other)].strip():
        return ()
    return tuple(sorted((place, other))) if text[other] in _BRACKET else (place,)


def _half_of_pairs(document: Document, stray: set[str], halves: dict[int, int]) -> Iterator[Hit]:
    """The half-width bracket of a pair that holds Chinese text, unless all such brackets are reported anyway."""
    if "(" not in document.typed and ")" not in document.typed:
        return
    for pair in _BRACKETS.finditer(document.typed):
        narrow = [place for place in (pair.start(), pair.end() - 1) if document.typed[place] in "()"]
        if len(narrow) == 1:
            mark = document.typed[narrow[0]]
            if mark not in stray and any(map(_ends_word, pair[0])):
                is_pair = halves.get(pair.start()) == pair.end() - 1
                yield _hit(document.typed, narrow[0], mark, narrow if is_pair else ())


def _latin_brackets(text: str) -> Iterator[Span]:
    """Brackets that belong to a Latin word or a figure: f(x), (CO)2."""
    for match in _ASCII_BRACKETS.finditer(text):
        beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if any(char.isascii() and char.isalnum() for char in beside):
            yield Span(*match.span())


def _hit(text: str, place: int, mark: str, mended: Sequence[int]) -> Hit:
    """A hit at a mark, with the places of what is mended."""
    values = {"found": mark, "expected": _FULL[mark]}
    edits = tuple(Edit(Span(each, each + 1), _FULL[text[each]]) for each in mended)
    return Hit(Span(place, place + 1), values, edits=edits)


def _ends_word(char: str) -> bool:
    """Whether a Chinese clause may end in a character, signs that end it aside."""
    return char in _CLOSING or is_chinese(char)


def _is_beside(text: str, place: int) -> bool:
    """Whether a mark stands beside a Chinese character or sign."""
    return any(
        char in _PUNCTUATION or is_chinese(char) for char in (text[place - 1 : place], text[place + 1 : place + 2])
    )


def _is_latin(text: str, place: int) -> bool:
    """Whether a mark stands between Latin letters, figures or blanks."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(before) and bool(after) and before.isascii() and after.isascii()
