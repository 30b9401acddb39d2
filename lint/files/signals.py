"""Signals to stop: they end the process at once, never by an exception, and never while something is half done.

An exception from a handler may arise in any line of Python, also in one that C code has called, and not all C code
bears that; see docs/decisions/0011-signals.md.
"""

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from types import FrameType

STOPS = [signal.SIGINT, signal.SIGTERM] + ([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])
_OF_PYTHON = (signal.SIG_DFL, signal.default_int_handler)
_STATUS = 128
"""Added to the number of a signal, it is the exit status of a process that the signal ended."""

_held: list[None] = []
"""One for each block that is not to be disturbed, of any thread."""
_waiting: list[int] = []
"""Signals that came meanwhile."""
_tidying: list[Callable[[], object]] = []


def end_at_stop() -> None:
    """From now on a signal to stop ends this process; one that was ignored when it started stays ignored (nohup)."""
    for number in STOPS:
        if signal.getsignal(number) in _OF_PYTHON:
            signal.signal(number, _end)


def default_at_stop() -> None:
    """Undo ``end_at_stop`` and ``undisturbed`` in a worker, whose parent alone answers an interrupt."""
    for number in STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN or number == signal.SIGTERM:
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


@contextlib.contextmanager
def at_stop(tidy: Callable[[], object]) -> Iterator[None]:
    """What is to be done when a signal ends the process within the block; what it raises is passed over.

    It runs between any two lines of the block: it may remove a file or end a process, and must not wait for a lock.
    """
    _tidying.append(tidy)
    try:
        yield
    finally:
        _tidying.remove(tidy)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """A signal to stop waits for the end of the block, in a process forked in it for ``default_at_stop``."""
    with _blocked():
        _held.append(None)
        try:
            yield
        finally:
            _held.pop()
            if _waiting and not _held:
                _end(_waiting.pop(), None)


@contextlib.contextmanager
def _blocked() -> Iterator[None]:
    """Keep signals to stop from this thread, and from processes that it forks, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(number: int, _frame: FrameType | None) -> None:
    """End the process with the status of a signal; output that is not written yet is lost."""
    if _held:  # by another thread, or where signals cannot be blocked
        _waiting.append(number)
        return
    with contextlib.suppress(ValueError):  # in another thread, where no handler runs
        for each in STOPS:  # a second one must not meet half a clean-up
            signal.signal(each, signal.SIG_IGN)
    for tidy in reversed(_tidying):
        with contextlib.suppress(Exception):
            tidy()
    os._exit(_STATUS + number)
