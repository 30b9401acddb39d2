"""What a function takes, in steps that are counted and not in seconds that vary: for tests of growth."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(function: Callable[..., object], *args: object) -> int:
    """The calls of Python functions and the lines (each round of a loop anew) that a call of a function takes.

    What runs in C counts for nothing, whatever its length. What is done only once in a process (imports, caches)
    counts too: call the function beforehand where that would tell.
    """
    count = 0

    def trace(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        count += event in ("call", "line")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(*args)
    finally:
        sys.settrace(before)
    return count
