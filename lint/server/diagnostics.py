"""Findings as diagnostics."""

from lsprotocol.types import Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Position, Range

from lint.rulebook.finding import Finding, Severity
from lint.server.places import Places
from lint.server.session import Analysis
from lint.text.display import printable

SOURCE = "wengao-lint"

_SEVERITIES: dict[Severity, DiagnosticSeverity] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}


def diagnostics(analysis: Analysis, places: Places) -> list[Diagnostic]:
    """What an editor shows of a draft: its findings, or at its start why it could not be checked."""
    if analysis.error:
        start = Position(0, 0)
        return [Diagnostic(Range(start, start), printable(analysis.error), DiagnosticSeverity.Error, source=SOURCE)]
    return [diagnostic(finding, analysis.draft.uri, places) for finding in analysis.findings]


def diagnostic(finding: Finding, uri: str, places: Places) -> Diagnostic:
    """A finding with its related places."""
    return Diagnostic(
        range=places.range(finding.span),
        message=printable(finding.message),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=[
            DiagnosticRelatedInformation(Location(uri, places.range(place.span)), printable(place.message))
            for place in finding.related
        ],
    )
