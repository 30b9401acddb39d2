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
from lint.engine.job import Task
from lint.engine.orphans import end_as_orphan, follow_parent
from lint.engine.result import FileResult
from lint.files.signals import admit, undisturbed

if TYPE_CHECKING:
    from lint.engine.entry_file import Entries

METHOD = "fork" if sys.platform == "linux" else None
"""How a worker is started: forked, it has the rules already; elsewhere they travel once, with its start."""


def check_in_processes(paths: Sequence[str], task: Task, workers: int) -> Iterator[FileResult]:
    """The result of each path, in the order of the paths; of drafts whose process was killed, from this one."""
    context = multiprocessing.get_context(METHOD)
    done = 0
    pool = ProcessPoolExecutor(workers, context, initializer=_start, initargs=(task,))
    try:
        with undisturbed():  # a worker would tell of a stop that came before it was prepared
            results = pool.map(_check, paths, chunksize=max(1, min(16, len(paths) // (workers * 4))))
        for result, noted in results:
            if task.cache:
                task.cache.shelf.add(noted)
            yield result
            done += 1
        pool.shutdown()
    except BrokenProcessPool:  # a worker was killed, for want of memory perhaps: this process has what is left
        pass
    except BaseException:  # an interrupt, a closed pipe: a second interrupt must not meet half a clean-up
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        threading.excepthook = lambda _: None  # the pool's own thread finds its workers gone, and would say so
        stopped = multiprocessing.active_children()
        for worker in stopped:
            worker.terminate()
        for worker in stopped:
            worker.join()
        # Not waited for: the pool would for ever await the rest of what a worker was handing over.
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    for path in paths[done:]:
        yield check_file(path, task)


_task: Task


def _start(task: Task) -> None:
    """Prepare a worker; the parent alone answers an interrupt."""
    global _task  # noqa: PLW0603 - a worker has no other memory between two drafts
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    admit()
    follow_parent()
    _task = task


def _check(path: str) -> tuple[FileResult, "Entries"]:
    """The result of a draft, and what it adds to the cache."""
    end_as_orphan()
    return check_file(path, _task), _task.cache.shelf.take() if _task.cache else {}
