"""Whether a list of annexes says 附件 once, before the first name (GB/T 9704-2012, 7.3.4)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.annex_head import BLANKS, WORD
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_LABEL = lazy(rf"{WORD}{BLANKS}\d{{1,2}}(?=[.．、：:\s\u3000]+[^\s\u3000])")


class AnnexWord(Check, frozen=True):
    """Lists of annexes whose further lines begin with 附件 again: 附件1：甲, 附件2：乙."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the second label of each such list, related to the first."""
        for part in document.parts:
            blocks = [document.reading.blocks[index] for index in part.annex_list[:2]]
            labels = [_LABEL.match(document.text, block.start, block.end) for block in blocks]
            spans = [Span(*label.span()) for label in labels if label]
            if len(spans) > 1:
                yield Hit(spans[1], {"found": document.slice(spans[1])}, (Place(spans[0]),))
