"""How many numbered levels a draft has (GB/T 9704-2012 7.3.3 knows four)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document, Item

_COUNTED = {
    "han",
    "han_paren",
    "digit",
    "digit_paren",
    "digit_half_paren",
    "han_half_paren",
    "dotted1",
    "dotted2",
    "dotted3",
    "dotted4",
}


class LevelDepth(Check, frozen=True):
    """Items at the head of paragraphs that lie deeper than ``most`` numbered levels; ① and a. do not count."""

    most: int = 4

    values: ClassVar[frozenset[str]] = frozenset({"marker", "depth", "most"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first item of each run that lies too deep."""
        if max((item.depth for item in document.items), default=0) <= self.most:
            return
        for part in document.parts:
            for item in part.items:
                yield from self._deep(document, item, 0)

    def _deep(self, document: Document, item: Item, above: int) -> Iterator[Hit]:
        depth = above + (item.marker.family.name in _COUNTED and not item.inline)
        if depth > self.most:
            yield Hit(
                item.sign,
                {"marker": document.slice(item.marker.span), "depth": str(depth), "most": str(self.most)},
            )
            return
        for child in item.children:
            hits = list(self._deep(document, child, depth))
            yield from hits
            if hits and depth == self.most:
                return
