"""Checks of open drafts: one at a time for a draft, the newest only, and none waits for another draft's."""

import asyncio
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import cast

import pytest

from lint.engine.linter import CancelledError
from lint.engine.processes.job import Task
from lint.server.checks import Checks
from lint.server.session import Analysis, OpenDraft
from tests.server.editor import patiently

LIMIT = 60


class Work:
    """Stands for the checking of drafts: each text waits for its gate, then says whether it was cancelled."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.cancelled: list[str] = []
        self.gates: dict[str, Event] = {}

    def gate(self, text: str) -> Event:
        return self.gates.setdefault(text, Event())

    def check(self, draft: OpenDraft, _task: Task | None, cancelled: Callable[[], bool]) -> Analysis:
        self.begun.append(draft.text)
        assert self.gate(draft.text).wait(LIMIT)
        if cancelled():
            self.cancelled.append(draft.text)
            raise CancelledError
        if draft.text == "坏":
            raise KeyError(draft.text)
        return cast("Analysis", f"{draft.uri}: {draft.text}")


def draft(text: str, uri: str = "甲") -> OpenDraft:
    return OpenDraft(uri, 1, uri, text)


async def begun(work: Work, count: int) -> None:
    """Wait until so many checks have begun."""
    async with asyncio.timeout(LIMIT):
        while len(work.begun) < count:
            await asyncio.sleep(0)


def use(body: Callable[[Checks, Work], "asyncio.Future[None] | object"]) -> None:
    async def session() -> None:
        work = Work()
        checks = Checks(work.check)
        try:
            await cast("asyncio.Future[None]", body(checks, work))
        finally:
            checks.stop()
            for gate in work.gates.values():
                gate.set()

    asyncio.run(session())


def test_a_text_is_checked_once_however_often_it_is_wanted() -> None:
    async def body(checks: Checks, work: Work) -> None:
        first, second = checks.want(draft("一"), None), checks.want(draft("一"), None)
        assert first is second
        work.gate("一").set()
        assert await patiently(first) == "甲: 一"
        assert await patiently(checks.want(draft("一"), None)) == "甲: 一"
        assert work.begun == ["一"]

    use(body)


def test_of_many_edits_only_the_newest_is_checked_and_once_the_first_has_stopped() -> None:
    async def body(checks: Checks, work: Work) -> None:
        first = checks.want(draft("0"), None)
        await begun(work, 1)
        others = [checks.want(draft(str(number)), None) for number in range(1, 100)]
        assert [await patiently(each) for each in (first, *others[:-1])] == [None] * 99
        assert work.begun == ["0"]
        work.gate("99").set()
        work.gate("0").set()
        assert await patiently(others[-1]) == "甲: 99"
        assert (work.begun, work.cancelled) == (["0", "99"], ["0"])

    use(body)


def test_a_check_that_takes_long_keeps_no_other_draft_waiting() -> None:
    async def body(checks: Checks, work: Work) -> None:
        long = checks.want(draft("慢"), None)
        await begun(work, 1)
        work.gate("快").set()
        for number in range(20):
            assert await patiently(checks.want(draft("快", str(number)), None)) == f"{number}: 快"
        assert not long.done()
        work.gate("慢").set()
        assert await patiently(long) == "甲: 慢"

    use(body)


def test_a_draft_that_is_dropped_or_changed_is_told_at_once() -> None:
    async def body(checks: Checks, work: Work) -> None:
        for drop in (partial(checks.drop, "甲"), partial(checks.change, draft("二"))):
            result = checks.want(draft("一"), None)
            checks.change(draft("一"))
            assert not result.done()
            drop()
            assert await patiently(result) is None
            work.gate("一").set()
        assert await patiently(checks.want(draft("一"), None)) == "甲: 一"

    use(body)


def test_another_task_is_another_check() -> None:
    async def body(checks: Checks, work: Work) -> None:
        work.gate("一").set()
        task = cast("Task", object())
        assert await patiently(checks.want(draft("一"), None)) == "甲: 一"
        assert await patiently(checks.want(draft("一"), task)) == "甲: 一"
        assert await patiently(checks.want(draft("一"), task)) == "甲: 一"
        assert work.begun == ["一", "一"]

    use(body)


def test_what_goes_wrong_is_told_and_the_next_text_is_checked() -> None:
    async def body(checks: Checks, work: Work) -> None:
        work.gate("坏").set()
        work.gate("好").set()
        with pytest.raises(KeyError):
            await patiently(checks.want(draft("坏"), None))
        assert await patiently(checks.want(draft("好"), None)) == "甲: 好"

    use(body)


def test_to_stop_waits_for_no_check() -> None:
    async def body(checks: Checks, work: Work) -> None:
        running = checks.want(draft("慢"), None)
        await begun(work, 1)
        waiting = checks.want(draft("另"), None)
        checks.stop()
        assert (await patiently(running), await patiently(waiting)) == (None, None)
        assert work.begun == ["慢"]

    use(body)
