"""Where findings go: standard output whatever its encoding, or a file."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from lint.cli.failure import Failure
from lint.engine.result import FileResult
from lint.files.search import shown
from lint.messages.messages import Words, why_unwritable


@contextmanager
def opened(path: str | None, *, machine: bool, words: Words, beside: bool = False) -> Iterator[TextIO]:
    """The stream for findings: a file in UTF-8, or standard output, in UTF-8 for ``machine`` formats.

    With ``beside`` it is standard error, because standard output carries the fixed draft.
    """
    if path is None and beside:
        yield sys.stderr
        return
    if path is None:
        yield standard_output(machine=machine)
        sys.stdout.flush()
        return
    with told(path, words), open(path, "w", encoding="utf-8", errors="replace", newline="\n") as file:
        yield file


@contextmanager
def told(path: str | None, words: Words) -> Iterator[None]:
    """Turn what hinders writing to a file into a Failure; what hinders standard output is told where all of it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if path is None:
            raise
        raise Failure([f"{shown(path)}: {why_unwritable(error, words)}"]) from error


def standard_output(*, machine: bool = False) -> TextIO:
    """Standard output that never fails for a character that the console cannot show."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace", **({"encoding": "utf-8"} if machine else {}))
    return sys.stdout


def passed_on(results: Iterable[FileResult]) -> Iterator[FileResult]:
    """Results, the fixed text of standard input written to standard output in its own bytes on the way."""
    for result in results:
        if result.fixed is not None:
            sys.stdout.buffer.write(result.fixed)
            sys.stdout.buffer.flush()
        yield result


def colored(when: str, stream: TextIO) -> bool:
    """Whether to use colours: always, never, or on a terminal that has them where NO_COLOR is not set."""
    if when != "auto":
        return when == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
