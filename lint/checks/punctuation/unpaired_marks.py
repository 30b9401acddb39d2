"""Whether quotation marks and brackets come in pairs (GB/T 15834-2011)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.marks.pairs import PairedMark
from lint.analysis.marks.slips import habitual, reversed_pairs, twins
from lint.checks.base import Hit, Place
from lint.checks.shared.pair_check import PairCheck
from lint.document.tree import Document

_AROUND = 10  # characters of context in a message


class UnpairedMarks(PairCheck, frozen=True):
    """Marks without their other half; what was typed in the wrong order, or habitually twice, is another matter."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "missing", "text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such mark, related to the one that was meant to be its other half."""
        lonely = self.pairs(document).lonely
        halves = dict(twins(lonely))
        others = {mark for pair in [*reversed_pairs(lonely), *habitual(halves.items())] for mark in pair}
        others.update(halves.values())
        for mark in lonely:
            if mark not in others:
                yield self._hit(document, mark, halves.get(mark))

    def _hit(self, document: Document, mark: PairedMark, half: PairedMark | None) -> Hit:
        char = document.typed[mark.place]
        own, other = (self.opening, self.closing) if mark.opens else (self.closing, self.opening)
        values = {"found": char, "missing": other[own.index(char)], "text": _around(document, mark)}
        return Hit(mark.span, values, (Place(half.span),) if half else ())


def _around(document: Document, mark: PairedMark) -> str:
    block = document.reading.blocks[mark.block]
    start, end = (
        (mark.place, min(block.end, mark.place + _AROUND))
        if mark.opens
        else (max(block.start, mark.place - _AROUND + 1), mark.place + 1)
    )
    return document.text[start:end]
