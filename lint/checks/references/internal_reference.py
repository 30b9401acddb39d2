"""Whether what a draft refers to in itself is there: 本办法第三十条, 见第四部分, 前款第（五）项."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.reference import Kind
from lint.analysis.citations.references import broken_references
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class InternalReference(Check, frozen=True):
    """References to own articles, chapters, parts or items that do not exist."""

    report: tuple[Kind, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found", "last"})
    related_values: ClassVar[frozenset[str]] = frozenset({"last"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such reference."""
        for reference in broken_references(document):
            if reference.kind in self.report:
                values = {
                    "found": document.slice(reference.span),
                    "last": reference.row or document.slice(reference.last),
                }
                yield Hit(reference.span, values, (Place(reference.last),))
