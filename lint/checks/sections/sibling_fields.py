"""Whether every block of a list of tasks has the fields that its siblings have."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from lint.analysis.records import Record, record_groups
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.lazy import lazy

_FEWEST_SHARED = 2
_BRACKETS = lazy(r"[（(][^（）()：:\n]{3,}[）)][。；;]?[ \u3000]*(?:\n|\Z)")


class SiblingFields(Check, frozen=True, kw_only=True):
    """Labelled fields (整改措施：… 责任单位：…) that most blocks of one form have and another lacks or leaves empty.

    ``fields`` are groups of labels that mean the same: at least ``share`` percent of ``least`` blocks must have them.
    Any other label counts where it is as good as everywhere (``usual`` percent), but for those of ``optional`` words.
    ``report`` says which are told: fields that are ``absent``, or those that are there and ``empty``.
    """

    fields: tuple[tuple[str, ...], ...]
    optional: tuple[str, ...] = ()
    least: int = 3
    share: int = 60
    usual: int = 75
    report: tuple[Literal["absent", "empty"], ...] = ("absent", "empty")

    values: ClassVar[frozenset[str]] = frozenset({"field", "item", "siblings"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the head of each block that lacks a field, or at the field that is empty."""
        told: set[tuple[int, str]] = set()
        for group in document.clock.watched(record_groups(document)):
            records = _of_one_form(group)
            for labels in self._labels(records):
                for hit in self._lacking(document, records, labels):
                    if (hit.span.start, hit.values["field"]) not in told:
                        told.add((hit.span.start, hit.values["field"]))
                        yield hit

    def _labels(self, records: Sequence[Record]) -> Iterator[tuple[str, ...]]:
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

    def _lacking(self, document: Document, records: Sequence[Record], labels: tuple[str, ...]) -> Iterator[Hit]:
        fields = [record.field(labels) for record in records]
        filled = [field.label for field in fields if field and field.filled]
        known = any(label.startswith(group) for group in self.fields for label in labels)
        share, least = (self.share, 2) if known else (self.usual, 3)
        expected = len(records) >= self.least and len(filled) >= least and 100 * len(filled) >= share * len(records)
        usual = max(labels, key=filled.count)
        other = next((record for record, field in zip(records, fields, strict=True) if field and field.filled), None)
        for record, field in zip(records, fields, strict=True):
            lacking = (
                "absent"
                if field is None and expected and not _in_other_words(document, record, other)
                else "empty"
                if field and not field.filled
                else ""
            )
            if other and lacking in self.report:
                values = {"field": usual, "item": document.slice(record.name)[:24], "siblings": str(len(filled))}
                yield Hit(field.span if field else record.head, values, (Place(other.head),))


def _in_other_words(document: Document, record: Record, other: Record | None) -> bool:
    """Whether a record ends in brackets without a label, where others have bracketed fields: （办公室牵头）."""
    bracketed = other is not None and any(document.text[field.span.start - 1] in "（(" for field in other.fields)
    return bracketed and _BRACKETS.search(document.slice(record.span)) is not None


def _of_one_form(records: Sequence[Record]) -> Sequence[Record]:
    """The records, but for what has none of two or more labels that others share: notes below the records."""
    held = Counter(label for record in records for label in {field.label for field in record.fields})
    shared = {label for label, count in held.items() if count > 1}
    if len(shared) < _FEWEST_SHARED:
        return records
    return [record for record in records if not shared.isdisjoint(field.label for field in record.fields)]
