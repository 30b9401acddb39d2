"""Whether the order of levels that a draft keeps is the usual one (GB/T 9704-2012, 7.3.3)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.checks.shared.levels import RANKED, level_hit, placed
from lint.document.tree import Document


class UnusualLevels(Check, frozen=True):
    """An order of its own that a draft keeps throughout: 1. above （一）."""

    values: ClassVar[frozenset[str]] = frozenset({"marker", "parent", "missing"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """An order of its own."""
        return (("raised levels",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield one hit, at the first run that stands below a family which the norm has below it."""
        for series in placed(document):
            if series.parent is None:
                continue
            pair = series.parent.marker.family.name, series.family.name
            if pair in document.parts[series.part].levels.raised and RANKED.issuperset(pair):
                yield level_hit(document, series, series.parent)
                return
