"""A Code Quality report, which GitLab compares between the branches of a merge request."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal, TextIO

import msgspec

from lint.engine.result import FileResult
from lint.messages.language import words_for
from lint.messages.words import Words
from lint.reporters.base import Style, slashed
from lint.reporters.services.fingerprint import fingerprinted
from lint.rulebook.finding import Finding, Severity
from lint.text.jsontext import encoded
from lint.text.source import Source

_Level = Literal["info", "minor", "major", "critical", "blocker"]
_LEVELS: dict[Severity, _Level] = {"error": "major", "warning": "minor", "info": "info"}


class GitlabLines(msgspec.Struct, frozen=True):
    """The line of an issue, from 1."""

    begin: int


class GitlabLocation(msgspec.Struct, frozen=True):
    """Where an issue is."""

    path: str
    lines: GitlabLines


class Issue(msgspec.Struct, frozen=True):
    """A finding, or a draft that could not be checked."""

    description: str
    check_name: str
    fingerprint: str
    severity: _Level
    location: GitlabLocation


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write the array; without issues it is ``[]``."""
    before = "["
    for result in results:
        for issue in _issues(result, words_for(style.lang)):
            out.write(f"{before}\n{encoded(issue)}")
            before = ","
    out.write("[]\n" if before == "[" else "\n]\n")


def _issues(result: FileResult, words: Words) -> Iterator[Issue]:
    for number, line in enumerate(result.complaints(words)):
        yield _failure(slashed(result.path), line, number)
    if result.source:
        for finding, fingerprint in fingerprinted(result):
            yield _issue(finding, fingerprint, result.source)


def _failure(path: str, message: str, number: int) -> Issue:
    about = ("wengao-lint", path, number) if number else ("wengao-lint", path)
    fingerprint = hashlib.sha256(msgspec.json.encode(about)).hexdigest()[:32]
    return Issue(message, "wengao-lint", fingerprint, "blocker", GitlabLocation(path, GitlabLines(1)))


def _issue(finding: Finding, fingerprint: str, source: Source) -> Issue:
    line = source.position(finding.span.start).line
    location = GitlabLocation(slashed(finding.path), GitlabLines(line))
    return Issue(finding.message, finding.rule, fingerprint, _LEVELS[finding.severity], location)
