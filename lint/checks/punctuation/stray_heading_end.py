"""Whether a heading ends without a mark where most of its siblings do."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.shared.heading_marks import (
    bare_headings,
    colon_headings,
    ends_unlike_its_kind,
    heading_hit,
    marked_headings,
)
from lint.checks.shared.selection import Selection
from lint.document.tree import Document


class StrayHeadingEnd(Selection, frozen=True):
    """Bare headings that end in a mark while most of their bare siblings, or of their family in the part, do not."""

    of_headings: ClassVar[bool] = True
    values: ClassVar[frozenset[str]] = frozenset({"found", "heading"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such mark."""
        for series in self.selected(document):
            bare = bare_headings(document, series)
            marked = marked_headings(document, bare)
            if marked and ends_unlike_its_kind(document, series, marked, bare):
                yield from (heading_hit(document, item) for item in marked)
            else:
                yield from (heading_hit(document, item) for item in colon_headings(document, series))
