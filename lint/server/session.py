"""The drafts that are open and what is known of them; no protocol and no threads here."""

import msgspec

from lint.config.settings import Overrides
from lint.document.parser import parse
from lint.document.tree import Document
from lint.engine.check_file import why_unchecked
from lint.engine.fixes import fix
from lint.engine.job import Task
from lint.engine.linted import complaints, notices
from lint.formats import read
from lint.formats.blocks import Reading
from lint.messages.language import Language
from lint.messages.messages import words_for
from lint.rulebook.finding import Finding
from lint.rulebook.rule import Rule
from lint.server.folders import Folders
from lint.text.source import Source


class OpenDraft(msgspec.Struct, frozen=True):
    """A draft as the editor holds it; the path decides its format and settings."""

    uri: str
    version: int | None
    path: str
    text: str


class Analysis:
    """What was found in a draft; ``error`` says in words why it could not be checked, ``missing`` what is left out."""

    def __init__(self, draft: OpenDraft, task: Task | None) -> None:
        self.draft = draft
        self.task = task
        self.source = Source(draft.path, draft.text)
        self.lang: Language = task.lang if task else "zh"
        self.words = words_for(self.lang)
        self.findings: list[Finding] = []
        self.error = ""
        self.missing: list[str] = []
        self._fixed: str | None = None
        self._document: Document | None = None
        if task:
            try:
                linted = task.examine(self.source)
                self.findings = [*linted.findings]
                self.missing = [*complaints(linted.stopped, self.words), *notices(linted.hidden, self.words)]
            except Exception as error:
                self.error = why_unchecked(error, task)

    def rule(self, finding: Finding) -> Rule | None:
        """The rule of a finding."""
        rules = self.task.rulebook.rules if self.task else ()
        return next((rule for rule in rules if rule.id == finding.rule), None)

    @property
    def document(self) -> Document:
        """The tree of the draft."""
        if self._document is None:
            self._document = parse(read(self.source))
        return self._document

    @property
    def reading(self) -> Reading:
        """The draft as its reader sees it."""
        return self.document.reading

    @property
    def fixed(self) -> str:
        """The text with all safe fixes made."""
        if self._fixed is None:
            fixable = any(finding.is_fixable(unsafe=False) for finding in self.findings)
            fixed = fix(self.source, self.task.fixable).source if self.task and fixable else self.source
            self._fixed = fixed.text
        return self._fixed


class Session:
    """The newest analysis of each draft."""

    def __init__(self, overrides: Overrides) -> None:
        self.folders = Folders(overrides)
        self._known: dict[str, Analysis] = {}

    def analysis(self, draft: OpenDraft) -> Analysis:
        """What is found in a draft by the settings and rules of now; checked only if either is new."""
        task = self.folders.task_for(draft.path)
        known = self._known.get(draft.uri)
        if known is None or known.task is not task or known.draft != draft:
            known = self._known[draft.uri] = Analysis(draft, task)
        return known

    def close(self, uri: str) -> None:
        """Forget a draft."""
        self._known.pop(uri, None)
