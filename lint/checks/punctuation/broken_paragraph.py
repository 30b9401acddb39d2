"""Whether a paragraph breaks off at a comma."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import SHORTEST_PROSE, headed_blocks
from lint.checks.base import Check, Hit
from lint.checks.shared.item_ends import PAUSES, paused_items
from lint.document.tree import Document
from lint.formats.blocks import PROSE
from lint.text.source import Span


class BrokenParagraph(Check, frozen=True):
    """Paragraphs that break off at a comma, before a numbered one or at the end; no items among such as end in ；."""

    values: ClassVar[frozenset[str]] = frozenset({"text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the last character of each."""
        text, blocks = document.text, document.reading.blocks
        items = {item.span.end for series in document.series for item in paused_items(document, series)}
        for index, block in enumerate(blocks):
            after = index + 1
            if (
                text[block.end - 1 : block.end] in PAUSES
                and block.end not in items
                and block.kind in PROSE
                and block.kind != "heading"
                and block.end - block.start > SHORTEST_PROSE
                and (after in headed_blocks(document) or after == len(blocks) or blocks[after].kind == "heading")
            ):
                paragraph = text[text.rfind("\n", 0, block.end) + 1 : block.end]
                yield Hit(Span(block.end - 1, block.end), {"text": paragraph[-8:]})
