"""A JSON array of findings, one a line, sorted by path, line, column and rule."""

from collections.abc import Iterable
from typing import TextIO

from lint.engine.result import FileResult
from lint.reporters.base import Style
from lint.reporters.record import records
from lint.text.jsontext import encoded


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write the array; without findings it is ``[]``."""
    before = "["
    for result in results:
        for record in records(result):
            out.write(f"{before}\n{encoded(record)}")
            before = ","
    out.write("[]\n" if before == "[" else "\n]\n")
