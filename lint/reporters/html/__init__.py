"""HTML: one file that shows each draft with its findings in place, for people; it needs the extra ``html``."""

from collections.abc import Iterable
from typing import TextIO

from lint.engine.result import FileResult
from lint.reporters.base import Style
from lint.reporters.html.page import write


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write the page, each draft as it comes."""
    write(results, out, style)
