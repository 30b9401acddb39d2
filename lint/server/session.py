"""The drafts that are open and what is known of them; no protocol here."""

from collections.abc import Callable
from functools import partial
from threading import Lock

import msgspec

from lint.analysis.draft import Draft, draft_of
from lint.config.settings import Overrides
from lint.document.tree import Document
from lint.engine.check_file import why_unchecked
from lint.engine.fixing.fixes import fix
from lint.engine.linted import complaints, notices
from lint.engine.linter import CancelledError, never
from lint.engine.processes.job import Task
from lint.formats.blocks import Reading
from lint.messages.language import Language, words_for
from lint.rulebook.finding import Finding
from lint.rulebook.rule import Rule
from lint.server.folders import Folders
from lint.text.display import printable
from lint.text.source import Source


class OpenDraft(msgspec.Struct, frozen=True):
    """A draft as the editor holds it; the path decides its format and settings."""

    uri: str
    version: int | None
    path: str
    text: str


class Analysis:
    """What was found in a draft; ``error`` says in words why it could not be checked, ``missing`` what is left out.

    Raises CancelledError, now or when more is asked of it, as soon as ``cancelled``.
    """

    def __init__(self, draft: OpenDraft, task: Task | None, cancelled: Callable[[], bool] = never) -> None:
        self.draft = draft
        self.task = task
        self.source = Source(draft.path, draft.text)
        self.lang: Language = task.lang if task else "zh"
        self.words = words_for(self.lang)
        self.findings: list[Finding] = []
        self.error = ""
        self.missing: list[str] = []
        self._fixed: str | None = None
        self._read: Draft | None = None
        self._fixable = partial(task.fixable, cancelled=cancelled) if task else None
        if task:
            try:
                self._read = task.draft(self.source)
                linted = task.examine(self._read, cancelled)
                self.findings = [*linted.findings]
                self.missing = [*complaints(linted.stopped, self.words), *notices(linted.hidden, self.words)]
            except CancelledError:
                raise
            except Exception as error:
                self.error = why_unchecked(error, task)

    def rule(self, finding: Finding) -> Rule | None:
        """The rule of a finding."""
        rules = self.task.rulebook.rules if self.task else ()
        return next((rule for rule in rules if rule.id == finding.rule), None)

    @property
    def document(self) -> Document:
        """The tree of the draft, without genres where its check failed."""
        if self._read is None:
            self._read = draft_of(self.source)
        return self._read.document

    @property
    def reading(self) -> Reading:
        """The draft as its reader sees it."""
        return self.document.reading

    @property
    def fixed(self) -> str:
        """The text with all safe fixes made."""
        if self._fixed is None:
            fixable = any(finding.is_fixable(unsafe=False) for finding in self.findings)
            fixed = fix(self.source, self._fixable).source if self._fixable and fixable else self.source
            self._fixed = fixed.text
        return self._fixed


class Session:
    """The newest analysis of each draft; drafts are checked on several threads, each on one at a time."""

    def __init__(self, overrides: Overrides) -> None:
        self.folders = Folders(overrides)
        self._known: dict[str, Analysis] = {}
        self._lock = Lock()

    def analysis(self, draft: OpenDraft) -> Analysis:
        """What is found in a draft by the settings and rules of now; checked only if either is new."""
        return self.check(draft, self.folders.task_for(draft.path))

    def task(self, path: str) -> tuple[Task | None, list[str]]:
        """How to check the draft at a path, and what is wrong with settings and rules, told once."""
        return self.folders.task_for(path), [printable(line) for line in self.folders.told()]

    def check(self, draft: OpenDraft, task: Task | None, cancelled: Callable[[], bool] = never) -> Analysis:
        """What is found in a draft by a task; raises CancelledError, and keeps nothing, as soon as ``cancelled``."""
        known = self._known.get(draft.uri)
        if known is None or known.task is not task or known.draft != draft:
            known = Analysis(draft, task, cancelled)
            with self._lock:
                if cancelled():
                    raise CancelledError
                self._known[draft.uri] = known
        return known

    def close(self, uri: str) -> None:
        """Forget a draft, whose check is cancelled."""
        with self._lock:
            self._known.pop(uri, None)
