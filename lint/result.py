"""What became of one draft: its findings, or why it could not be checked."""

import msgspec

from lint.finding import Finding
from lint.source import Source


class FileResult(msgspec.Struct, frozen=True):
    """The findings of one draft, or the ``error`` that kept it from being checked.

    ``source`` is None when there is nothing to place in it. Travels between processes.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    source: Source | None = None
    error: str = ""
