"""Whether two siblings bear the same heading."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit, Place
from lint.checks.shared.selection import Selection
from lint.document.families import HEADING
from lint.document.tree import Document, Item


class SiblingHeadings(Selection, frozen=True):
    """Siblings whose headings are the same to the letter and at least ``least`` characters long."""

    least: int = 4

    of_headings: ClassVar[bool] = True
    values: ClassVar[frozenset[str]] = frozenset({"heading", "marker", "first"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each heading that repeats an earlier sibling's."""
        for series in self.selected(document):
            seen: dict[str, Item] = {}
            for item in series.items:
                heading = document.slice(item.heading)
                if len(heading) < self.least or item.inline or _is_field(document, item):
                    continue
                first = seen.setdefault(heading, item)
                if first is not item:
                    yield Hit(
                        item.heading,
                        {
                            "heading": heading,
                            "marker": document.slice(item.marker.span),
                            "first": document.slice(first.marker.span) or document.slice(first.heading),
                        },
                        (Place(first.heading if first.heading.end > first.heading.start else first.sign),),
                    )


def _is_field(document: Document, item: Item) -> bool:
    """Whether a heading is a field of its record: a line 整改措施： without a number, which each of them has."""
    is_line = item.marker.family is HEADING and document.reading.blocks[item.block].kind == "paragraph"
    return is_line and document.text[item.heading.end : item.heading.end + 1] in ("：", ":")
