"""Whether a marker has half-width brackets among full-width ones."""

from collections.abc import Iterator

from lint.checks.base import Hit
from lint.checks.shared.marker_brackets import MarkerBrackets, hit
from lint.document.tree import Document


class StrayMarkerBrackets(MarkerBrackets, frozen=True):
    """Markers in half-width brackets, in a draft that writes full-width ones elsewhere."""

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such marker."""
        half, uniform = self.half(document)
        if not uniform:
            yield from (hit(document, item, [item]) for item in half)
