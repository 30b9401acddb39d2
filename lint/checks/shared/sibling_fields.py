"""Fields that a block of a list of tasks has in common with its siblings, for the checks of absent and empty ones."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec

from lint.analysis.records import Field, Record, record_groups
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.source import Span

_FEWEST_SHARED = 2


class Siblings(msgspec.Struct, frozen=True):
    """Blocks of one form, each with the field of some labels if it has it; ``usual`` is the label of most of them.

    ``model`` is the first of the ``filled`` blocks, which have something in that field; ``known`` says that the rule
    names the field.
    """

    blocks: tuple[tuple[Record, Field | None], ...]
    usual: str
    filled: int
    model: Record
    known: bool

    def hit(self, document: Document, record: Record, span: Span) -> Hit:
        """The hit at a place of a block that lacks the field, related to one that has it."""
        values = {"field": self.usual, "item": document.slice(record.name)[:24], "siblings": str(self.filled)}
        return Hit(span, values, (Place(self.model.head),))


class SiblingFields(Check, frozen=True, kw_only=True):
    """Labelled fields (整改措施：… 责任单位：…) that blocks of one form have in common.

    ``fields`` are groups of labels that mean the same; any other label counts by itself, but for those of ``optional``
    words.
    """

    fields: tuple[tuple[str, ...], ...]
    optional: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"field", "item", "siblings"})

    def once(self, document: Document) -> Iterator[Hit]:
        """The hits of all groups of blocks, each place and field once."""
        told: set[tuple[int, str]] = set()
        for group in document.clock.watched(record_groups(document)):
            records = _of_one_form(group)
            for siblings in filter(None, (self._siblings(records, labels) for labels in self.labels(records))):
                for hit in self.lacking(document, siblings):
                    if (hit.span.start, hit.values["field"]) not in told:
                        told.add((hit.span.start, hit.values["field"]))
                        yield hit

    def lacking(self, document: Document, siblings: Siblings) -> Iterator[Hit]:
        """A hit for each block that lacks a field which others have filled."""
        raise NotImplementedError

    def labels(self, records: Sequence[Record]) -> Iterator[tuple[str, ...]]:
        """The groups of labels that some records have: those that mean the same, and every other by itself."""
        held = dict.fromkeys(field.label for record in records for field in record.fields)
        known: set[str] = set()
        for group in self.fields:
            alike = tuple(label for label in held if label.startswith(group))
            known.update(alike)
            if alike:
                yield alike
        yield from (
            (label,) for label in held if label not in known and not any(map(label.__contains__, self.optional))
        )

    def _siblings(self, records: Sequence[Record], labels: tuple[str, ...]) -> Siblings | None:
        """The blocks with what each has of a field; None where none has filled it."""
        blocks = tuple((record, record.field(labels)) for record in records)
        filled = [(record, field.label) for record, field in blocks if field and field.filled]
        if not filled:
            return None
        usual = max(labels, key=[label for _, label in filled].count)
        known = any(label.startswith(group) for group in self.fields for label in labels)
        return Siblings(blocks, usual, len(filled), filled[0][0], known)


def _of_one_form(records: Sequence[Record]) -> Sequence[Record]:
    """The records, but for what has none of two or more labels that others share: notes below the records.

    One that stands between two of them is a record that lacks them all.
    """
    held = Counter(label for record in records for label in {field.label for field in record.fields})
    shared = {label for label, count in held.items() if count > 1}
    if len(shared) < _FEWEST_SHARED:
        return records
    has = [not shared.isdisjoint(field.label for field in record.fields) for record in records]
    between = [False, *(before and after for before, after in zip(has, has[2:], strict=False)), False]
    return [record for record, own, kept in zip(records, has, between, strict=False) if own or kept]
