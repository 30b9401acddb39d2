"""Many drafts, in order, on as many processes as help."""

import gc
import os
from collections.abc import Iterator, Sequence

from lint.engine.check_file import check_file, recall_file
from lint.engine.processes.job import Task
from lint.engine.result import FileResult
from lint.files.search import STDIN

FEW = 60
"""Below this number of drafts, starting processes or reading a cache of findings costs more than it saves."""

MANY = 500
"""Drafts that are looked up in the cache before those that it does not know are checked."""


def check_files(paths: Sequence[str], task: Task, *, jobs: int) -> Iterator[FileResult]:
    """The result of each path, in the order of the paths whatever the number of processes."""
    if len(paths) > 1:
        collect_rarely()
    if not task.cache or task.cache.shelf.empty or STDIN in paths:
        yield from _check_files(paths, task, jobs)
        return
    for start in range(0, len(paths), MANY):
        window = paths[start : start + MANY]
        known = {path: result for path in window if (result := recall_file(path, task))}
        others = _check_files([path for path in window if path not in known], task, jobs)
        yield from (known.get(path) or next(others) for path in window)
        next(others, None)  # it has no more, and ends its processes in order


def collect_rarely() -> None:
    """Collect garbage, for many drafts leave much, but never look at the rules, and seldom: a draft is soon over."""
    if not gc.get_freeze_count():  # once: what a run leaves to the next is garbage
        gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


def _check_files(paths: Sequence[str], task: Task, jobs: int) -> Iterator[FileResult]:
    if jobs > 1 and len(paths) >= FEW and STDIN not in paths:
        from lint.engine.processes.workers import check_in_processes  # noqa: PLC0415 - a third of the start-up time, and few runs need it

        yield from check_in_processes(paths, task, min(jobs, len(paths) // (FEW // 2)))
        return
    for path in paths:
        yield check_file(path, task)


def processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
