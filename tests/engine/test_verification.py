"""What is written is looked at once more: no fix brings about an error that was not there."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.cli.main import main
from lint.engine.fixing.verification import UnsoundFixError, require_sound
from lint.rulebook.finding import Finding, Severity
from lint.text.source import Source, Span
from tests.docx.making import paragraph, word

RULE = """
title: 甲
title_en: first
why: 甲。
source: {{norm: practice, tier: practice}}
severity: {severity}
check: pattern
with: {{pattern: {pattern}, replace: {replace}}}
message: “{{found}}”
message_en: "{{found}}"
fix: safe
examples: [{{valid: 丙}}, {{invalid: ⟦{pattern}⟧}}]
"""
DRAFTS = {"稿.txt": "天\n".encode(), "稿.md": "天\n".encode(), "稿.docx": word(paragraph("天"))}


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule whose fix writes what another one calls an error and does not mend."""
    monkeypatch.chdir(tmp_path)
    Path("rules/house").mkdir(parents=True)
    Path("rules/house/sky.yaml").write_text(RULE.format(severity="warning", pattern="天", replace="地地"), "utf-8")
    error = RULE.format(severity="error", pattern="地地", replace="人").replace("fix: safe", "fix: none")
    Path("rules/house/earth.yaml").write_text(error, "utf-8")


def fix(name: str) -> tuple[int, str, str]:
    arguments = ["check", "--isolated", "--rules", "rules", "--select", "house", "--fix", name]
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.stdout, re.sub(r"用时 [\d.]+ 秒", "用时 … 秒", result.stderr)


@pytest.mark.parametrize("name", DRAFTS)
def test_a_fix_that_brings_about_an_error_is_left_out(name: str) -> None:
    Path(name).write_bytes(DRAFTS[name])
    status, out, error = fix(name)
    assert (status, out.count("[house/sky]"), "0 处错误，1 处警告" in error) == (1, 1, True)
    assert Path(name).read_bytes() == DRAFTS[name]


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_that_would_have_new_errors_is_left_and_the_rule_named(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lint.engine.fixing.fixes._at_fault", lambda rounds, lint: set())
    Path(name).write_bytes(DRAFTS[name])
    status, out, error = fix(name)
    line = f"{name}: 未修改：改后会出现原来没有的错误（house/earth）"
    assert (status, out, error.splitlines()[0]) == (2, "", line)
    assert Path(name).read_bytes() == DRAFTS[name]


def found(rule: str, severity: Severity = "error") -> Finding:
    return Finding("稿.txt", rule, severity, "", Span(0, 0), "practice")


@pytest.mark.parametrize(
    ("before", "after", "rules"),
    [
        ([], [], ()),
        ([found("a/b")], [], ()),
        ([found("a/b")], [found("a/b")], ()),
        ([found("a/b")], [found("a/b"), found("c/d", "warning")], ()),
        ([found("a/b")], [found("a/b"), found("a/b")], ("a/b",)),
        ([found("a/b")], [found("e/f"), found("c/d")], ("c/d", "e/f")),
    ],
)
def test_errors_are_counted_by_rule(before: list[Finding], after: list[Finding], rules: tuple[str, ...]) -> None:
    answers = {"甲": before, "乙": after}
    told: tuple[str, ...] = ()
    try:
        require_sound(Source("稿.txt", "甲"), Source("稿.txt", "乙"), lambda source: answers[source.text])
    except UnsoundFixError as error:
        told = error.rules
    assert told == rules
