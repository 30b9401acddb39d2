"""Whether the opening mark of a pair comes first: no ”…“."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.marks.pairs import PairedMark
from lint.analysis.marks.slips import NEAR, reversed_pairs
from lint.checks.base import Hit
from lint.checks.shared.pair_check import PairCheck
from lint.document.tree import Document
from lint.formats.blocks import MASK
from lint.text.brackets import is_balanced
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_BETWEEN = lazy(r"^(?:以及|或者|[和与或及的是在等并即至到])|^、|、$|[，。；：！？…,;:!?]")
_ASCII = lazy(r"[0-9A-Za-z]")


class ReversedMarks(PairCheck, frozen=True):
    """Pairs whose closing mark stands before the opening one."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "missing", "text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such pair."""
        for first, second in reversed_pairs(self.pairs(document).lonely):
            yield _flipped(document, first, second)


def _flipped(document: Document, first: PairedMark, second: PairedMark) -> Hit:
    span = Span(first.place, second.place + 1)
    found, missing = document.typed[first.place], document.typed[second.place]
    edits = (Edit(first.span, missing), Edit(second.span, found))
    values = {"found": found, "missing": missing, "text": document.slice(span)}
    return Hit(span, values, edits=edits, certain=_is_quotation(document, first, second))


def _is_quotation(document: Document, first: PairedMark, second: PairedMark) -> bool:
    """Whether what stands between two marks is what was quoted, not what stands between two quotations cut short."""
    text, block = document.text, document.reading.blocks[first.block]
    inside = text[first.place + 1 : second.place]
    return (
        0 < len(inside) <= NEAR
        and not _BETWEEN.search(inside)
        and is_balanced(inside)
        and MASK not in text[block.start : block.end]
        and not (text[first.place] == "’" and _ASCII.search(text[max(0, first.place - 1) : second.place + 2]))
    )
