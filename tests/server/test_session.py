"""The drafts of a session: checked once for each text, and never in vain."""

from pathlib import Path
from threading import Event

import pytest

from lint.config.settings import Overrides
from lint.engine.linter import CancelledError
from lint.engine.processes.job import Task
from lint.rulebook.rulebook import Rulebook
from lint.server.diagnostics import diagnostics
from lint.server.places import Places
from lint.server.session import Analysis, OpenDraft, Session
from lint.text.bounds import Bounds
from tests.fakes import EACH, SLOW

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


def test_what_is_missing_is_said_and_the_rest_is_shown_and_fixed() -> None:
    task = Task(rulebook=Rulebook((EACH, SLOW)), bounds=Bounds(findings=1))
    analysis = Analysis(OpenDraft("file:///稿.txt", 1, "稿.txt", "XX局、XX局。\n"), task)
    assert len(diagnostics(analysis, Places(analysis.source))) == 1
    assert analysis.missing == [
        "规则 house/slow 未能完成，已略过：匹配超过 1 秒：(甲|甲)+",
        "规则 house/each 另有 1 处未列出",
    ]
    assert analysis.fixed == "某局、某局。\n"


def test_a_check_that_is_cancelled_keeps_nothing(tmp_path: Path) -> None:
    session = Session(Overrides(isolated=True, no_cache=True, select=("placeholders",)))
    draft = OpenDraft("", 1, str(tmp_path / "稿.txt"), DRAFT.text)
    task, errors = session.task(draft.path)
    assert (task is not None, errors) == (True, [])
    asked = 0

    def cancelled_after_the_first() -> bool:
        nonlocal asked
        asked += 1
        return asked > 1

    for cancelled in (lambda: True, cancelled_after_the_first):
        with pytest.raises(CancelledError):
            session.check(draft, task, cancelled)
    assert asked == 2
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
