"""Whether a pair inside a pair takes the inner marks: “…‘…’…”, 《…〈…〉…》 (GB/T 15834-2011)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit, Place
from lint.checks.shared.pair_check import PairCheck, shown
from lint.document.tree import Document
from lint.messages.rule_mistakes import PAIR, Said
from lint.text.edit import Edit
from lint.text.source import Span


class NestedMarks(PairCheck, frozen=True, kw_only=True):
    """Pairs of the first mark directly inside a pair of the same; they take the two marks ``inner`` instead."""

    inner: str

    values: ClassVar[frozenset[str]] = frozenset({"found", "missing", "text"})

    def problems(self) -> Iterator[tuple[str, Said]]:
        """Inner marks that are no pair."""
        yield from super().problems()
        if len(self.inner) != 2:
            yield "inner", PAIR

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each inner pair; its edit is certain where the paragraph leaves no such mark alone."""
        pairs = self.pairs(document)
        broken = {(mark.block, mark.kind) for mark in pairs.lonely}
        for first, second in pairs.nested:
            span = Span(first.place, second.place + 1)
            edits = tuple(Edit(mark.span, char) for mark, char in zip((first, second), self.inner, strict=True))
            values = {
                "found": document.typed[first.place],
                "missing": self.inner,
                "text": shown(document, span.start, span.end),
            }
            yield Hit(span, values, (Place(span),), edits, certain=(first.block, first.kind) not in broken)
