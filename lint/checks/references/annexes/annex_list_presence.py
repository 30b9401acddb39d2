"""Whether a text that cites annexes lists them."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annexes import annexes_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class AnnexListPresence(Check, frozen=True):
    """Texts that cite annexes and have no list of them."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first citation of each such text."""
        for annexes in annexes_of(document):
            # 见附件 without a number is told only where there is no annex at all.
            cited = [citation for citation in annexes.citations if citation.numbers or not annexes.bodies]
            if cited and not annexes.entries:
                first, *others = cited
                yield Hit(first.span, {"found": document.slice(first.span)}, tuple(Place(one.span) for one in others))
