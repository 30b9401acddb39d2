"""Whether a field that its siblings have filled in is left empty."""

from collections.abc import Iterator

from lint.checks.base import Hit
from lint.checks.shared.sibling_fields import SiblingFields, Siblings
from lint.document.tree import Document


class EmptyField(SiblingFields, frozen=True, kw_only=True):
    """Labelled fields (整改措施：… 责任单位：…) that a block leaves empty where another block of its form does not."""

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each empty field."""
        yield from self.once(document)

    def lacking(self, document: Document, siblings: Siblings) -> Iterator[Hit]:
        """A hit for each block with the field but nothing in it."""
        for record, field in siblings.blocks:
            if field and not field.filled:
                yield siblings.hit(document, record, field.span)
