"""Whether quotation marks and brackets come in pairs (GB/T 15834-2011)."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import ClassVar, Literal

import msgspec

from lint.analysis.paragraphs import headed_blocks
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.formats.blocks import MASK
from lint.text.brackets import is_balanced
from lint.text.edit import Edit
from lint.text.lazy import lazy
from lint.text.literals import places_of
from lint.text.source import Span

_NEAR = 3  # paragraphs over which a pair may reach that does not close at the end of one
_AROUND = 10  # characters of context in a message
_TWIN = 24  # characters between a mark and its like that was meant to be its other half
_SEVERAL = 3  # pairs of one mark twice that are a habit
_LONGEST = 500  # characters of a pair in a message
_INSIDE = 200  # characters of a bracket that may hold an enumeration: （1）… within （…）
_STOPS = "。！？；，、：…）)》〉”’"
_BETWEEN = lazy(r"^(?:以及|或者|[和与或及的是在等并即至到])|^、|、$|[，。；：！？…,;:!?]")
_ASCII = lazy(r"[0-9A-Za-z]")
_LIST_NUMBER = lazy(r"(?:^|[。；：，、;:,\s])(?:\d{1,2}|[A-Za-z])$")
_ENACTED = lazy(r"(?:通过|修正|修订|批准|公布|发布|施行)$")


class _PairedMark(msgspec.Struct, frozen=True):
    place: int
    kind: int
    opens: bool
    block: int


class _PairedMarks(msgspec.Struct):
    """The marks left alone, and the pairs that stand directly inside a pair of the same mark."""

    lonely: list[_PairedMark]
    nested: list[tuple[_PairedMark, _PairedMark]]


class PairedMarks(Check, frozen=True):
    """Marks of ``opening``, each closed by the mark at its place in ``closing``; ( and （ are one mark.

    ``report``: ``unpaired`` marks; ``reversed`` pairs (”…“); ``alike`` pairs (’…’), which are a habit where there are
    several and else unpaired; ``nested`` pairs of the first mark, which take the pair ``inner`` instead. A pair may
    span up to ``ahead`` paragraphs; a quotation of several paragraphs opens each anew and closes only the last. Not
    looked at: the bracket of a marker (1）), an apostrophe, the end of a note on how a law was enacted whose beginning
    stands elsewhere.
    """

    opening: str
    closing: str
    report: Literal["unpaired", "reversed", "alike", "nested"] = "unpaired"
    inner: str = ""
    ahead: int = 40

    values: ClassVar[frozenset[str]] = frozenset({"found", "missing", "text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each mark that fails."""
        if not any(char in document.typed for char in self.opening + self.closing):
            return
        key = ("pairs", self.opening, self.closing, self.ahead)
        pairing = document.derive(key, lambda: self._pair(document))
        flipped = list(_reversed(pairing.lonely))
        if self.report == "nested":
            broken = {(mark.block, mark.kind) for mark in pairing.lonely}
            for first, second in pairing.nested:
                yield self._nested(document, first, second, certain=(first.block, first.kind) not in broken)
        elif self.report == "reversed":
            yield from (_flipped(document, *pair) for pair in flipped)
        elif self.report == "alike":
            yield from (self._alike(document, *pair) for pair in _habitual(_twins(pairing.lonely)))
        else:
            twins = dict(_twins(pairing.lonely))
            habitual = {mark for pair in _habitual(twins.items()) for mark in pair}
            taken = {mark for pair in flipped for mark in pair} | set(twins.values()) | habitual
            for mark in pairing.lonely:
                if mark not in taken:
                    yield self._unpaired(document, mark, twins.get(mark))

    def _pair(self, document: Document) -> _PairedMarks:
        """Pair the marks of each paragraph, then what is left over with what earlier paragraphs left open."""
        if _is_plain(document.typed, self.opening, self.closing):
            return _PairedMarks([], [])
        waiting: dict[int, tuple[_PairedMark, int]] = {}
        lonely: list[_PairedMark] = []
        nested: list[tuple[_PairedMark, _PairedMark, _PairedMark]] = []
        for block, marks in groupby(_marks(document, self.opening, self.closing), key=lambda mark: mark.block):
            pairs, rest, inside = _pair_block(list(marks))
            nested += inside
            for first, second in pairs:
                anew = first.kind in waiting and self._is_next(document, waiting[first.kind][1], block)
                if anew and _begins(document, first) and _ends(document, second):
                    del waiting[first.kind]
            for mark in rest:
                opened, touched = waiting.get(mark.kind, (None, 0))
                if mark.opens:
                    if opened and self._is_next(document, touched, block) and _begins(document, mark):
                        waiting[mark.kind] = (opened, block)
                        continue
                    lonely += [opened] if opened else []
                    waiting[mark.kind] = (mark, block)
                elif opened and self._reaches(document, opened, mark):
                    del waiting[mark.kind]
                elif not _ends_note(document, mark):
                    lonely.append(mark)
        lonely += [opened for opened, _ in waiting.values()]
        alone = set(lonely)
        return _PairedMarks(
            sorted(lonely, key=lambda mark: mark.place),
            [(first, second) for first, second, outer in nested if outer not in alone],
        )

    def _is_next(self, document: Document, touched: int, block: int) -> bool:
        """Whether a paragraph comes next after one of a quotation, or nothing but items stands between."""
        heads = headed_blocks(document) if 1 < block - touched <= self.ahead else frozenset()
        return block - touched == 1 or (bool(heads) and all(place in heads for place in range(touched + 1, block)))

    def _reaches(self, document: Document, opened: _PairedMark, mark: _PairedMark) -> bool:
        distance = mark.block - opened.block
        return distance <= (self.ahead if _ends(document, mark) else min(self.ahead, _NEAR))

    def _unpaired(self, document: Document, mark: _PairedMark, twin: _PairedMark | None) -> Hit:
        char = document.typed[mark.place]
        own, other = (self.opening, self.closing) if mark.opens else (self.closing, self.opening)
        values = {"found": char, "missing": other[own.index(char)], "text": _around(document, mark)}
        related = (Place(Span(twin.place, twin.place + 1)),) if twin else ()
        return Hit(Span(mark.place, mark.place + 1), values, related)

    def _alike(self, document: Document, first: _PairedMark, second: _PairedMark) -> Hit:
        """A pair written with one mark twice; outside other quotation marks it is to be the first pair."""
        quoted = document.is_quoted(first.place)
        opening, closing = (self.opening[int(quoted)], self.closing[int(quoted)])
        text = _shown(document, Span(first.place, second.place + 1))
        edits = (Edit(Span(first.place, first.place + 1), opening), Edit(Span(second.place, second.place + 1), closing))
        values = {"found": document.typed[first.place], "missing": f"{opening}{text[1:-1]}{closing}", "text": text}
        return Hit(Span(first.place, second.place + 1), values, edits=edits, certain=False)

    def _nested(self, document: Document, first: _PairedMark, second: _PairedMark, *, certain: bool) -> Hit:
        span = Span(first.place, second.place + 1)
        places = (Span(mark.place, mark.place + 1) for mark in (first, second))
        edits = tuple(Edit(place, char) for place, char in zip(places, self.inner, strict=False))
        values = {"found": document.typed[first.place], "missing": self.inner, "text": _shown(document, span)}
        return Hit(span, values, (Place(span),), edits, certain=certain)


def _shown(document: Document, span: Span) -> str:
    """The text of a pair, cut where it is longer than any message: pairs in pairs would quote each other."""
    text = document.typed[span.start : min(span.end, span.start + _LONGEST)]
    return f"{text}…" if span.end - span.start > _LONGEST else text


def _marks(document: Document, opening: str, closing: str) -> Iterator[_PairedMark]:
    text, blocks, index = document.typed, document.reading.blocks, 0
    kinds = {char: _kind(opening, place) for place, char in enumerate(opening)}
    kinds |= {char: _kind(opening, place) for place, char in enumerate(closing)}
    for match in lazy(f"[{re.escape(opening + closing)}]").finditer(text):
        char, place = match[0], match.start()
        while index + 1 < len(blocks) and blocks[index + 1].start <= place:
            index += 1
        if char in opening:
            yield _PairedMark(place, kinds[char], True, index)
        elif not (
            (char in "）)" and _is_list_bracket(text, blocks[index].start, place))
            or (char == "’" and _is_apostrophe(text, place))
        ):
            yield _PairedMark(place, kinds[char], False, index)


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
    marks: list[_PairedMark],
) -> tuple[
    list[tuple[_PairedMark, _PairedMark]], list[_PairedMark], list[tuple[_PairedMark, _PairedMark, _PairedMark]]
]:
    """Pairs of a paragraph, marks left over, and pairs nested in their like with the outer mark.

    Only the first kind may be nested wrongly, and only at every second level: 《…〈…《…》…〉…》 is right.
    """
    pairs: list[tuple[_PairedMark, _PairedMark]] = []
    rest: list[_PairedMark] = []
    nested: list[tuple[_PairedMark, _PairedMark, _PairedMark]] = []
    opened: list[_PairedMark] = []
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


