"""Whether the markers of a run carry the same punctuation."""

from collections.abc import Iterator

from lint.checks.base import Hit
from lint.checks.shared.marker_marks import MarkerMarks
from lint.document.tree import Document


class MixedMarkerMark(MarkerMarks, frozen=True, kw_only=True):
    """Markers with one of the ``wrong`` marks in a series that also holds ``right`` (may be empty) or another mark."""

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each wrong mark."""
        for series, wrong in self.wrong_items(document):
            if len(wrong) != len(series.items):
                yield from (self.hit(document, item, [item]) for item in wrong)
