"""Findings as diagnostics."""

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Position,
    Range,
)

from lint.rulebook.finding import Finding, Severity
from lint.rulebook.rule_site import rule_page
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
    return [diagnostic(finding, analysis, places) for finding in analysis.findings]


def diagnostic(finding: Finding, analysis: Analysis, places: Places) -> Diagnostic:
    """A finding with its related places, and a link to its rule where that has a page."""
    page = rule_page(analysis.task.site_url, finding.rule) if analysis.task else ""
    return Diagnostic(
        range=places.range(finding.span),
        message=printable(finding.message),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=CodeDescription(page) if page else None,
        source=SOURCE,
        related_information=[
            DiagnosticRelatedInformation(
                Location(analysis.draft.uri, places.range(place.span)), printable(place.message)
            )
            for place in finding.related
        ],
    )
