"""Whether a run begins with the number that it ought to begin with."""

from collections.abc import Iterator

from lint.checks.base import Hit
from lint.checks.shared.series_starts import SeriesStarts
from lint.document.tree import Document


class SeriesStart(SeriesStarts, frozen=True):
    """A run that begins above 1. Numbering that goes on across parents throughout a text is accepted."""

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each such run."""
        yield from (self.hit(document, series) for series in self.late(document))
