"""One JSON object a line, for programs that read as it comes."""

from collections.abc import Iterable
from typing import TextIO

from lint.engine.result import FileResult
from lint.reporters.base import Style
from lint.reporters.record import records
from lint.text.jsontext import encoded


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write each finding as it comes."""
    for result in results:
        out.writelines(f"{encoded(record)}\n" for record in records(result))
