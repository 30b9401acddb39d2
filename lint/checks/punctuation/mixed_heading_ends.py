"""Whether sibling headings end alike, with a mark or without."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.shared.heading_marks import bare_headings, ends_unlike_its_kind, heading_hit, marked_headings
from lint.checks.shared.selection import Selection
from lint.document.tree import Document


class MixedHeadingEnds(Selection, frozen=True):
    """Runs of bare headings of which at least half, and not all, end in a mark, as others of their family may."""

    of_headings: ClassVar[bool] = True
    values: ClassVar[frozenset[str]] = frozenset({"found", "heading"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first mark of each such run."""
        for series in self.selected(document):
            bare = bare_headings(document, series)
            marked = marked_headings(document, bare)
            if 0 < len(marked) < len(bare) and not ends_unlike_its_kind(document, series, marked, bare):
                yield heading_hit(document, marked[0])
