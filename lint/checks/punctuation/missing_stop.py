"""Whether the paragraph of an item ends in a full stop as those of its siblings do."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.analysis.paragraphs import SHORTEST_PROSE
from lint.checks.base import Check, Hit
from lint.checks.shared.item_ends import is_bare, paragraph_of, stop_hit
from lint.document.families import ARTICLE
from lint.document.tree import Document, Item, Series
from lint.text.patterns.lazy import lazy

_ENOUGH = 2  # siblings that end in a full stop
_SELDOM = 8  # paragraphs with a full stop to one without
_FIELD = lazy(r"[^，。：；]{2,12}：")


class MissingStop(Check, frozen=True):
    """Articles and items whose paragraph lacks the full stop that those of the same markers have throughout a part.

    A paragraph is one of prose: of an article, with a heading before its text, or among siblings that all end in 。.
    """

    values: ClassVar[frozenset[str]] = frozenset({"text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the last character of each."""
        alike: dict[tuple[int, str], list[Series]] = defaultdict(list)
        for series in document.clock.watched(document.series):
            if not series.quoted and not series.items[0].inline:
                alike[series.part, series.family.name].append(series)
        hits = (hit for group in alike.values() for hit in _in_group(document, group))
        yield from sorted(hits, key=lambda hit: hit.span)


def _in_group(document: Document, group: Sequence[Series]) -> Iterator[Hit]:
    stopped = [[item for item in series.items if _is_stopped(document, item)] for series in group]
    bare = [
        (item, ends)
        for series, ends in zip(group, stopped, strict=True)
        for item in series.items
        if _is_cut(document, item, series, only=_ENOUGH <= len(ends) == len(series.items) - 1)
    ]
    every = [item for ends in stopped for item in ends]
    if len(every) >= _ENOUGH and (len(bare) == 1 or _SELDOM * len(bare) <= len(every)):
        yield from (stop_hit(document, item, next(iter(ends or every))) for item, ends in bare)


def _is_stopped(document: Document, item: Item) -> bool:
    return paragraph_of(document, item).endswith("。")


def _is_cut(document: Document, item: Item, series: Series, *, only: bool) -> bool:
    """Whether the paragraph of an item without items below it is prose without an end, ``only`` it of its series."""
    text = paragraph_of(document, item)
    if item.inline or item.children or len(text) <= SHORTEST_PROSE or not is_bare(text[-1:]):
        return False
    alone = item.span.end == document.reading.blocks[item.block].end
    if not alone and item is not series.items[-1]:
        return False
    if item.run_in or item.marker.family is ARTICLE:
        return alone
    return only and _is_sentence(document, item)


def _is_sentence(document: Document, item: Item) -> bool:
    """Whether a paragraph without an inner full stop is more than a heading, or a field such as 牵头单位：."""
    text = document.text[item.marker.span.end : document.reading.blocks[item.block].end]
    return "，" in text and not _FIELD.match(text)
