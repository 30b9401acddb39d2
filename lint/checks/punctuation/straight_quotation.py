"""Whether the quotation marks of Chinese text are curly (GB/T 15834-2011)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar, NamedTuple

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.formats.blocks import MASK
from lint.text.brackets import is_balanced
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_STRAIGHT = '"＂'
_NEAR = 3  # paragraphs over which a quotation of several may reach
_CHINESE = lazy("[〇\u3400-\u9fff\U00020000-\U0003ffff]")
_JOINING = frozenset({"", *"和与或及的是在并即至到、", "以及", "或者"})
_NO_BEGINNING = frozenset("，。；：、！？…）》〉】〕」』”’,;:!?)]}")
_NO_END = frozenset("（《〈【〔「『“‘、([{")
_CURLY = lazy(r"[^“”]*+(?:“[^“”]*+”[^“”]*+)*+")
_CLAUSES = lazy(r"[，；。！？：,;!?].")
_SENTENCE_ENDS = frozenset("。！？…!?")
_SHOWS_END = frozenset("，。；：、！？…—）》〉】〕”’“《（的等和与及,;:!?)(")
_CODE_BEFORE = lazy(r"(?:[=<{\[`@#/\\]|[A-Za-z0-9_]\(|[\"＂]\s*:\s*)$")
_CODE_AFTER = lazy(r"(?:[=>}\]`/\\]|\s*:\s*[\"＂])")
_CODE_REACH = 8  # characters beside a mark that can tell of code


class _Pair(NamedTuple):
    """The places of an opening and a closing mark."""

    opening: int
    closing: int


class _Paragraph(NamedTuple):
    """The straight marks of a paragraph in pairs; those after a figure that open nothing are ″ for inches."""

    block: int
    pairs: tuple[_Pair, ...]
    lonely: bool
    inches: bool


class StraightQuotation(Check, frozen=True):
    """Straight quotation marks around Chinese text.

    All marks of a paragraph are paired before any is judged. Where they contradict the pairing nothing is reported;
    where a pair is not certain (code, English text, curly marks beside, a quotation of several paragraphs, something
    that is not read) it is reported without a fix.
    """

    values: ClassVar[frozenset[str]] = frozenset({"found", "replacement"})

    def signs(self) -> tuple[str, ...]:
        """The marks themselves."""
        return tuple(_STRAIGHT)

    def as_wanted(self, document: Document) -> Sequence[Span]:
        """The quotations in curly marks."""
        return document.quotations

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each pair that holds Chinese text."""
        text = document.typed
        paragraphs = [_paired(text, block, places) for block, places in _places(document)]
        unsettled = _unsettled(document, paragraphs)
        for paragraph in paragraphs:
            if paragraph.lonely or any(_is_contradicted(text, pair) for pair in paragraph.pairs):
                continue
            block = document.reading.blocks[paragraph.block]
            near = bisect_left(unsettled, paragraph.block - _NEAR) < bisect_right(unsettled, paragraph.block + _NEAR)
            doubtful = near or paragraph.inches or _is_doubtful(text, Span(block.start, block.end), paragraph.pairs)
            for pair in paragraph.pairs:
                found = text[pair.opening : pair.closing + 1]
                if _CHINESE.search(found):
                    marks = ((pair.opening, "“"), (pair.closing, "”"))
                    edits = () if doubtful else tuple(Edit(Span(place, place + 1), mark) for place, mark in marks)
                    values = {"found": found, "replacement": f"“{found[1:-1]}”"}
                    yield Hit(Span(pair.opening, pair.closing + 1), values, edits=edits)


def _places(document: Document) -> Iterator[tuple[int, list[int]]]:
    """The straight marks of each paragraph that has some."""
    starts = [block.start for block in document.reading.blocks]
    places = sorted(place for mark in _STRAIGHT for place in places_of(mark, document.typed))
    for block, marks in groupby(places, key=lambda place: bisect_right(starts, place) - 1):
        if block >= 0:
            yield block, list(marks)


def _paired(text: str, block: int, places: Sequence[int]) -> _Paragraph:
    pairs: list[_Pair] = []
    opened: int | None = None
    inches = False
    for place in places:
        if opened is not None:
            pairs.append(_Pair(opened, place))
            opened = None
        elif place and text[place - 1].isdecimal():
            inches = True
        else:
            opened = place
    return _Paragraph(block, tuple(pairs), opened is not None, inches)


def _unsettled(document: Document, paragraphs: Sequence[_Paragraph]) -> list[int]:
    """The paragraphs with half a pair, straight or curly, which a quotation of several may begin or end in."""
    found = {paragraph.block for paragraph in paragraphs if paragraph.lonely}
    if paragraphs and ("“" in document.typed or "”" in document.typed):
        found.update(
            index
            for index, block in enumerate(document.reading.blocks)
            if document.typed.count("“", block.start, block.end) != document.typed.count("”", block.start, block.end)
        )
    return sorted(found)


def _is_contradicted(text: str, pair: _Pair) -> bool:
    """Whether what stands between two marks looks like what stands between two quotations."""
    inside = text[pair.opening + 1 : pair.closing]
    return inside.strip() in _JOINING or inside[:1] in _NO_BEGINNING or inside[-1:] in _NO_END


def _is_doubtful(text: str, block: Span, pairs: Sequence[_Pair]) -> bool:
    """Whether some pair of a paragraph may not be what it seems: then neither may the others."""
    if MASK in text[block.start : block.end]:
        return True
    outside = block.start
    for index, pair in enumerate(pairs):
        inside = text[pair.opening + 1 : pair.closing]
        if (
            not _CURLY.fullmatch(text, outside, pair.opening)
            or "“" in inside
            or "”" in inside
            or not is_balanced(inside)
            or inside != inside.strip()
            or _is_foreign(text, block, pair)
            or _is_code(text, block, pair)
            or _is_broken(text, block, pair, last=index + 1 == len(pairs))
        ):
            return True
        outside = pair.closing + 1
    return not _CURLY.fullmatch(text, outside, block.end)


def _is_foreign(text: str, block: Span, pair: _Pair) -> bool:
    """Whether a pair stands in a sentence of another language."""
    before = text[max(block.start, pair.opening - _CODE_REACH) : pair.opening].rstrip()[-1:]
    after = text[pair.closing + 1 : min(block.end, pair.closing + 1 + _CODE_REACH)].lstrip()[:1]
    return (before + after).isascii() and any(map(str.isalpha, before + after))


def _is_code(text: str, block: Span, pair: _Pair) -> bool:
    """Whether a pair stands in what a program reads: an attribute, a call, JSON."""
    before = text[max(block.start, pair.opening - _CODE_REACH) : pair.opening]
    return bool(_CODE_BEFORE.search(before) or _CODE_AFTER.match(text, pair.closing + 1, block.end))


def _is_broken(text: str, block: Span, pair: _Pair, *, last: bool) -> bool:
    """Whether a pair may be the first or last half of two: of a quotation in another, or of two whose ends are lost."""
    inside = text[pair.opening + 1 : pair.closing]
    before = text[pair.opening - 1] if pair.opening > block.start else ""
    after = text[pair.closing + 1] if pair.closing + 1 < block.end else ""
    introduced = before in ("", "说", "道", ":") or before in _SHOWS_END - frozenset("的等和与及")
    if inside[-1:] in _SENTENCE_ENDS:
        return not introduced
    shows_end = not after or after in _SHOWS_END
    if _CLAUSES.search(inside):
        return not shows_end
    return before in ("：", ":", "说", "道") and not shows_end and not last
