"""The marks that come in pairs, quotation marks and brackets, as a text pairs them (GB/T 15834-2011)."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

import msgspec

from lint.analysis.marks.half_brackets import half_bracketed
from lint.analysis.paragraphs import headed_blocks
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_NEAR = 3  # paragraphs over which a pair may reach that does not close at the end of one
_INSIDE = 200  # characters of a bracket that may hold an enumeration: （1）… within （…）
_STOPS = "。！？；，、：…）)》〉”’"
_LIST_NUMBER = lazy(r"(?:^|[。；：，、;:,\s])(?:\d{1,2}|[A-Za-z])$")
_LONGEST_NUMERAL = 4
_QUOTING = "“‘「『"
"""What is opened anew in each paragraph of a quotation; a bracket that begins a paragraph is one of its own."""
_NUMERAL = lazy(r"^[一二三四五六七八九十百\d]+$")
_ENACTED = lazy(r"(?:通过|修正|修订|批准|公布|发布|施行)$")


class PairedMark(msgspec.Struct, frozen=True):
    """One mark: its place, which mark it is, whether it opens, and its paragraph."""

    place: int
    kind: int
    opens: bool
    block: int

    @property
    def span(self) -> Span:
        """Where the mark stands."""
        return Span(self.place, self.place + 1)


class MarkPairs(msgspec.Struct, frozen=True):
    """The marks left alone, and the pairs that stand directly inside a pair of the same mark."""

    lonely: tuple[PairedMark, ...]
    nested: tuple[tuple[PairedMark, PairedMark], ...]


def mark_pairs(document: Document, opening: str, closing: str, ahead: int) -> MarkPairs:
    """Pair the marks of ``opening`` with those at their places in ``closing``; ( and （ are one mark.

    A pair may span up to ``ahead`` paragraphs; a quotation of several paragraphs opens each anew and closes only the
    last. Not looked at: the bracket of a marker (1）; 一）, if 二） follows), an apostrophe, the end of a note on how a
    law was enacted whose beginning stands elsewhere.
    """
    key = ("pairs", opening, closing, ahead)
    return document.derive(key, lambda: _pair(document, opening, closing, ahead))


def _pair(document: Document, opening: str, closing: str, ahead: int) -> MarkPairs:
    """Pair the marks of each paragraph, then what is left over with what earlier paragraphs left open."""
    if _is_plain(document.typed, opening, closing):
        return MarkPairs((), ())
    waiting: dict[int, tuple[PairedMark, int]] = {}
    lonely: list[PairedMark] = []
    nested: list[tuple[PairedMark, PairedMark, PairedMark]] = []
    for block, marks in groupby(_marks(document, opening, closing), key=lambda mark: mark.block):
        pairs, rest, inside = _pair_block(list(marks))
        nested += inside
        for first, second in pairs:
            anew = first.kind in waiting and _is_next(document, ahead, waiting[first.kind][1], block)
            if anew and _begins(document, first) and _ends(document, second):
                del waiting[first.kind]
        for mark in rest:
            opened, touched = waiting.get(mark.kind, (None, 0))
            if mark.opens:
                if opened and _is_next(document, ahead, touched, block) and _begins(document, mark):
                    waiting[mark.kind] = (opened, block)
                    continue
                lonely += [opened] if opened else []
                waiting[mark.kind] = (mark, block)
            elif opened and _reaches(document, ahead, opened, mark):
                del waiting[mark.kind]
            elif not _ends_note(document, mark):
                lonely.append(mark)
    lonely += [opened for opened, _ in waiting.values()]
    alone = set(lonely)
    return MarkPairs(
        tuple(sorted(lonely, key=lambda mark: mark.place)),
        tuple((first, second) for first, second, outer in nested if outer not in alone),
    )


def _is_next(document: Document, ahead: int, touched: int, block: int) -> bool:
    """Whether a paragraph comes next after one of a quotation, or nothing but items stands between."""
    heads = headed_blocks(document) if 1 < block - touched <= ahead else frozenset()
    return block - touched == 1 or (bool(heads) and all(place in heads for place in range(touched + 1, block)))


def _reaches(document: Document, ahead: int, opened: PairedMark, mark: PairedMark) -> bool:
    if _ends_marker(document, mark):
        return False
    distance = mark.block - opened.block
    return distance <= (ahead if _ends(document, mark) else min(ahead, _NEAR))


def _marks(document: Document, opening: str, closing: str) -> Iterator[PairedMark]:
    text, blocks, index = document.typed, document.reading.blocks, 0
    kinds = {char: _kind(opening, place) for place, char in enumerate(opening)}
    kinds |= {char: _kind(opening, place) for place, char in enumerate(closing)}
    of_markers = {item.marker.span.end - 1 for _, items in half_bracketed(document) for item in items}
    for match in lazy(f"[{re.escape(opening + closing)}]").finditer(text):
        char, place = match[0], match.start()
        if place in of_markers:
            continue
        while index + 1 < len(blocks) and blocks[index + 1].start <= place:
            index += 1
        if char in opening:
            yield PairedMark(place, kinds[char], True, index)
        elif not (
            (char in "）)" and _is_list_bracket(text, blocks[index].start, place))
            or (char == "’" and _is_apostrophe(text, place))
        ):
            yield PairedMark(place, kinds[char], False, index)


def _is_plain(text: str, opening: str, closing: str) -> bool:
    """Whether after each mark comes its other half, in the same paragraph, as in most drafts."""
    pairs = [pair for pair in zip(opening, closing, strict=True) if pair[0] in text or pair[1] in text]
    if len(pairs) == 1 and pairs[0][1] != "’":  # which may be an apostrophe
        return _is_alternating(text, *pairs[0])
    places = sorted(place for char in opening + closing for place in places_of(char, text))
    return len(places) % 2 == 0 and all(
        (text[first], text[second]) in pairs and "\n" not in text[first:second] and not _is_apostrophe(text, second)
        for first, second in zip(places[::2], places[1::2], strict=True)
    )


def _is_alternating(text: str, opening: str, closing: str) -> bool:
    before, *pieces = text.split(opening)
    return closing not in before and all(
        piece.count(closing) == 1 and "\n" not in piece[: piece.index(closing)] for piece in pieces
    )


def _kind(opening: str, place: int) -> int:
    """The first place of a mark in ``opening``, full and half width alike."""
    plain = unicodedata.normalize("NFKC", opening)
    return plain.index(plain[place])


def _is_list_bracket(text: str, start: int, place: int) -> bool:
    """Whether a closing bracket ends a marker such as 1） or a）."""
    if not _LIST_NUMBER.search(text[max(start, place - 4) : place]):
        return False
    start = max(start, place - _INSIDE)
    return max(text.rfind(char, start, place) for char in "（(") <= max(
        text.rfind(char, start, place) for char in "）)"
    )


def _is_apostrophe(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return (before + after).isascii() and before.isalpha() and after.isalpha()


def _pair_block(
    marks: list[PairedMark],
) -> tuple[list[tuple[PairedMark, PairedMark]], list[PairedMark], list[tuple[PairedMark, PairedMark, PairedMark]]]:
    """Pairs of a paragraph, marks left over, and pairs nested in their like with the outer mark.

    Only the first kind may be nested wrongly, and only at every second level: 《…〈…《…》…〉…》 is right.
    """
    pairs: list[tuple[PairedMark, PairedMark]] = []
    rest: list[PairedMark] = []
    nested: list[tuple[PairedMark, PairedMark, PairedMark]] = []
    opened: list[PairedMark] = []
    kinds: defaultdict[int, int] = defaultdict(int)
    for mark in marks:
        if mark.opens:
            opened.append(mark)
            kinds[mark.kind] += 1
        elif kinds[mark.kind]:
            while opened[-1].kind != mark.kind:
                rest.append(opened.pop())
                kinds[rest[-1].kind] -= 1
            first = opened.pop()
            kinds[first.kind] -= 1
            pairs.append((first, mark))
            if len(opened) % 2 and first.kind == opened[-1].kind == 0:
                nested.append((first, mark, opened[-1]))
        else:
            rest.append(mark)
    return pairs, sorted([*rest, *opened], key=lambda mark: mark.place), nested


def _begins(document: Document, mark: PairedMark) -> bool:
    """Whether a mark begins its paragraph as one of a quotation that goes on."""
    return mark.place == document.reading.blocks[mark.block].start and document.typed[mark.place] in _QUOTING


def _ends(document: Document, mark: PairedMark) -> bool:
    """Whether nothing but end marks follows in the paragraph."""
    end = document.reading.blocks[mark.block].end
    return end - mark.place < 6 and not document.typed[mark.place + 1 : end].strip(_STOPS)


def _ends_marker(document: Document, mark: PairedMark) -> bool:
    """Whether a bracket ends a marker that begins its paragraph and lost its first half: 四）."""
    start = document.reading.blocks[mark.block].start
    return mark.place - start <= _LONGEST_NUMERAL and _NUMERAL.match(document.typed[start : mark.place]) is not None


def _ends_note(document: Document, mark: PairedMark) -> bool:
    """Whether a bracket ends a paragraph such as: 2019年… 通过）, before the first item."""
    block = document.reading.blocks[mark.block]
    return (
        mark.place + 1 == block.end
        and _ENACTED.search(document.typed[block.start : mark.place]) is not None
        and not any(item.block <= mark.block for item in document.main.items[:1])
    )
