"""Whether the punctuation of a marker is the one its family takes."""

from collections.abc import Iterator

from lint.checks.base import Hit
from lint.checks.shared.marker_marks import MarkerMarks
from lint.document.tree import Document


class MarkerMark(MarkerMarks, frozen=True, kw_only=True):
    """Markers of the chosen families that carry one of the ``wrong`` marks instead of ``right`` (may be empty)."""

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each wrong mark."""
        for _, wrong in self.wrong_items(document):
            yield from (self.hit(document, item, [item]) for item in wrong)
