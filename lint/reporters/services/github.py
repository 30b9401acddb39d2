"""Workflow commands, which GitHub Actions shows as annotations in the changed files."""

from collections.abc import Iterable, Mapping
from typing import TextIO

from lint.engine.result import FileResult
from lint.messages.language import words_for
from lint.reporters.base import Style, placed, slashed
from lint.rulebook.finding import Finding, Severity
from lint.text.display import visible
from lint.text.source import Source

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write a command for each finding as it comes, and for each draft that could not be checked."""
    for result in results:
        for line in result.complaints(words_for(style.lang)):
            out.write(_command("error", {"file": slashed(result.path), "title": "wengao-lint"}, line))
        if result.source:
            out.writelines(_annotation(finding, result.source) for finding in placed(result))


def _annotation(finding: Finding, source: Source) -> str:
    properties = {"file": slashed(finding.path), **_place(finding, source), "title": f"wengao-lint ({finding.rule})"}
    return _command(_COMMANDS[finding.severity], properties, finding.message)


def _place(finding: Finding, source: Source) -> dict[str, int]:
    """Lines, and columns with the end exclusive; GitHub takes no columns for a place of several lines."""
    start, end = (source.position(offset) for offset in finding.span)
    if start.line != end.line:
        return {"line": start.line, "endLine": end.line}
    return {"line": start.line, "col": start.column, "endLine": end.line, "endColumn": end.column}


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    written = ",".join(f"{key}={visible(str(value)).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {written}::{visible(message).translate(_DATA)}\n"
