"""Whether a title ends without a full stop, comma, semicolon or colon."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.checks.shared.heading_marks import WRONG_ENDS, end_mark_hit
from lint.document.tree import Document
from lint.text.source import Span


class TitleEnd(Check, frozen=True):
    """Titles that end in a mark they should not have; the span of a title leaves it out."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "heading"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such mark."""
        for part in document.parts:
            if part.title and document.text[part.title.end : part.title.end + 1] in tuple(f"{WRONG_ENDS}：:"):
                yield end_mark_hit(document, Span(part.title.end, part.title.end + 1), part.title)
