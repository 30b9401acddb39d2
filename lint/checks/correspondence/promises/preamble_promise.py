"""Whether the parts that a preamble promises follow."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.sectioning.roles import parts_with_genre
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.source import Span


class PreamblePromise(Check, frozen=True):
    """Those of ``parts`` that the preamble names and nothing after it does."""

    parts: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"promised"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each promise that is not kept."""
        for part, _ in parts_with_genre(document):
            if part.preamble is None or len(part.items) < 2:
                continue
            preamble = document.slice(part.preamble)
            rest = document.text[part.preamble.end : part.span.end].replace("的", "")
            for promised in self.parts:
                place = preamble.rfind(promised)
                if place >= 0 and promised not in rest:
                    start = part.preamble.start + place
                    yield Hit(Span(start, start + len(promised)), {"promised": promised})
