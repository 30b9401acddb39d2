"""One draft attempted: read, checked, written back; whatever goes wrong becomes its result."""

import os
import sys

import msgspec

from lint.analysis.genres import UnknownGenreError, names_of
from lint.engine.check_draft import check, recall
from lint.engine.fixing.written_back import FixError
from lint.engine.processes.job import Task
from lint.engine.result import FileResult
from lint.files.loading import MOST_BYTES, Loaded, is_given, load, read_stream
from lint.files.search import STDIN, shown
from lint.messages.failures import why_unreadable, why_unwritable
from lint.messages.language import words_for
from lint.messages.suggestions import unknown_genre
from lint.messages.words import Words
from lint.text.source import DecodeError


def check_file(path: str, task: Task) -> FileResult:
    """The findings of one draft, or the error that kept it from being checked; never raises for a draft's sake.

    To fix a draft is to write it back; standard input comes back as the result's ``fixed`` whatever became of it.
    """
    name = shown(task.stdin_name if path == STDIN else path)
    draft = Loaded(b"")
    try:
        draft = read_draft(path)
        result = check(draft.data, name, task)
        if task.mode == "fix" and result.fixed is not None and path != STDIN:
            _write(path, draft, result.fixed, task)
            return msgspec.structs.replace(result, fixed=None)
        if result.annotated is not None:
            copy = task.copies.write(path, result.annotated)
            return msgspec.structs.replace(result, annotated=None, copy=shown(copy))
    except Exception as error:
        result = FileResult(name, error=why_unchecked(error, task))
    if path == STDIN and task.mode == "fix" and result.fixed is None:
        return msgspec.structs.replace(result, fixed=draft.data)
    return result


def check_data(data: bytes, name: str, task: Task) -> FileResult:
    """The findings in a draft's bytes, or the error that kept it from being checked; no file is touched."""
    try:
        return check(data, name, task)
    except Exception as error:
        return FileResult(name, error=why_unchecked(error, task))


def _write(path: str, draft: Loaded, fixed: bytes, task: Task) -> None:
    """Put a fixed draft in the place of the one that was read; raises UnwritableError and LeftAloneError."""
    from lint.files.writing import LeftAloneError, UnwritableError, replace_draft  # noqa: PLC0415 - most runs only check

    if path in task.outside:
        raise LeftAloneError("outside")
    try:
        replace_draft(path, draft, fixed)
    except OSError as error:
        raise UnwritableError(error) from error


def why_unchecked(error: Exception, task: Task) -> str:
    """Why a draft could not be checked or written, in words; an unexpected error is raised for who is debugging."""
    words = words_for(task.lang)
    if isinstance(error, OSError | DecodeError | MemoryError):  # first: there may be no memory for an import
        return why_unreadable(error, words)
    if isinstance(error, UnknownGenreError):
        return unknown_genre(error.name, names_of(task.rulebook.genres), words)
    unwritten = _why_unwritten(error, words)
    if not unwritten and debugging():
        raise error
    return unwritten or words.internal.format(reason=describe(error))


def _why_unwritten(error: Exception, words: Words) -> str:
    """Why a draft that was checked could not be written, in words; nothing for an error of another kind."""
    from lint.engine.fixing.verification import UnsoundFixError  # noqa: PLC0415 - few drafts fail
    from lint.files.writing import LeftAloneError, UnwritableError  # noqa: PLC0415 - the same

    if isinstance(error, UnwritableError):
        return why_unwritable(error.reason, words)
    if isinstance(error, LeftAloneError):
        return words.left_alone.format(why=words.reasons_to_leave[error.why])
    if isinstance(error, UnsoundFixError):
        return words.left_alone.format(why=words.unsound.format(rules=words.comma.join(error.rules)))
    return words.not_restorable.format(encoding=error) if isinstance(error, FixError) else ""


def debugging() -> bool:
    """Whether unexpected errors are wanted as they are."""
    return os.environ.get("WENGAO_LINT_DEBUG") == "1"


def describe(error: BaseException) -> str:
    """An unexpected error on one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}".removesuffix(": ")


def recall_file(path: str, task: Task) -> FileResult | None:
    """The result of a draft that is known and can be read; who checks the others says what is wrong with them."""
    if is_given(path):  # what comes through a pipe comes once
        return None
    try:
        return recall(read_draft(path).data, shown(path), task)
    except (OSError, DecodeError, MemoryError):
        return None


def read_draft(path: str) -> Loaded:
    """The bytes of a draft, or of standard input, with its state."""
    if path == STDIN:
        return Loaded(read_stream(sys.stdin.buffer, MOST_BYTES))
    return load(path, MOST_BYTES)
