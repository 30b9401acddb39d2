import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import lint as package
from lint import lint_text
from lint.api import task_for
from lint.config.settings import SettingsError
from lint.engine.linter import lint
from lint.rulebook.finding import Finding, Fix, Related
from lint.text.edit import Edit
from lint.text.source import Source, Span

SWAPPED = "关于报送材料的通知\n\n一、时间。\n三、方式。\n二、要求。\n"
FOUND = Finding(
    path="<text>",
    rule="numbering/out-of-order",
    severity="error",
    message="序号依次为“一、三、二”，应为“一、二、三”",
    span=Span(17, 19),
    source="GB/T 9704-2012 7.3.3",
    fix=Fix(safe=False, edits=(Edit(Span(17, 18), "二"), Edit(Span(23, 24), "三"))),
    related=(Related(Span(23, 25), "这里应为“三”"),),
)


def test_findings_of_a_text() -> None:
    assert lint_text(SWAPPED) == [FOUND]


def test_same_arguments_give_the_same_findings() -> None:
    assert lint_text(SWAPPED) == lint_text(SWAPPED)


def test_function_and_findings_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(lint_text)) is lint_text
    assert pickle.loads(pickle.dumps([FOUND])) == [FOUND]


def test_rules_that_ran_can_be_pickled() -> None:
    task = task_for("", "zh", (), (), ())
    assert lint(Source("<text>", SWAPPED), task.rulebook) == [FOUND]
    assert lint(Source("<text>", SWAPPED), pickle.loads(pickle.dumps(task)).rulebook) == [FOUND]


def test_options_are_those_of_check() -> None:
    assert lint_text(SWAPPED, ignore=["numbering"]) == []
    assert lint_text(SWAPPED, select=["placeholders"]) == []
    [english] = lint_text(SWAPPED, lang="en")
    assert english.message == "markers run 一、三、二, expected 一、二、三"
    assert {each.rule for each in lint_text("一、甲。\n二、乙。\n", genre="请示")} >= {
        "elements/request-without-closing"
    }


def test_suffix_of_the_path_tells_the_format() -> None:
    code = "```\n一、甲。\n三、乙。\n```\n"
    assert [each.path for each in lint_text(code, path="稿.txt")] == ["稿.txt"]
    assert lint_text(code, path="稿.md") == []


def test_configuration_of_the_folder_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".wengao-lint.yaml").write_text("ignore: [numbering]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert lint_text(SWAPPED) == [FOUND]


def test_unknown_rule_is_an_error() -> None:
    with pytest.raises(SettingsError, match=r"select: 没有规则或类别“numbring”，是否为“numbering”？"):
        lint_text("", select=["numbring"])


def test_text_no_file_could_hold_is_checked_too() -> None:
    assert lint_text("\ud800一、甲。\0\n") == []


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="module 'lint' has no attribute 'lint_texts'"):
        package.lint_texts  # noqa: B018 - to ask for it is the test


def test_package_costs_nothing_until_it_is_asked() -> None:
    code = "import lint, sys; sys.exit('lint.engine.linter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
