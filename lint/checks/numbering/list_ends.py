"""Whether the items of a list end as items of a list do: all but the last in ；, the last in 。."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar, Literal

from lint.analysis.paragraphs import headed_blocks
from lint.checks.base import Hit
from lint.checks.selection import Selection
from lint.document.markers import ARTICLE
from lint.document.tree import Document, Item, Series
from lint.text.edit import Edit
from lint.text.source import Span

_ALIKE = 3  # items of a paragraph's list before its last: two that agree, and one that does not


class ListEnds(Selection, frozen=True):
    """Runs of one-sentence items: ``mixed`` marks among the items before the last, or a ``last`` one in ；.

    Of items inside one paragraph a single one that ends otherwise than all the others is ``mixed``.
    """

    report: Literal["mixed", "last"] = "last"

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the end mark of the first item that fails."""
        for series in self.selected(document):
            if self.report == "mixed" and series.items[0].inline:
                yield from _odd_inside(document, series)
                continue
            if len(series.items) < 2 or not (
                all(_is_sentence(document, item) for item in series.items)
                or (self.report == "last" and _ends(document, series) in ";；" and _fills_paragraph(document, series))
            ):
                continue
            ends = [document.text[item.span.end - 1] for item in series.items]
            if self.report == "last":
                if all(end in ";；" for end in ends) and not _goes_on_above(document, series):
                    yield _hit(series.items[-1], ends[-1], "。")
            elif len(ends) > 2 and {"；", "。"} <= set(ends[:-1]):
                common = "；" if ends[:-1].count("；") >= ends[:-1].count("。") else "。"
                place = next(index for index, end in enumerate(ends) if end in "；。" and end != common)
                yield _hit(series.items[place], ends[place], common)


def _odd_inside(document: Document, series: Series) -> Iterator[Hit]:
    """The end of the one item of a paragraph's list that differs from the others: 一是…；二是…，三是…；四是…."""
    *before, _ = series.items
    if len(before) < _ALIKE or len({item.block for item in series.items}) > 1 or any(item.children for item in before):
        return
    ends = [document.text[item.span.end - 1] for item in before]
    for mark, other in (("；", "，"), ("；", "。"), ("。", "；")):
        if ends.count(mark) == len(ends) - 1 and other in ends:
            item = before[ends.index(other)]
            if "。" not in (mark, other) or all("。" not in document.slice(one.span)[:-1] for one in before):
                yield _hit(item, other, mark)


def _goes_on_above(document: Document, series: Series) -> bool:
    """Whether the item that holds a list is itself one of a list that goes on: （一）…：1.…；2.…；（二）…."""
    if series.parent is None or series.parent.marker.family is ARTICLE:
        return False
    following = document.derive(_following, lambda: _following(document)).get(series.parent.span.start)
    if following is None or following.inline:
        return False
    text = document.text[following.span.start : document.reading.blocks[following.block].end]
    return text[-1] in ";；。" and "。" not in text[:-1]


def _following(document: Document) -> dict[int, Item]:
    """The sibling after each item, by the place where the item begins."""
    return {item.span.start: other for series in document.series for item, other in pairwise(series.items)}


def _is_sentence(document: Document, item: Item) -> bool:
    """Whether an item is one paragraph without children or inner full stops."""
    if item.inline or item.children:
        return False
    text = document.slice(item.span)
    return "\n" not in text and "。" not in text[:-1]


def _ends(document: Document, series: Series) -> str:
    return document.text[series.items[-1].span.end - 1]


def _fills_paragraph(document: Document, series: Series) -> bool:
    """Whether a series stands in one paragraph, to its end, without a full stop, and the next begins something new."""
    first, last = series.items[0], series.items[-1]
    blocks = document.reading.blocks
    after = last.block + 1
    heads = headed_blocks(document)
    return (
        all(item.block == first.block and not item.children for item in series.items)
        and last.span.end == blocks[last.block].end
        and "。" not in document.text[first.span.start : last.span.end]
        and (after in heads or after == len(blocks) or blocks[after].kind == "heading")
    )


def _hit(item: Item, found: str, expected: str) -> Hit:
    place = Span(item.span.end - 1, item.span.end)
    return Hit(place, {"found": found, "expected": expected}, edits=(Edit(place, expected),))
