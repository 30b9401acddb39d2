"""Whether one text keeps to one numbering system."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.checks.shared.selection import FamilyName
from lint.document.tree import Document, Item


class NumberingSystems(Check, frozen=True):
    """A part whose headings are numbered with families of both ``first`` and ``second``."""

    first: tuple[FamilyName, ...]
    second: tuple[FamilyName, ...]

    values: ClassVar[frozenset[str]] = frozenset({"first", "second"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The families of both systems."""
        return (self.first, self.second)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit where the system that comes later begins."""
        if document.families.isdisjoint(self.first) or document.families.isdisjoint(self.second):
            return
        for part in document.parts:
            items = [item for item in document.items_of(part) if not item.inline and not item.quoted]
            ours = next((item for item in items if item.marker.family.name in self.first), None)
            others = next((item for item in items if item.marker.family.name in self.second), None)
            if ours and others:
                early, late = sorted((ours, others), key=lambda item: item.span)
                yield _hit(document, early, late)


def _hit(document: Document, early: Item, late: Item) -> Hit:
    values = {"first": document.slice(early.marker.span), "second": document.slice(late.marker.span)}
    return Hit(late.sign, values, (Place(early.sign),))
