"""Findings of a table of drafts on Apache Spark (the extra ``spark``)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from pandas import DataFrame

from lint.api import task_for
from lint.engine.check_file import check_data
from lint.engine.processes.job import Task
from lint.messages.language import Language, words_for
from lint.reporters.record import FindingRecord, records

_RANGE = "line int, column int, end_line int, end_column int"
SCHEMA = (
    f"path string, rule string, severity string, message string, {_RANGE}, source string, "
    f"fix struct<safe: boolean, edits: array<struct<{_RANGE}, text: string>>>, "
    f"related array<struct<{_RANGE}, message: string>>, error string"
)
"""A table of findings: the keys of ``--output-format json``, and what is missing from them."""

_COLUMNS = (*FindingRecord.__struct_fields__, "error")


def finder(  # noqa: PLR0913 - the options of ``lint_text``, each by its name
    drafts: str,
    *,
    path: str = "path",
    genre: str = "",
    lang: Language = "zh",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Iterable[str] = (),
) -> Callable[[Iterable[DataFrame]], Iterator[DataFrame]]:
    """A function for ``DataFrame.mapInPandas`` with SCHEMA: drafts in, a row for each finding out.

    ``drafts`` is the column of texts, or of the bytes of files; ``path`` the column that names them, whose suffix
    tells the format. A draft that cannot be checked gives one row that holds nothing but its path and the error;
    so do a rule that did not finish on a draft, and one of which more is found than its bound of a thousand.
    The other options are those of ``lint_text``; rules are loaded here and travel with the function.
    Raises SettingsError and RulebookError.
    """
    task = task_for(genre, lang, tuple(select), tuple(ignore), tuple(rules))

    def found(frames: Iterable[DataFrame]) -> Iterator[DataFrame]:
        for frame in frames:
            pairs = zip(frame[path], frame[drafts], strict=True)
            rows = [row for name, content in pairs for row in _rows(str(name), content, task)]
            yield DataFrame(rows, columns=_COLUMNS, dtype=object)

    return found


def _rows(name: str, content: str | bytes | None, task: Task) -> Iterator[tuple[Any, ...]]:
    """The rows of one draft; every cell has a value or None, for pandas would make NaN of what is not there."""
    data = content.encode() if isinstance(content, str) else bytes(content or b"")
    result = check_data(data, name, task)
    words = words_for(task.lang)
    for line in (*result.complaints(words), *result.notices(words)):
        yield (name, *[None] * (len(_COLUMNS) - 2), line)
    for record in records(result):
        yield (*msgspec.to_builtins(record).values(), None)
