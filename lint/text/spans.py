"""Places among spans that are in order and do not overlap."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from lint.text.source import Span


def is_within(spans: Sequence[Span], place: int) -> bool:
    """Whether a place (in code points) stands in one of some spans, which are in order and do not overlap."""
    index = bisect_right(spans, place, key=itemgetter(0)) - 1
    return index >= 0 and place < spans[index].end


def outermost(spans: Iterable[Span]) -> list[Span]:
    """Spans in order without those that stand in another one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept
