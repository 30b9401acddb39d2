"""The output formats as one table; each is one function of results, a stream and a style."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TextIO

from lint.engine.result import FileResult
from lint.reporters.base import Style

Reporter = Callable[[Iterable[FileResult], TextIO, Style], None]

REPORTERS = {
    "text": "lint.reporters.text",
    "full": "lint.reporters.full",
    "json": "lint.reporters.json",
    "jsonl": "lint.reporters.jsonl",
    "sarif": "lint.reporters.services.sarif",
    "github": "lint.reporters.services.github",
    "gitlab": "lint.reporters.services.gitlab",
    "rdjson": "lint.reporters.services.rdjson",
    "junit": "lint.reporters.services.junit",
    "checkstyle": "lint.reporters.services.checkstyle",
    "html": "lint.reporters.html",
}
"""Module of each format; only the one wanted is imported."""
_MODULES = {**REPORTERS, "diff": "lint.reporters.diff"}
"""With what ``--diff`` prints, which is no format to choose."""


def reporter(output_format: str) -> Reporter:
    """The function that reports in a format, or prints a diff."""
    report: Reporter = import_module(_MODULES[output_format]).report
    return report
