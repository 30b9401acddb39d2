"""The drafts of a session: checked once for each text, and never in vain."""

from pathlib import Path
from threading import Event

import pytest

from lint.config.settings import Overrides
from lint.engine.linter import CancelledError, LintError
from lint.server.diagnostics import diagnostics
from lint.server.places import Places
from lint.server.session import OpenDraft, Session

DRAFT = OpenDraft("file:///稿.txt", 1, "稿.txt", "由XX局牵头。\n")


def test_a_draft_is_checked_once_for_each_text(tmp_path: Path) -> None:
    session = Session(Overrides(no_cache=True, select=("placeholders",)))
    draft = OpenDraft("", 1, str(tmp_path / "稿.txt"), DRAFT.text)
    analysis = session.analysis(draft)
    session.folders.refresh()
    assert session.analysis(draft) is analysis
    (tmp_path / ".wengao-lint.yaml").write_text("lang: en\n", "utf-8")
    assert session.analysis(draft) is not analysis
    assert len(session.analysis(OpenDraft("", 2, draft.path, "甲")).findings) == 0
    session.close("")
    assert session.analysis(draft).findings != analysis.findings


def test_a_rule_out_of_time_is_said_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    def lint(*_: object, **__: object) -> None:
        raise LintError("稿.txt", "house/slow", "超过 1 秒")

    monkeypatch.setattr("lint.engine.job.lint", lint)
    analysis = Session(Overrides(isolated=True, no_cache=True)).analysis(DRAFT)
    [found] = diagnostics(analysis, Places(analysis.source))
    assert found.message == "规则 house/slow 未能完成：超过 1 秒"
    assert analysis.fixed == DRAFT.text


def test_a_check_that_is_cancelled_keeps_nothing(tmp_path: Path) -> None:
    session = Session(Overrides(isolated=True, no_cache=True, select=("placeholders",)))
    draft = OpenDraft("", 1, str(tmp_path / "稿.txt"), DRAFT.text)
    task, errors = session.task(draft.path)
    assert (task is not None, errors) == (True, [])
    asked = 0

    def cancelled_at_the_end() -> bool:
        nonlocal asked
        asked += 1
        return task is not None and asked > len(task.rulebook.rules)

    for cancelled in (lambda: True, cancelled_at_the_end):
        with pytest.raises(CancelledError):
            session.check(draft, task, cancelled)
    assert task
    assert asked == len(task.rulebook.rules) + 1
    known = session.check(draft, task)
    assert session.check(draft, task, lambda: True) is known


def test_nothing_more_is_asked_of_what_is_out_of_date(tmp_path: Path) -> None:
    session = Session(Overrides(isolated=True, no_cache=True, select=("punctuation",)))
    draft = OpenDraft("", 1, str(tmp_path / "稿.txt"), "由局，，牵头。\n")
    task, _ = session.task(draft.path)
    changed = Event()
    analysis = session.check(draft, task, changed.is_set)
    changed.set()
    with pytest.raises(CancelledError):
        _ = analysis.fixed
