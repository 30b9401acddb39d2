"""One JSON object a line, for programs that read as it comes."""

from collections.abc import Iterable
from typing import TextIO

import msgspec

from lint.engine.result import FileResult
from lint.reporters.base import Style
from lint.reporters.record import records


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write each finding as it comes."""
    encode = msgspec.json.Encoder().encode
    for result in results:
        out.writelines(f"{encode(record).decode()}\n" for record in records(result))
