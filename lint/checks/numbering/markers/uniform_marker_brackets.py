"""Whether a draft has half-width brackets in all its markers."""

from collections.abc import Iterator

from lint.checks.base import Hit
from lint.checks.shared.marker_brackets import MarkerBrackets, hit
from lint.document.tree import Document


class UniformMarkerBrackets(MarkerBrackets, frozen=True):
    """Drafts that write the brackets of markers in half width throughout."""

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such marker."""
        half, uniform = self.half(document)
        if uniform:
            yield from (hit(document, item, [item]) for item in half)
