"""Where findings go: standard output whatever its encoding, or a file."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from typing import TextIO

from lint.cli.failure import Failure
from lint.engine.result import FileResult
from lint.files.loading import open_stream
from lint.files.search import shown
from lint.messages.failures import why_unwritable
from lint.messages.words import Words


@contextmanager
def opened(path: str | None, *, machine: bool, words: Words, beside: bool = False) -> Iterator[TextIO]:
    """The stream for findings: a file in UTF-8, or standard output, in UTF-8 for ``machine`` formats.

    A file is put in its place at the end, and stays as it was where the run fails; a pipe or a terminal is written to.
    With ``beside`` it is standard error, because standard output carries the fixed draft.
    """
    if path is None and beside:
        yield sys.stderr
        return
    if path is None:
        yield standard_output(machine=machine)
        sys.stdout.flush()
        return
    with ExitStack() as stack:
        with told(path, words):
            stream = stack.enter_context(_written(path))
        yield stream
        with told(path, words):
            stack.close()


@contextmanager
def _written(path: str) -> Iterator[TextIO]:
    """The stream of a file, pipe or terminal; raises OSError."""
    from lint.files.writing import closing, replacing  # noqa: PLC0415 - most runs write to standard output

    descriptor = open_stream(path)
    if descriptor is not None:
        with closing(open(descriptor, "w", encoding="utf-8", errors="replace", newline="\n")) as stream:
            yield stream
        return
    with replacing(path) as file:
        text = TextIOWrapper(file, encoding="utf-8", errors="replace", newline="\n")
        yield text
        text.detach()  # flushed, and the file is left to be put in place


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
