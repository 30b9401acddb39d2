"""Drafts on several processes, in order; imported where that pays, for it is slow to load."""

import multiprocessing
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from lint.engine.check_file import check_file
from lint.engine.processes.job import Task
from lint.engine.processes.orphans import end_as_orphan, follow_parent
from lint.engine.result import FileResult
from lint.files.signals import STOPS, at_stop, default_at_stop, undisturbed

if TYPE_CHECKING:
    from lint.engine.kept.entry_file import Entries

METHOD = "fork" if sys.platform == "linux" else None
"""How a worker is started: forked, it has the rules already; elsewhere they travel once, with its start."""


def check_in_processes(paths: Sequence[str], task: Task, workers: int) -> Iterator[FileResult]:
    """The result of each path, in the order of the paths; of drafts whose process was killed, from this one."""
    context = multiprocessing.get_context(METHOD)
    done = 0
    pool = ProcessPoolExecutor(workers, context, initializer=_start, initargs=(task,))
    try:
        with at_stop(_end_workers):
            with undisturbed():  # a worker would answer a stop that came before it was prepared
                results = pool.map(_check, paths, chunksize=max(1, min(16, len(paths) // (workers * 4))))
            for result, noted in results:
                if task.cache:
                    task.cache.shelf.add(noted)
                yield result
                done += 1
            pool.shutdown()
    except BrokenProcessPool:  # a worker was killed, for want of memory perhaps: this process has what is left
        pass
    except BaseException:  # a closed pipe, a full disk: an interrupt must not meet half a clean-up
        for number in STOPS:
            signal.signal(number, signal.SIG_IGN)
        _end_workers()
        # Not waited for: the pool would for ever await the rest of what a worker was handing over.
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    for path in paths[done:]:
        yield check_file(path, task)


def _end_workers() -> None:
    """Stop the workers; each finishes the draft that it is writing."""
    threading.excepthook = lambda _: None  # the pool's own thread finds its workers gone, and would say so
    workers = multiprocessing.active_children()
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join(_GRACE)


_GRACE = 10
"""Seconds for a worker to finish what it is writing."""

_task: Task


def _start(task: Task) -> None:
    """Prepare a worker."""
    global _task  # noqa: PLW0603 - a worker has no other memory between two drafts
    default_at_stop()
    follow_parent()
    _task = task


def _check(path: str) -> tuple[FileResult, "Entries"]:
    """The result of a draft, and what it adds to the cache."""
    end_as_orphan()
    return check_file(path, _task), _task.cache.shelf.take() if _task.cache else {}
