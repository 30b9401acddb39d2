"""Workers whose parent was killed: they end at once, between two drafts or once a file is in its place."""

import multiprocessing
import os
import threading

from lint.files.signals import undisturbed
from lint.files.writing import at_rest

_PAUSE = 0.2
"""Seconds between two looks at the parent."""
_ORPHANED = 1
_began: list[int] = []


def follow_parent() -> None:
    """End this process soon after the one that started it, however either was started."""
    _began[:] = [os.getppid()]
    with undisturbed():  # the thread must not take a signal that the other one holds back
        threading.Thread(target=_watch, daemon=True).start()


def end_as_orphan() -> None:
    """End this process if the one that started it is gone, once no file is half written."""
    if _is_orphan():
        with at_rest():
            os._exit(_ORPHANED)


def _watch() -> None:
    parent = multiprocessing.parent_process()
    while parent is not None:
        # A sibling that was forked later holds the parent's end of the pipe that would tell: the number tells as well.
        parent.join(_PAUSE)
        end_as_orphan()


def _is_orphan() -> bool:
    """Whether the parent ended: its pipe is closed, or, where the system has adopted this process, it has another."""
    parent = multiprocessing.parent_process()
    return parent is not None and (not parent.is_alive() or _began[:1] not in ([], [os.getppid()]))
