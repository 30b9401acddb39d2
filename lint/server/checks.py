"""The checks of open drafts, off the loop that talks to the editor: of each draft one at a time and the newest only."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from lint.engine.linter import CancelledError
from lint.engine.processes.job import Task
from lint.server.session import Analysis, OpenDraft

_THREADS = 4
"""So many drafts are checked side by side; one that takes long keeps no other waiting."""

Check = Callable[[OpenDraft, Task | None, Callable[[], bool]], Analysis]


class _Wanted:
    """One check; its ``result`` is None once it is cancelled."""

    def __init__(self, draft: OpenDraft, task: Task | None) -> None:
        self.draft = draft
        self.task = task
        self.cancelled = Event()
        self.result: asyncio.Future[Analysis | None] = asyncio.get_running_loop().create_future()

    def is_for(self, draft: OpenDraft, task: Task | None) -> bool:
        """Whether it is the check of a draft by a task."""
        return self.task is task and self.draft == draft

    def cancel(self) -> None:
        """Have it stop before its next rule; whoever waits for it is told at once."""
        self.cancelled.set()
        if not (self.result.done() or self.result.get_loop().is_closed()):
            self.result.set_result(None)


class Checks:
    """The newest check of each draft; for use on one event loop.

    A draft that changes cancels its check. The next one waits until that has stopped, and what comes meanwhile takes
    the place of what waits.
    """

    def __init__(self, check: Check) -> None:
        self._check = check
        self._threads = ThreadPoolExecutor(_THREADS, "check")
        self._newest: dict[str, _Wanted] = {}
        self._working: dict[str, asyncio.Task[None]] = {}

    def want(self, draft: OpenDraft, task: Task | None) -> "asyncio.Future[Analysis | None]":
        """What will be found in a draft; None as soon as another text or task is wanted, or the draft is dropped."""
        newest = self._newest.get(draft.uri)
        if newest is None or not newest.is_for(draft, task):
            self.drop(draft.uri)
            newest = self._newest[draft.uri] = _Wanted(draft, task)
            if draft.uri not in self._working:
                self._working[draft.uri] = asyncio.ensure_future(self._work(draft.uri))
        return newest.result

    def change(self, draft: OpenDraft) -> None:
        """Cancel the check of another text of a draft."""
        newest = self._newest.get(draft.uri)
        if newest is not None and newest.draft != draft:
            self.drop(draft.uri)

    def drop(self, uri: str) -> None:
        """Cancel the check of a draft."""
        newest = self._newest.pop(uri, None)
        if newest is not None:
            newest.cancel()

    def stop(self) -> None:
        """Cancel all checks for good; a thread in the middle of a rule is not waited for."""
        for uri in [*self._newest]:
            self.drop(uri)
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _work(self, uri: str) -> None:
        """Check a draft until what is newest has been checked."""
        while (wanted := self._newest.get(uri)) is not None and not wanted.result.done():
            try:
                found = await asyncio.get_running_loop().run_in_executor(
                    self._threads, self._check, wanted.draft, wanted.task, wanted.cancelled.is_set
                )
            except CancelledError:
                wanted.cancel()
            except Exception as error:
                _settle(wanted, error)
            else:
                _settle(wanted, found)
        del self._working[uri]


def _settle(wanted: _Wanted, outcome: Analysis | Exception) -> None:
    """Hand over what came of a check, unless it was cancelled meanwhile."""
    if wanted.result.done():
        return
    if isinstance(outcome, Exception):
        wanted.result.set_exception(outcome)
        wanted.result.exception()  # asked for here, so that it is no mistake if nobody else asks
    else:
        wanted.result.set_result(outcome)
