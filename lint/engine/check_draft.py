"""One draft from bytes to result: read, checked, and where asked for fixed; no file is touched here."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lint.analysis.draft import Draft
from lint.engine.fixing.written_back import written_back
from lint.engine.habits import regathered, spread
from lint.engine.linted import Linted, Stopped, bounded
from lint.engine.linter import run_rules
from lint.engine.processes.job import Task
from lint.engine.result import FileResult
from lint.formats.decoding import decode
from lint.formats.docx.source import WordSource
from lint.messages.language import Language, words_for
from lint.rulebook.finding import Finding
from lint.rulebook.rulebook import Rulebook
from lint.text.bounds import Bounds
from lint.text.source import Source

if TYPE_CHECKING:
    from lint.engine.spared.baseline import BaselineEntry


def check(data: bytes, name: str, task: Task) -> FileResult:
    """The result of a draft's bytes.

    Raises DecodeError, UnknownGenreError, FixError where a fixed draft could not be written back, and UnsoundFixError
    where it has errors that were not there.
    """
    draft = _CheckedDraft(data, name, task)
    return _result(draft, draft.recall())


def recall(data: bytes, name: str, task: Task) -> FileResult | None:
    """The result of a draft whose findings the cache of a task knows; raises as ``check`` does."""
    draft = _CheckedDraft(data, name, task)
    linted = draft.recall()
    return None if linted is None else _result(draft, linted)


def _result(draft: "_CheckedDraft", linted: Linted | None) -> FileResult:
    """The result of a draft whose findings may be known."""
    data, name, task = draft.data, draft.name, draft.task
    if linted == Linted() and not (draft.known or task.whole):
        return FileResult(name)
    before = source = decode(data, name)
    is_empty = not source.text.strip()
    mended = Counter[str]()
    if task.mode in ("fix", "diff"):
        from lint.engine.fixing.fixes import fix  # noqa: PLC0415 - most runs only check

        source, mended = fix(source, lambda changed: draft.new(draft.every(changed), changed)[0], unsafe=task.unsafe)
    fixed = written_back(before, source, data)
    if fixed != data:
        from lint.engine.fixing.verification import require_sound  # noqa: PLC0415 - most runs only check

        require_sound(before, decode(fixed, name), draft.every)
    if linted is None:
        linted = draft.lint(source)
        if not is_empty:  # what is remembered is told as it was found: without a word
            draft.remember(linted)
    new, gone = draft.new(linted.findings, source)
    new, more = bounded(new, None if task.record or task.mode == "diff" else task.bounds.findings)
    annotated = None
    if isinstance(source, WordSource):
        from lint.engine.word_comments import quoted  # noqa: PLC0415 - few runs read Word

        if task.mode == "annotate" and new:
            annotated = _annotated(data, new, source, draft.rulebook, task.lang)
        new = tuple(quoted(new, source, words_for(task.lang)))
    return FileResult(
        name,
        new,
        source if new or task.whole else None,
        hidden=(*linted.hidden, *more),
        empty=is_empty,
        stopped=draft.stopped,
        mended=mended,
        fixed=fixed if fixed != data else None,
        diff=_diff(name, before, source) if task.mode == "diff" else "",
        annotated=annotated,
        gone=gone,
        entries=draft.entries(linted.findings, source) if task.record else (),
    )


class _CheckedDraft:
    """A draft's bytes and name, with the rules that hold for it and what is known of its findings."""

    def __init__(self, data: bytes, name: str, task: Task) -> None:
        self.data, self.name, self.task = data, name, task
        self.rulebook = task.ignores.rulebook_for(name, task.rulebook)
        self.stopped: tuple[Stopped, ...] = ()
        self._read: Draft | None = None
        self.known = task.baseline.of(name) if task.baseline else ()
        self._cache = task.cache if task.mode == "check" else None
        self._key = self._cache.key(data, name, task.genres.told(name), self.rulebook) if self._cache else ""

    def recall(self) -> Linted | None:
        """The findings that are known, of an earlier run or of a copy of the draft."""
        findings = self._cache.get(self._key, self.name) if self._cache else None
        return None if findings is None else Linted(tuple(findings))

    def remember(self, linted: Linted) -> None:
        """Keep the findings for later runs, if they are all that there are."""
        if self._cache and linted.is_whole:
            self._cache.put(self._key, linted.findings)

    def read(self, source: Source) -> Draft:
        """The draft as it is now, read and parsed once; raises UnknownGenreError."""
        if self._read is None or self._read.source is not source:
            self._read = self.task.draft(source)
        return self._read

    def lint(self, source: Source) -> Linted:
        """What is found in the draft as it is now, all of it where findings are not listed; raises UnknownGenreError.

        A rule that stopped does not run again on the draft, fixed as it may be.
        """
        needs_all = self.known or self.task.record or self.task.mode == "diff"
        bounds = self.task.bounds.whole if needs_all else self.task.bounds
        return self._lint(source, bounds)

    def every(self, source: Source) -> tuple[Finding, ...]:
        """Every finding in the draft as it is now, of the rules that finish; raises UnknownGenreError."""
        return self._lint(source, self.task.bounds.whole).findings

    def _lint(self, source: Source, bounds: Bounds) -> Linted:
        rulebook = self.rulebook.select((), tuple(one.rule for one in self.stopped)) if self.stopped else self.rulebook
        linted = run_rules(self.read(source), rulebook, lang=self.task.lang, bounds=bounds)
        before = {one.rule for one in self.stopped}
        self.stopped += tuple(one for one in linted.stopped if one.rule not in before)
        return linted

    def new(
        self, findings: Sequence[Finding], source: Source
    ) -> "tuple[tuple[Finding, ...], tuple[BaselineEntry, ...]]":
        """The findings that the baseline does not let pass, and its entries that are gone: none if a rule stopped."""
        if not self.known:
            return tuple(findings), ()
        from lint.engine.spared.baseline import filtered  # noqa: PLC0415 - most runs have none

        ran = [rule.id for rule in self.rulebook.rules]
        found = filtered(tuple(spread(findings)), source, self.read(source).reading, self.known, ran)
        return tuple(regathered(findings, found.new, self.task.lang)), () if self.stopped else found.gone

    def entries(self, findings: Sequence[Finding], source: Source) -> "tuple[BaselineEntry, ...]":
        """The findings as a baseline notes them: none if a rule stopped."""
        if self.stopped or not findings:
            return ()
        from lint.engine.spared.baseline import entries  # noqa: PLC0415 - few runs write one

        return tuple(entries(spread(findings), source, self.read(source).reading))


def _diff(name: str, before: Source, after: Source) -> str:
    """The difference as text; a byte order mark belongs to the first line, or nobody could apply it."""
    from lint.text.comparison.diff import unified  # noqa: PLC0415 - few runs ask for it

    mark = "\ufeff" if before.bom else ""
    return unified(name, mark + before.text, mark + after.text)


def _annotated(
    data: bytes, findings: Sequence[Finding], source: WordSource, rulebook: Rulebook, lang: Language
) -> bytes:
    from lint.engine.word_comments import remarks  # noqa: PLC0415 - the same
    from lint.formats.docx.writing.annotating import annotated  # noqa: PLC0415 - few runs read Word

    return annotated(data, remarks(findings, source, {rule.id: rule for rule in rulebook.rules}, lang))
