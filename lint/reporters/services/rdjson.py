"""The Reviewdog Diagnostic Format: columns count bytes of UTF-8 from 1, the end exclusive."""

from collections.abc import Iterable, Iterator
from typing import Literal, TextIO

import msgspec

from lint.engine.fixing.fixes import apply
from lint.engine.result import FileResult
from lint.messages.language import words_for
from lint.messages.words import Words
from lint.reporters.base import Style, placed, slashed
from lint.rulebook.finding import Finding, Fix, Severity
from lint.text.edit import Edit
from lint.text.jsontext import encoded
from lint.text.source import Source, Span

_Level = Literal["ERROR", "WARNING", "INFO"]
_FAR = 2000  # characters
_LEVELS: dict[Severity, _Level] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class RdjsonPosition(msgspec.Struct, frozen=True):
    """A place from line 1, column 1."""

    line: int
    column: int


class RdjsonRange(msgspec.Struct, frozen=True):
    """From a place up to another."""

    start: RdjsonPosition
    end: RdjsonPosition


class RdjsonLocation(msgspec.Struct, frozen=True, omit_defaults=True):
    """A draft, or a range of it."""

    path: str
    range: RdjsonRange | None = None


class Code(msgspec.Struct, frozen=True):
    """A rule's id."""

    value: str


class Suggestion(msgspec.Struct, frozen=True):
    """A text for a range."""

    range: RdjsonRange
    text: str


class Diagnostic(msgspec.Struct, frozen=True, omit_defaults=True):
    """A finding, or a draft that could not be checked."""

    message: str
    location: RdjsonLocation
    severity: _Level
    code: Code | None = None
    suggestions: tuple[Suggestion, ...] = ()


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write the one object, a diagnostic a line."""
    out.write('{"source": {"name": "wengao-lint"}, "diagnostics": [')
    before = "\n"
    for result in results:
        for diagnostic in _diagnostics(result, words_for(style.lang)):
            out.write(f"{before}{encoded(diagnostic)}")
            before = ",\n"
    out.write("]}\n" if before == "\n" else "\n]}\n")


def _diagnostics(result: FileResult, words: Words) -> Iterator[Diagnostic]:
    for line in result.complaints(words):
        yield Diagnostic(line, RdjsonLocation(slashed(result.path)), "ERROR")
    if result.source:
        for finding in placed(result):
            yield _diagnostic(finding, result.source)


def _diagnostic(finding: Finding, source: Source) -> Diagnostic:
    return Diagnostic(
        finding.message,
        RdjsonLocation(slashed(finding.path), _range(finding.span, source)),
        _LEVELS[finding.severity],
        Code(finding.rule),
        tuple(_suggestions(finding.fix, source)) if finding.fix else (),
    )


def _suggestions(fix: Fix, source: Source) -> Iterator[Suggestion]:
    """The fix as one suggestion, because several are read as alternatives; none where it reaches too far."""
    start = min(edit.span.start for edit in fix.edits)
    end = max(edit.span.end for edit in fix.edits)
    if end - start <= _FAR:
        edits = [Edit(Span(edit.span.start - start, edit.span.end - start), edit.text) for edit in fix.edits]
        yield Suggestion(_range(Span(start, end), source), apply(source.text[start:end], edits))


def _range(span: Span, source: Source) -> RdjsonRange:
    return RdjsonRange(*(RdjsonPosition(*source.position(offset, "byte")) for offset in span))
