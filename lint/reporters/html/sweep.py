"""Marks that overlap as they like, and the stretches of text between their ends, in one pass."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from lint.text.source import Span


class Boundary(NamedTuple):
    """Something that holds for a span of the source."""

    span: Span
    kind: Literal["finding", "related", "style", "anchor", "mended"]
    value: int | str


class Sweep:
    """Goes through the source once; knows which marks hold where it stands, and which were passed without text."""

    def __init__(self, marks: Sequence[Boundary]) -> None:
        self._opening = sorted(marks, key=lambda mark: mark.span.start)
        self._offsets = sorted({offset for mark in marks for offset in mark.span})
        self._next = 0
        self._open: list[Boundary] = []
        self._shown: set[int] = set()

    def cuts(self, start: int, end: int) -> list[int]:
        """The offsets inside a range where a mark begins or ends."""
        return self._offsets[bisect_right(self._offsets, start) : bisect_left(self._offsets, end)]

    def reach(self, offset: int) -> list[Boundary]:
        """Go on to an offset; the marks that ended on the way and had no text."""
        while self._next < len(self._opening) and self._opening[self._next].span.start <= offset:
            self._open.append(self._opening[self._next])
            self._next += 1
        ended = [mark for mark in self._open if mark.span.end <= offset]
        if not ended:
            return []
        self._open = [mark for mark in self._open if mark.span.end > offset]
        return [mark for mark in ended if id(mark) not in self._shown]

    def active(self) -> list[Boundary]:
        """The marks that hold where the sweep stands; from now on they have text."""
        self._shown.update(map(id, self._open))
        return self._open

    def rest(self) -> list[Boundary]:
        """Go to the end; the marks that never had text."""
        left = [*self._open, *self._opening[self._next :]]
        self._open, self._next = [], len(self._opening)
        return [mark for mark in left if id(mark) not in self._shown]
