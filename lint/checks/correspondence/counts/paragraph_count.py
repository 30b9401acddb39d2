"""Whether as many paragraphs follow as a line announces, where each begins with what is counted: 甲工程。…."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.analysis.counts.announced.taken_up import OF_OTHERS
from lint.analysis.paragraphs import headed_blocks
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.slips import may_be_slip
from lint.document.tree import Document
from lint.formats.blocks import PROSE, Block
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LETTER, NOT_WITHIN, SOME
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_LEAD = lazy(
    f"{NOT_WITHIN}(?P<text>(?P<number>{SOME}|两|[2-9]|1[0-9])(?:[个大项类种条道场套]|(?=方面)){LETTER}{{0,6}}?"
    f"(?P<kind>{LETTER}{{2}}))(?:如下)?[：:。]\\Z"
)
_BACK = lazy("(?:上述|前述|以上|这|该|其中|其余|另外|[和与及])$")
_SENTENCE = lazy("[^。；\\n]*\\Z")
_OPENS = r"[—–\-●◆■▲★·•【\[“\s\u3000]*"
_SHORT = lazy(_OPENS + r"[^，。；：:\n\u3000 ]{2,16}(?:[。：:】\u3000 ]|\Z)")
"""How a paragraph with a head of its own begins: 人才培育。 before what it says."""
_ALL = "各|其[他它余]|这|以上|上述|全部|所有"
_TAIL, _START = 40, 60  # characters at the end of a line that leads in, and at the beginning of a paragraph
_JOINED = lazy("[和与及]")
_FEWEST = 2
_FAR = 60  # paragraphs up to the next heading


class ParagraphCount(Check, frozen=True):
    """N项工程： at the end of a paragraph, against the unnumbered paragraphs up to the next heading.

    Nothing is said but where every one of them has a head that ends with the noun counted, or plainly goes on with the
    one before it.
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})
    related_values: ClassVar[frozenset[str]] = frozenset({"head"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that the paragraphs do not bear out."""
        blocks = document.reading.blocks
        for index, block in enumerate(document.clock.watched(blocks[:-1])):
            if block.kind not in PROSE or document.text[block.end - 1 : block.end] not in ("：", ":", "。"):
                continue
            found = None if index + 1 in headed_blocks(document) else _lead(document, block)
            heads = _heads(document, index + 1, found["kind"]) if found else ()
            if found and len(heads) >= _FEWEST and _is_off(document, value_of(found["number"]), heads):
                yield _hit(document, block, found, heads)


def _lead(document: Document, block: Block) -> re.Match[str] | None:
    """The number at the end of a paragraph, of things that are its own."""
    start = max(block.start, block.end - _TAIL)
    found = _LEAD.search(document.text[start : block.end])
    if found is None or document.is_quoted(start + found.start()):
        return None
    before = _SENTENCE.search(document.text[block.start : start + found.start()])
    clause = before[0] if before else ""
    return None if _BACK.search(clause) or OF_OTHERS.search(clause + found["number"]) else found


def _heads(document: Document, first: int, kind: str) -> Sequence[Span]:
    """The heads of the paragraphs from one on, up to a heading; none where one of them may or may not be a part."""
    marks = "。：:，\u3000 " if kind == "方面" else "。：:\u3000 "
    pattern = re.compile(rf"{_OPENS}(?P<head>(?!{_ALL})[^，。；：:、\n]{{1,16}}?{kind})[”】]?(?:[{marks}]|\Z)")
    found: dict[str, Span] = {}
    for block in document.reading.blocks[first : _stop(document, first)]:
        text = document.text[block.start : min(block.end, block.start + _START)]
        head = pattern.match(text)
        if head and head["head"] not in found and head["head"].endswith(tuple(found)):
            return ()
        if head:
            found.setdefault(head["head"], Span(block.start + head.start("head"), block.start + head.end("head")))
        elif not found or block.kind != "paragraph" or kind in text or _SHORT.match(text):
            return ()
    return [*found.values()]


def _may_be_several(document: Document, head: Span) -> bool:
    """Whether a head names two things, or is a label before a row of names: 配合单位：财政局、水利局 are two."""
    if _JOINED.search(document.slice(head)):
        return True
    end = document.text.find("\n", head.end)
    row = document.text[head.end : end if end >= 0 else len(document.text)]
    return row[:1] in ("：", ":") and "、" in row


def _stop(document: Document, first: int) -> int:
    """The paragraph at which those that begin with one end: a heading, an item, or what closes the draft."""
    blocks = document.reading.blocks
    part = document.part_at(blocks[first].start)
    ends = [piece.start for piece in (part.closing, part.signature, part.date) if piece] if part else []
    end = min([*ends, part.span.end]) if part else blocks[first].start
    last = bisect_left(blocks, end, lo=first, hi=min(len(blocks), first + _FAR), key=lambda one: one.start)
    items = headed_blocks(document)
    return next((index for index in range(first, last) if index in items or blocks[index].kind == "heading"), last)


def _is_off(document: Document, number: int, heads: Sequence[Span]) -> bool:
    counted = len(heads)
    if number == counted or abs(number - counted) >= counted or not may_be_slip(number, counted):
        return False
    return counted > number or not any(_may_be_several(document, head) for head in heads)


def _hit(document: Document, block: Block, found: re.Match[str], heads: Sequence[Span]) -> Hit:
    start = max(block.start, block.end - _TAIL)
    values = {"announced": str(value_of(found["number"])), "counted": str(len(heads)), "text": found["text"]}
    places = tuple(Place(head, {"head": document.slice(head)}) for head in (heads[0], heads[-1]))
    return Hit(Span(start + found.start("text"), start + found.end("text")), values, places)
