"""One line a finding, which Vim, Emacs, ALE and VS Code read as it stands."""

from collections.abc import Iterable
from typing import TextIO

from lint.engine.result import FileResult
from lint.reporters.base import Style, head_line


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write each finding as it comes."""
    for result in results:
        if result.source:
            out.writelines(f"{head_line(finding, result.source, style)}\n" for finding in result.findings)