def _begins(document: Document, mark: _PairedMark) -> bool:
    return mark.place == document.reading.blocks[mark.block].start


def _ends(document: Document, mark: _PairedMark) -> bool:
    """Whether nothing but end marks follows in the paragraph."""
    end = document.reading.blocks[mark.block].end
    return end - mark.place < 6 and not document.typed[mark.place + 1 : end].strip(_STOPS)


def _ends_note(document: Document, mark: _PairedMark) -> bool:
    """Whether a bracket ends a paragraph such as: 2019年… 通过）, before the first item."""
    block = document.reading.blocks[mark.block]
    return (
        mark.place + 1 == block.end
        and _ENACTED.search(document.typed[block.start : mark.place]) is not None
        and not any(item.block <= mark.block for item in document.main.items[:1])
    )


def _reversed(lonely: list[_PairedMark]) -> Iterator[tuple[_PairedMark, _PairedMark]]:
    """Pairs of a closing and an opening mark, both alone in one paragraph, in the wrong order."""
    for first, second in pairwise(lonely):
        if not first.opens and second.opens and (first.block, first.kind) == (second.block, second.kind):
            yield first, second


def _twins(lonely: list[_PairedMark]) -> Iterator[tuple[_PairedMark, _PairedMark]]:
    """Neighbours in one paragraph that were meant for a pair, “一岗双责“ and 〔2023]: one slip."""
    second = None
    for one, other in pairwise(lonely):
        typed_twice = (one.opens, one.kind) == (other.opens, other.kind)
        mismatched = one.opens and not other.opens and one.kind != other.kind
        if (
            one is not second
            and one.block == other.block
            and (typed_twice or mismatched)
            and other.place - one.place <= _TWIN
        ):
            second = other
            yield one, other


