"""The time for rules, by a clock that goes on by a second whenever it is looked at."""

from collections import deque
from collections.abc import Iterator
from itertools import count
from types import SimpleNamespace

import pytest

from lint.text.bounds import Bounds
from lint.text.clock import Clock, Overrun

BOUNDS = Bounds(rule_seconds=3, draft_seconds=10, stretch=100)


@pytest.fixture(autouse=True)
def seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = count()
    monkeypatch.setattr("lint.text.clock.time", SimpleNamespace(thread_time=lambda: float(next(looks))))


def stopped(clock: Clock, pattern: str = "") -> tuple[object, ...]:
    """How looking at a clock again and again ends."""
    try:
        while True:
            clock.remaining(pattern)
    except Overrun as error:
        return error.cause, error.seconds, error.pattern


def test_a_rule_has_its_time_and_the_next_one_as_much() -> None:
    clock = Clock(50, BOUNDS)
    assert [clock.remaining(), clock.remaining()] == [2, 1]
    assert stopped(clock, "甲+") == ("rule", 3, "甲+")
    clock.start()
    assert clock.remaining() == 1


def test_a_draft_has_its_time_whatever_rules_have() -> None:
    clock = Clock(50, BOUNDS)
    for _ in range(4):
        clock.start()
    assert stopped(clock) == ("draft", 10, "")
    with pytest.raises(Overrun):
        clock.start()


def test_a_long_draft_has_more_in_proportion() -> None:
    assert stopped(Clock(250, BOUNDS)) == ("rule", 7.5, "")


def test_work_is_watched_at_its_first_step_and_now_and_then() -> None:
    done: list[int] = []
    with pytest.raises(Overrun):
        deque(map(done.append, Clock(50, BOUNDS).watched(range(1000))), maxlen=0)
    assert done == [*range(128)]


def test_what_is_done_with_a_step_takes_none_of_the_rules_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("lint.text.clock.time", SimpleNamespace(thread_time=lambda: now[0]))

    def steps() -> Iterator[int]:
        for step in range(9):
            now[0] += 1
            yield step

    done: list[int] = []

    def work(step: int) -> None:
        done.append(step)
        now[0] += 10

    paid = Clock(50, Bounds(rule_seconds=2.5, draft_seconds=100)).paid(steps())
    with pytest.raises(Overrun) as caught:
        deque(map(work, paid), maxlen=0)
    assert (done, caught.value.cause) == ([0, 1], "rule")
