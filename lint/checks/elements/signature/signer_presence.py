"""Whether a text that goes upward names who signs it (签发人) beside its number."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import block_range
from lint.checks.base import Check, Hit
from lint.document.document_number import own_number
from lint.document.tree import Document, Part
from lint.text.source import Span

_SIGNER = "签发"


class SignerPresence(Check, frozen=True):
    """Numbers of documents above a title without 签发人 beside, above or below them."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "genre"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """What the number stands above."""
        return (("title",), ("recipients",))

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the number of each such text."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if part.kind == "annex" or genre is None or part.title is None or part.recipients is None:
                continue
            number = _number_above(document, part, part.title.start)
            if number and _SIGNER not in document.text[part.span.start : part.recipients.start]:
                yield Hit(number, {"found": document.slice(number), "genre": genre.name})


def _number_above(document: Document, part: Part, title: int) -> Span | None:
    for index in block_range(document, part):
        block = document.reading.blocks[index]
        if block.start >= title:
            return None
        if own_number(document.text, block.start, block.end):
            return Span(block.start, block.end)
    return None
