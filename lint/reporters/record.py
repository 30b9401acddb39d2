"""A finding as the record that json and jsonl write: lines and columns from 1, in code points, the end exclusive."""

from collections.abc import Iterator

import msgspec

from lint.engine.result import FileResult
from lint.reporters.base import placed
from lint.rulebook.finding import Finding, Fix, Severity
from lint.text.source import Source, Span


class EditRecord(msgspec.Struct, frozen=True):
    """Replace a range by a text."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class FixRecord(msgspec.Struct, frozen=True):
    """How to mend a finding."""

    safe: bool
    edits: tuple[EditRecord, ...]


class RelatedRecord(msgspec.Struct, frozen=True):
    """Another place that explains a finding."""

    line: int
    column: int
    end_line: int
    end_column: int
    message: str


class FindingRecord(msgspec.Struct, frozen=True):
    """A finding; the order of the fields is the order of the keys that the contract fixes."""

    path: str
    rule: str
    severity: Severity
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    source: str
    fix: FixRecord | None
    related: tuple[RelatedRecord, ...]


def records(result: FileResult) -> Iterator[FindingRecord]:
    """The records of a draft, by line, column and rule."""
    if result.source is None:
        return
    for finding in placed(result):
        yield _record(finding, result.source)


def _record(finding: Finding, source: Source) -> FindingRecord:
    return FindingRecord(
        finding.path,
        finding.rule,
        finding.severity,
        finding.message,
        *_range(finding.span, source),
        finding.source,
        _fix(finding.fix, source) if finding.fix else None,
        tuple(RelatedRecord(*_range(place.span, source), place.message) for place in finding.related),
    )


def _fix(fix: Fix, source: Source) -> FixRecord:
    return FixRecord(fix.safe, tuple(EditRecord(*_range(edit.span, source), edit.text) for edit in fix.edits))


def _range(span: Span, source: Source) -> tuple[int, int, int, int]:
    return (*source.position(span.start), *source.position(span.end))