def _habitual(twins: Iterable[tuple[_PairedMark, _PairedMark]]) -> list[tuple[_PairedMark, _PairedMark]]:
    """The pairs typed with one mark twice, ’大话’, where that is no slip: a draft has several with this mark."""
    alike = [(one, other) for one, other in twins if (one.opens, one.kind) == (other.opens, other.kind)]
    counts = Counter((one.opens, one.kind) for one, _ in alike)
    return [pair for pair in alike if counts[pair[0].opens, pair[0].kind] >= _SEVERAL]


def _flipped(document: Document, first: _PairedMark, second: _PairedMark) -> Hit:
    span = Span(first.place, second.place + 1)
    found, missing = document.typed[first.place], document.typed[second.place]
    edits = (Edit(Span(first.place, first.place + 1), missing), Edit(Span(second.place, second.place + 1), found))
    values = {"found": found, "missing": missing, "text": document.slice(span)}
    return Hit(span, values, edits=edits, certain=_is_quotation(document, first, second))


def _is_quotation(document: Document, first: _PairedMark, second: _PairedMark) -> bool:
    """Whether what stands between two marks is what was quoted, not what stands between two quotations cut short."""
    text, block = document.text, document.reading.blocks[first.block]
    inside = text[first.place + 1 : second.place]
    return (
        0 < len(inside) <= _TWIN
        and not _BETWEEN.search(inside)
        and is_balanced(inside)
        and MASK not in text[block.start : block.end]
        and not (text[first.place] == "’" and _ASCII.search(text[max(0, first.place - 1) : second.place + 2]))
    )


def _around(document: Document, mark: _PairedMark) -> str:
    block = document.reading.blocks[mark.block]
    start, end = (
        (mark.place, min(block.end, mark.place + _AROUND))
        if mark.opens
        else (max(block.start, mark.place - _AROUND + 1), mark.place + 1)
    )
    return document.text[start:end]
