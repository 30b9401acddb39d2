"""Many drafts, in order, on as many processes as help."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from lint.drafting import FixError, check, recall
from lint.files import STDIN, free_copy, shown
from lint.genres import UnknownGenreError
from lint.linter import LintError
from lint.loading import MOST_BYTES, is_given, read_file, read_stream
from lint.result import FileResult
from lint.source import DecodeError
from lint.task import Task
from lint.words import unknown_genre, why_unreadable, why_unwritable, words_for
from lint.writing import UnwritableError, replace_file

if TYPE_CHECKING:
    from lint.cache import Entries

FEW = 60
"""Below this number of drafts, starting processes or reading a cache of findings costs more than it saves."""

MANY = 500
"""Drafts that are looked up in the cache before those that it does not know are checked."""


def check_files(paths: Sequence[str], task: Task, *, jobs: int) -> Iterator[FileResult]:
    """The result of each path, in the order of the paths whatever the number of processes."""
    if len(paths) > 1:
        _collect_rarely()
    if not task.cache or task.cache.empty or STDIN in paths:
        yield from _check_files(paths, task, jobs)
        return
    for start in range(0, len(paths), MANY):
        window = paths[start : start + MANY]
        known = {path: result for path in window if (result := _recall(path, task))}
        others = _check_files([path for path in window if path not in known], task, jobs)
        yield from (known.get(path) or next(others) for path in window)


def _collect_rarely() -> None:
    """Collect garbage, for many drafts leave much, but never look at the rules, and seldom: a draft is soon over."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


def _check_files(paths: Sequence[str], task: Task, jobs: int) -> Iterator[FileResult]:
    if jobs > 1 and len(paths) >= FEW and STDIN not in paths:
        yield from _in_processes(paths, task, jobs)
        return
    for path in paths:
        yield check_file(path, task)


def _recall(path: str, task: Task) -> FileResult | None:
    """The result of a draft that is known and can be read; who checks the others says what is wrong with them."""
    if is_given(path):  # what comes through a pipe comes once
        return None
    try:
        return recall(read_draft(path), shown(path), task)
    except (OSError, DecodeError, MemoryError):
        return None


def check_file(path: str, task: Task) -> FileResult:
    """The findings of one draft, or the error that kept it from being checked; never raises for a draft's sake.

    To fix a draft is to write it back; standard input comes back as the result's ``fixed`` whatever became of it.
    """
    name = shown(task.stdin_name if path == STDIN else path)
    data = None
    try:
        data = read_draft(path)
        result = check(data, name, task)
        if task.mode == "fix" and result.fixed is not None and path != STDIN:
            _write(path, result.fixed)
            return msgspec.structs.replace(result, fixed=None)
        if result.annotated is not None:
            copy = free_copy(path)
            _write(copy, result.annotated)
            return msgspec.structs.replace(result, annotated=None, copy=shown(copy))
    except Exception as error:
        result = FileResult(name, error=why_unchecked(error, task))
    if path == STDIN and task.mode == "fix" and result.fixed is None:
        return msgspec.structs.replace(result, fixed=data or b"")
    return result


def check_data(data: bytes, name: str, task: Task) -> FileResult:
    """The findings in a draft's bytes, or the error that kept it from being checked; no file is touched."""
    try:
        return check(data, name, task)
    except Exception as error:
        return FileResult(name, error=why_unchecked(error, task))


def _write(path: str, fixed: bytes) -> None:
    """Put a fixed draft in the place of the one that was read; raises UnwritableError."""
    try:
        replace_file(path, fixed)
    except OSError as error:
        raise UnwritableError(error) from error


def why_unchecked(error: Exception, task: Task) -> str:
    """Why a draft could not be checked or written, in words; an unexpected error is raised for who is debugging."""
    words = words_for(task.lang)
    if isinstance(error, UnwritableError):
        return why_unwritable(error.reason, words)
    if isinstance(error, OSError | DecodeError | MemoryError):
        return why_unreadable(error, words)
    if isinstance(error, FixError):
        return words.not_restorable.format(encoding=error)
    if isinstance(error, UnknownGenreError):
        return unknown_genre(error.name, task.rulebook.genres, words)
    if isinstance(error, LintError):
        return words.timeout.format(rule=error.rule, reason=error.reason)
    if debugging():
        raise error
    return words.internal.format(reason=describe(error))


def debugging() -> bool:
    """Whether unexpected errors are wanted as they are."""
    return os.environ.get("WENGAO_LINT_DEBUG") == "1"


def describe(error: BaseException) -> str:
    """An unexpected error on one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}".removesuffix(": ")


def processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_draft(path: str) -> bytes:
    """The bytes of a draft, or of standard input."""
    if path == STDIN:
        return read_stream(sys.stdin.buffer, MOST_BYTES)
    return read_file(path, MOST_BYTES)


def _in_processes(paths: Sequence[str], task: Task, jobs: int) -> Iterator[FileResult]:
    import multiprocessing  # noqa: PLC0415 - a third of the start-up time, and few drafts need neither
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - the same
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - the same

    # A forked worker has the rules already; elsewhere they travel once, with its start.
    method = "fork" if sys.platform == "linux" else None
    workers = min(jobs, len(paths) // (FEW // 2))
    context = multiprocessing.get_context(method)
    done = 0
    pool = ProcessPoolExecutor(workers, context, initializer=_start, initargs=(task,))
    try:
        for result, noted in pool.map(_check, paths, chunksize=max(1, min(16, len(paths) // (workers * 4)))):
            if task.cache:
                task.cache.add(noted)
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
    _task = task


def _check(path: str) -> tuple[FileResult, "Entries"]:
    """The result of a draft, and what it adds to the cache."""
    return check_file(path, _task), _task.cache.take() if _task.cache else {}
