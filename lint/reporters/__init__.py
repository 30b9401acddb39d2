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
    "sarif": "lint.reporters.sarif",
    "github": "lint.reporters.github",
    "gitlab": "lint.reporters.gitlab",
    "rdjson": "lint.reporters.rdjson",
    "junit": "lint.reporters.junit",
    "checkstyle": "lint.reporters.checkstyle",
    "html": "lint.reporters.html",
}
"""Module of each format; only the one wanted is imported."""


def reporter(output_format: str) -> Reporter:
    """The function that reports in a format."""
    report: Reporter = import_module(f"lint.reporters.{output_format}").report
    return report
