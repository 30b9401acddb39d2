"""Results of the fake rulebook, and what a format writes for them."""

from io import StringIO

from lint.linter import lint
from lint.reporters import reporter
from lint.reporters.base import Style
from lint.result import FileResult
from lint.source import Source
from tests.fakes import RULEBOOK


def result(text: str, path: str = "稿.txt") -> FileResult:
    source = Source(path, text)
    return FileResult(path, tuple(lint(source, RULEBOOK)), source)


def written(output_format: str, *results: FileResult, style: Style | None = None) -> str:
    out = StringIO()
    reporter(output_format)(results, out, style or Style())
    return out.getvalue()
