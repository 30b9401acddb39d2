"""Whether a paragraph stands in a text twice."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.analysis.paragraphs import block_range
from lint.checks.base import Check, Hit, Place
from lint.document.automatic import head_of
from lint.document.families import ARTICLE, CHAPTER
from lint.document.tree import Document, Part
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_TAIL = 6  # characters
_ENDS = "。！？；…”）"
_JOINING = lazy("[、，；：“”和与及并的 \u3000]")
"""What may differ where a text was pasted and touched up: 甲、乙 for 甲和乙."""
_BOXES = lazy("[□☐◻][^□☐◻。]*[□☐◻]")
"""What is to be ticked in a form, where questions may have the same answers."""


class DuplicateParagraph(Check, frozen=True):
    """Paragraphs of ``least`` characters or more that end as sentences and say the same, but for numbers and joints.

    Articles may hold the same items word for word; where there are articles, only these are compared, and those of
    one chapter: two chapters may say the same of two matters.
    """

    least: int = 20

    values: ClassVar[frozenset[str]] = frozenset({"found", "count"})
    related_values: ClassVar[frozenset[str]] = frozenset({"found"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the second of each."""
        for part in document.parts:
            seen: dict[tuple[int, str], list[tuple[str, Span]]] = {}
            chapters = [item.span.start for item in document.items_of(part) if item.marker.family is CHAPTER]
            for text, span in self._paragraphs(document, part, self._alike(document, part)):
                said = bisect_right(chapters, span.start), _JOINING.sub("", text)
                seen.setdefault(said, []).append((text, span))
            for (text, first), *others in seen.values():
                if others:
                    values = {"found": text[:12], "count": str(len(others) + 1)}
                    places = (Place(first, values), *(Place(span, values) for _, span in others[1:]))
                    yield Hit(others[0][1], values, places)

    def _alike(self, document: Document, part: Part) -> list[int]:
        """The paragraphs that end like another one: few do, and only these are looked at."""
        text, blocks = document.text, document.reading.blocks
        by_end: dict[str, list[int]] = {}
        for index in document.clock.watched(block_range(document, part)):
            end = blocks[index].end
            by_end.setdefault(text[end - _TAIL : end], []).append(index)
        return sorted(index for alike in by_end.values() if len(alike) > 1 for index in alike)

    def _paragraphs(self, document: Document, part: Part, alike: Sequence[int]) -> Iterator[tuple[str, Span]]:
        if not alike:
            return
        aside = {*part.contents, *part.annex_list}
        regulates = ARTICLE.name in document.families and any(
            item.marker.family is ARTICLE for item in document.items_of(part)
        )
        for index in alike:
            block = document.reading.blocks[index]
            if block.kind not in PROSE or index in aside:
                continue
            if block.end - block.start < self.least or document.text[block.end - 1] not in _ENDS:
                continue
            if document.is_quoted(block.start) or _BOXES.search(document.text, block.start, block.end):
                continue
            head = head_of(document.text, block, document.reading.label_at(block.start))
            if regulates and (head is None or head.family is not ARTICLE):
                continue
            start = head.span.end if head else block.start
            text = document.text[start : block.end].lstrip("，、,.． \u3000").replace(" ", "").replace("\u3000", "")
            if len(text) >= self.least:
                yield text, Span(block.start, block.end)
