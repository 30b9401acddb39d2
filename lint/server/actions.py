"""What an editor offers to do about findings: mend one, mend all, ignore one here."""

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol.types import (
    ClientCapabilities,
    CodeAction,
    CodeActionKind,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from lint.rulebook.finding import Finding
from lint.server.changes import changes
from lint.server.diagnostics import diagnostic
from lint.server.places import Places
from lint.server.session import Analysis
from lint.server.suppressing import suppression
from lint.text.display import printable
from lint.text.edit import Edit
from lint.text.source import Source

FIX_ALL = "source.fixAll.wengao-lint"
KINDS: tuple[str, ...] = (CodeActionKind.QuickFix, FIX_ALL)


class Actions:
    """The actions for one draft; ``versioned`` says that the editor takes edits of a version of it."""

    def __init__(self, analysis: Analysis, places: Places, *, versioned: bool) -> None:
        self._analysis = analysis
        self._places = places
        self._versioned = versioned

    def within(self, asked: Range, only: Sequence[str] | None) -> list[CodeAction]:
        """The actions for a range, of the kinds asked for."""
        found: list[CodeAction] = []
        if _wanted(CodeActionKind.QuickFix, only):
            findings = self._touching(asked)
            found += [action for finding in findings for action in self._fixes(finding)]
            found += self._suppressions(findings)
        if _wanted(FIX_ALL, only):
            found += self._fix_all()
        return found

    def _touching(self, asked: Range) -> list[Finding]:
        start, end = self._places.span(asked)
        return [
            finding for finding in self._analysis.findings if finding.span.start <= end and start <= finding.span.end
        ]

    def _fixes(self, finding: Finding) -> Iterator[CodeAction]:
        if finding.fix:
            words = self._analysis.words
            title = words.quick_fix if finding.fix.safe else words.quick_fix_unsafe
            yield CodeAction(
                title.format(message=printable(finding.message)),
                CodeActionKind.QuickFix,
                diagnostics=[diagnostic(finding, self._analysis, self._places)],
                is_preferred=finding.fix.safe,
                edit=self._edit(finding.fix.edits),
            )

    def _suppressions(self, findings: Iterable[Finding]) -> Iterator[CodeAction]:
        """One for each rule and place where its comment would stand."""
        offered: set[tuple[str, Edit]] = set()
        for finding in findings:
            edit = suppression(self._analysis.source, self._analysis.reading, finding.span.start, finding.rule)
            if (finding.rule, edit) not in offered:
                offered.add((finding.rule, edit))
                yield CodeAction(
                    self._analysis.words.suppress.format(rule=finding.rule),
                    CodeActionKind.QuickFix,
                    diagnostics=[diagnostic(finding, self._analysis, self._places)],
                    edit=self._edit([edit]),
                )

    def _fix_all(self) -> Iterator[CodeAction]:
        analysis = self._analysis
        if analysis.fixed != analysis.source.text:
            edits = changes(analysis.source, Source(analysis.source.path, analysis.fixed))
            yield CodeAction(analysis.words.fix_all, FIX_ALL, edit=self._edit(edits))

    def _edit(self, edits: Iterable[Edit]) -> WorkspaceEdit:
        draft = self._analysis.draft
        texts = [TextEdit(self._places.range(edit.span), edit.text) for edit in edits]
        if not self._versioned:
            return WorkspaceEdit(changes={draft.uri: texts})
        known = OptionalVersionedTextDocumentIdentifier(draft.uri, draft.version)
        return WorkspaceEdit(document_changes=[TextDocumentEdit(known, [*texts])])


def takes_versions(client: ClientCapabilities) -> bool:
    """Whether an editor takes edits that name the version of the draft that they are for."""
    edit = client.workspace.workspace_edit if client.workspace else None
    return bool(edit and edit.document_changes)


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether a kind is asked for, by its name or by that of a kind above it."""
    return not only or any(kind == one or kind.startswith(f"{one}.") for one in only)
