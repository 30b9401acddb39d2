"""Whether numbering begins anew under every parent."""

from collections.abc import Iterator

from lint.checks.base import Hit
from lint.checks.shared.series_starts import SeriesStarts
from lint.document.tree import Document, Series


class StartBelowParent(SeriesStarts, frozen=True):
    """A run that begins above 1, or goes on where the one of the parent before it ended."""

    def base_of(self, series: Series) -> int:
        """Every parent begins its own numbering."""
        return 0

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each such run."""
        yield from (self.hit(document, series) for series in self.late(document))
