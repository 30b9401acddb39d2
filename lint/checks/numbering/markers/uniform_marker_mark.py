"""Whether a run has the wrong punctuation throughout."""

from collections.abc import Iterator

from lint.checks.base import Hit
from lint.checks.shared.marker_marks import MarkerMarks
from lint.document.tree import Document


class UniformMarkerMark(MarkerMarks, frozen=True, kw_only=True):
    """Series whose markers all carry one of the ``wrong`` marks instead of ``right`` (may be empty)."""

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of each such series, which mends them all."""
        for series, wrong in self.wrong_items(document):
            if len(wrong) == len(series.items):
                yield self.hit(document, wrong[0], wrong)
