"""Whether a pair is written with two marks, not with one twice: no ’…’."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import ClassVar

from lint.analysis.marks.pairs import PairedMark
from lint.analysis.marks.slips import habitual, twins
from lint.checks.base import Hit
from lint.checks.shared.pair_check import PairCheck, shown
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.source import Span


class AlikeMarks(PairCheck, frozen=True):
    """Pairs written with one mark twice, where a draft has several; a single one is a mark without its other half."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "missing", "text"})

    def as_wanted(self, document: Document) -> Sequence[Span]:
        """The pairs written with both of their marks."""
        found = (match.span() for match in _whole(self.opening, self.closing).finditer(document.typed))
        return [Span(*span) for span in found]

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such pair."""
        for first, second in habitual(twins(self.pairs(document).lonely)):
            yield self._hit(document, first, second)

    def _hit(self, document: Document, first: PairedMark, second: PairedMark) -> Hit:
        """A hit whose edit makes it the first pair, or the second inside other quotation marks."""
        level = int(document.is_quoted(first.place))
        opening, closing = self.opening[level], self.closing[level]
        text = shown(document, first.place, second.place + 1)
        values = {"found": document.typed[first.place], "missing": f"{opening}{text[1:-1]}{closing}", "text": text}
        edits = (Edit(first.span, opening), Edit(second.span, closing))
        return Hit(Span(first.place, second.place + 1), values, edits=edits, certain=False)


@lru_cache(maxsize=4)
def _whole(opening: str, closing: str) -> re.Pattern[str]:
    pairs = zip(map(re.escape, opening), map(re.escape, closing), strict=True)
    return re.compile("|".join(f"{first}[^{first}{second}\\n]*{second}" for first, second in pairs))
