"""The time that a rule may take on a draft: processor time, looked at between two steps, for nothing interrupts one."""

import time
from collections.abc import Iterable, Iterator
from typing import Literal, TypeVar

from lint.text.bounds import BOUNDS, Bounds

T = TypeVar("T")

Cause = Literal["rule", "draft", "memory"]

_FOR_EVER = 1e8
"""Seconds of a thread that no thread reaches; patterns take no infinite time."""
_SOME = 64
"""Elements between two looks at the clock, which cost as much as a few of them."""


class Overrun(Exception):  # noqa: N818 - what happened is no error of anyone's
    """A rule that wants more than it may have: ``seconds`` for the rule or all of the draft, or memory for a pattern.

    ``pattern`` is the one that was being searched for, if any.
    """

    def __init__(self, cause: Cause, seconds: float = 0.0, pattern: str = "") -> None:
        super().__init__(cause, seconds, pattern)
        self.cause = cause
        self.seconds = seconds
        self.pattern = pattern


class Clock:
    """The time for the rules on a draft of some code points, and for the one that runs: it begins when it is made."""

    def __init__(self, length: int, bounds: Bounds = BOUNDS) -> None:
        self.restart(length, bounds)

    def restart(self, length: int, bounds: Bounds) -> None:
        """Begin anew, with the bounds of a run."""
        stretches = max(1.0, length / bounds.stretch)
        self._rule = bounds.rule_seconds * stretches
        self._draft = bounds.draft_seconds * stretches
        now = time.thread_time()
        self._end = now + self._draft
        self._until = min(now + self._rule, self._end)

    def stop(self) -> None:
        """Let whatever follows take its time, on whichever thread."""
        self._end = self._until = _FOR_EVER

    def start(self) -> None:
        """Give the next rule its time; raises Overrun when the draft's is over."""
        self._until = min(time.thread_time() + self._rule, self._end)
        self.remaining()

    def extend(self, seconds: float) -> None:
        """Give the rule more time, as far as there is any for the draft."""
        self._until = min(self._until + seconds, self._end)

    def remaining(self, pattern: str = "") -> float:
        """Seconds that are left, for a pattern if one is named; raises Overrun where none are."""
        left = self._until - time.thread_time()
        if left <= 0:
            raise self.overrun(pattern)
        return left

    def overrun(self, pattern: str = "") -> Overrun:
        """What to raise where the time is over."""
        if time.thread_time() >= self._end:
            return Overrun("draft", self._draft, pattern)
        return Overrun("rule", self._rule, pattern)

    def paid(self, steps: Iterable[T]) -> Iterator[T]:
        """The steps of a rule, the clock looked at before each; what the caller does with it takes none of its time.

        Raises Overrun.
        """
        for step in steps:
            self.remaining()
            begun = time.thread_time()
            yield step
            self.extend(time.thread_time() - begun)

    def watched(self, steps: Iterable[T]) -> Iterator[T]:
        """The steps of some work, the clock looked at now and then; raises Overrun."""
        for count, step in enumerate(steps):
            if not count % _SOME:
                self.remaining()
            yield step
