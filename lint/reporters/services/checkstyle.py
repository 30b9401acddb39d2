"""Checkstyle XML, which Jenkins and many other servers read."""

from collections.abc import Iterable
from typing import TextIO

from lint.engine.result import FileResult
from lint.messages.language import words_for
from lint.messages.words import Words
from lint.reporters.base import Style, placed, slashed
from lint.reporters.services.xmltext import attributes
from lint.rulebook.finding import Finding
from lint.text.source import Source


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write each draft as it comes, those without findings too."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')
    for result in results:
        out.write(_file(result, words_for(style.lang)))
    out.write("</checkstyle>\n")


def _file(result: FileResult, words: Words) -> str:
    errors = [_error(finding, result.source) for finding in placed(result)] if result.source else []
    for line in result.complaints(words):
        place = attributes(line=1, severity="error", message=line, source="wengao-lint")
        errors.append(f"    <error{place}/>\n")
    name = attributes(name=slashed(result.path))
    return f"  <file{name}>\n{''.join(errors)}  </file>\n" if errors else f"  <file{name}/>\n"


def _error(finding: Finding, source: Source) -> str:
    line, column = source.position(finding.span.start)
    place = attributes(line=line, column=column, severity=finding.severity)
    return f"    <error{place}{attributes(message=finding.message, source=finding.rule)}/>\n"
