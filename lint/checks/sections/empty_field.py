"""Whether a field that its siblings have filled in is left empty."""

from collections.abc import Iterator, Sequence

from lint.analysis.records import Record
from lint.checks.base import Hit
from lint.checks.shared.sibling_fields import SiblingFields, Siblings
from lint.document.tree import Document


class EmptyField(SiblingFields, frozen=True, kw_only=True):
    """Labelled fields (整改措施：… 责任单位：…) that a block leaves empty where as many blocks of its form do not."""

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each empty field."""
        yield from self.once(document)

    def labels(self, records: Sequence[Record]) -> Iterator[tuple[str, ...]]:
        """The groups of labels, those that stand in one block with each other one by one: 责任单位 and 责任人."""
        for group in super().labels(records):
            is_one = all(sum(field.label in group for field in record.fields) < 2 for record in records)
            yield from (group,) if is_one else ((label,) for label in group)

    def lacking(self, document: Document, siblings: Siblings) -> Iterator[Hit]:
        """A hit for each block with the field but nothing in it."""
        empty = [(record, field) for record, field in siblings.blocks if field and not field.filled]
        if len(empty) <= siblings.filled:
            yield from (siblings.hit(document, record, field.span) for record, field in empty)
