"""Many drafts, in order, on as many processes as help."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from functools import partial

from lint.files import STDIN, shown
from lint.genre_choice import NO_CHOICE, GenreChoice
from lint.genres import UnknownGenreError
from lint.linter import Language, LintError, lint
from lint.result import FileResult
from lint.rulebook import Rulebook
from lint.source import DecodeError, decode
from lint.words import unknown_genre, why_unreadable, words_for

FEW = 60
"""Below this number of drafts, starting processes costs more than it saves."""


def check_files(
    paths: Sequence[str],
    rulebook: Rulebook,
    lang: Language,
    *,
    jobs: int,
    stdin_name: str,
    genres: GenreChoice = NO_CHOICE,
) -> Iterator[FileResult]:
    """The result of each path, in the order of the paths whatever the number of processes."""
    if jobs > 1 and len(paths) >= FEW and STDIN not in paths:
        yield from _in_processes(paths, rulebook, lang, jobs, genres)
        return
    for path in paths:
        yield check_file(path, rulebook, lang, stdin_name, genres)


def check_file(
    path: str, rulebook: Rulebook, lang: Language, stdin_name: str = "", genres: GenreChoice = NO_CHOICE
) -> FileResult:
    """The findings of one draft, or the error that kept it from being checked; never raises for a draft's sake."""
    name = shown(stdin_name if path == STDIN else path)
    words = words_for(lang)
    try:
        source = decode(read_draft(path), name)
        findings = tuple(lint(source, rulebook, lang=lang, told=genres.told(name)))
    except (OSError, DecodeError) as error:
        return FileResult(name, error=why_unreadable(error, words))
    except UnknownGenreError as error:
        return FileResult(name, error=unknown_genre(error.name, rulebook.genres, words))
    except LintError as error:
        return FileResult(name, error=words.timeout.format(rule=error.rule, reason=error.reason))
    except Exception as error:
        if debugging():
            raise
        return FileResult(name, error=words.internal.format(reason=describe(error)))
    return FileResult(name, findings, source if findings else None)


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
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def _in_processes(
    paths: Sequence[str], rulebook: Rulebook, lang: Language, jobs: int, genres: GenreChoice
) -> Iterator[FileResult]:
    import multiprocessing  # noqa: PLC0415 - a third of the start-up time, and few drafts need neither
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - the same

    # A forked worker has the rules already; elsewhere they travel once, with its start.
    method = "fork" if sys.platform == "linux" else None
    workers = min(jobs, len(paths) // (FEW // 2))
    with ProcessPoolExecutor(
        workers, multiprocessing.get_context(method), initializer=_start, initargs=(rulebook, lang, genres)
    ) as pool:
        try:
            yield from pool.map(_check, paths, chunksize=max(1, min(16, len(paths) // (workers * 4))))
        except BaseException:  # an interrupt, a closed pipe: a second interrupt must not meet half a clean-up
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            for worker in multiprocessing.active_children():
                worker.terminate()
            pool.shutdown(cancel_futures=True)
            raise


_check_one: "partial[FileResult]"


def _start(rulebook: Rulebook, lang: Language, genres: GenreChoice) -> None:
    """Prepare a worker; the parent alone answers an interrupt."""
    global _check_one  # noqa: PLW0603 - a worker has no other memory between two drafts
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _check_one = partial(check_file, rulebook=rulebook, lang=lang, genres=genres)


def _check(path: str) -> FileResult:
    return _check_one(path)
