"""Whether Chinese numbers of items stand in a whole pair of brackets."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.marks.half_brackets import half_bracketed
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class HalfBracket(Check, frozen=True):
    """Runs of paragraphs that are counted 一）, 二）, 三）: one hit for each run."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """What the first or the second marker of a run is."""
        return ("一）", "一)", "二）", "二)")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each run, related to the others."""
        for first, *others in half_bracketed(document):
            if not document.is_quoted(first.start):
                found = document.slice(first)
                yield Hit(first, {"found": found, "expected": f"（{found[:-1]}）"}, tuple(map(Place, others)))
