"""JUnit XML, which build servers read: a suite for each draft, a failed case for each finding."""

from collections.abc import Iterable
from typing import TextIO

from lint.engine.result import FileResult
from lint.messages.language import words_for
from lint.messages.words import Words
from lint.reporters.base import Style, placed, slashed
from lint.reporters.services.xmltext import attributes, content
from lint.rulebook.finding import Finding
from lint.text.source import Source


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write each suite as it comes; a draft without findings has one case, which passes."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="wengao-lint">\n')
    for result in results:
        out.write(_suite(result, words_for(style.lang)))
    out.write("</testsuites>\n")


def _suite(result: FileResult, words: Words) -> str:
    path = slashed(result.path)
    failures = [_failed(finding, result.source) for finding in placed(result)] if result.source else []
    errors = [_error(line, path) for line in result.complaints(words)]
    cases = failures + errors or [f"    <testcase{attributes(name='wengao-lint', classname=path, file=path)}/>\n"]
    counts = attributes(name=path, tests=len(cases), failures=len(failures), errors=len(errors), skipped=0)
    return f"  <testsuite{counts}>\n{''.join(cases)}  </testsuite>\n"


def _error(message: str, path: str) -> str:
    case = attributes(name="wengao-lint", classname=path, file=path)
    return f"    <testcase{case}>\n      <error{attributes(message=message, type='error')}/>\n    </testcase>\n"


def _failed(finding: Finding, source: Source) -> str:
    path = slashed(finding.path)
    line, column = source.position(finding.span.start)
    case = attributes(name=f"{finding.rule} {line}:{column}", classname=path, file=path, line=line)
    failure = attributes(message=finding.message, type=finding.severity)
    text = f"{path}:{line}:{column}: {finding.severity}: {finding.message} [{finding.rule}]"
    return f"    <testcase{case}>\n      <failure{failure}>{content(text)}</failure>\n    </testcase>\n"
