"""Whether the items of a list before the last end alike, as in ；."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Hit
from lint.checks.shared.item_ends import end_hit, end_mark, is_sentence, paragraph_of
from lint.checks.shared.selection import Selection
from lint.document.tree import Document, Series

_ALIKE = 3  # items of a list before its last: two that agree, and one that does not


class ListEndMarks(Selection, frozen=True):
    """Runs of one-sentence items with different marks before the last item, and one ； among paragraphs that end in 。.

    Of items inside one paragraph a single one that ends otherwise than all the others is reported.
    """

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the end mark of the first item that fails."""
        for series in self.selected(document):
            if series.items[0].inline:
                yield from _odd_inside(document, series)
            elif len(series.items) > 2 and all(is_sentence(document, item) for item in series.items):
                yield from _odd_among(document, series)
            elif len(series.items) > 2:
                yield from _goes_on(document, series)
                yield from _stops(document, series)


def _odd_among(document: Document, series: Series) -> Iterator[Hit]:
    """The end of the first item before the last that does not end as most do."""
    before = series.items[:-1]
    ends = [end_mark(document, item) for item in before]
    if {"；", "。"} <= set(ends):
        common = "；" if ends.count("；") >= ends.count("。") else "。"
        item, end = next((item, end) for item, end in zip(before, ends, strict=True) if end in "；。" and end != common)
        yield end_hit(item, end, common)


def _goes_on(document: Document, series: Series) -> Iterator[Hit]:
    """The end of the one paragraph in ； where all its siblings, some of several sentences, end in 。."""
    ends = [paragraph_of(document, item)[-1:] for item in series.items]
    if ends.count("；") == 1 and ends.count("。") == len(ends) - 1:
        item = series.items[ends.index("；")]
        several = len(ends) > _ALIKE or "。" in paragraph_of(document, item)
        if several and not item.children and item.span.end == document.reading.blocks[item.block].end:
            yield end_hit(item, "；", "。")


def _stops(document: Document, series: Series) -> Iterator[Hit]:
    """The end of the one item before the last that stops at 。 where all others before it go on with ；."""
    *before, last = series.items
    ends = [paragraph_of(document, item)[-1:] for item in before]
    goes_on = len(ends) >= _ALIKE and ends.count("。") == 1 and ends.count("；") == len(ends) - 1
    if not goes_on or paragraph_of(document, last)[-1:] != "。":
        return
    item = before[ends.index("。")]
    if paragraph_of(document, item).count("。") == 1 and not any(one.children for one in before):
        yield end_hit(item, "。", "；")


def _odd_inside(document: Document, series: Series) -> Iterator[Hit]:
    """The end of the one item of a paragraph's list that differs from the others: 一是…；二是…，三是…；四是…."""
    *before, _ = series.items
    if len(before) < _ALIKE or len({item.block for item in series.items}) > 1 or any(item.children for item in before):
        return
    ends = [end_mark(document, item) for item in before]
    for mark, other in (("；", "，"), ("；", "。"), ("。", "；")):
        if ends.count(mark) == len(ends) - 1 and other in ends:
            item = before[ends.index(other)]
            if "。" not in (mark, other) or all("。" not in document.slice(one.span)[:-1] for one in before):
                yield end_hit(item, other, mark)
