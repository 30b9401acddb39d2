"""What ``--diff`` prints: the change that fixes would make to each draft, as one unified diff."""

from collections.abc import Iterable
from typing import TextIO

from lint.engine.result import FileResult
from lint.reporters.base import Style


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write each diff as it comes."""
    for result in results:
        out.write(result.diff)
