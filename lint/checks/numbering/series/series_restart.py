"""Whether a run begins again at 1 although no new parent stands before it."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.shared.selection import Selection
from lint.document.tree import Document


class SeriesRestart(Selection, frozen=True):
    """A second run of one family under one parent, directly after the first."""

    values: ClassVar[frozenset[str]] = frozenset({"marker"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """What is asked of a run, and a run that begins again."""
        return (*super().features(), ("restart",))

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each run that begins again."""
        for series in self.selected(document):
            if series.restarts:
                first = series.items[0]
                yield Hit(first.sign, {"marker": document.slice(first.marker.span) or first.marker.family.render(1)})
