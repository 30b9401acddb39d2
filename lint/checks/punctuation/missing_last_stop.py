"""Whether the last item of a list ends in a full stop where the items before it end in ；."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.checks.shared.item_ends import end_mark, is_bare, is_sentence, stop_hit
from lint.document.tree import Document, Series


class MissingLastStop(Check, frozen=True):
    """The last of several items of one sentence each that has no end mark where all others end in ；."""

    values: ClassVar[frozenset[str]] = frozenset({"text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the last character of each."""
        for series in document.clock.watched(document.series):
            if len(series.items) > 2 and not series.quoted and not series.items[-1].inline:
                yield from _last(document, series)


def _last(document: Document, series: Series) -> Iterator[Hit]:
    *before, last = series.items
    if (
        all(is_sentence(document, item) for item in series.items)
        and all(end_mark(document, item) == "；" for item in before)
        and is_bare(end_mark(document, last))
        and last.span.end == document.reading.blocks[last.block].end
    ):
        yield stop_hit(document, last, before[-1])
