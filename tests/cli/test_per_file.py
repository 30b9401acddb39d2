import pickle
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner
from pathspec import GitIgnoreSpec

from lint.cli.main import main
from lint.config.per_file import NO_IGNORES, PerFileIgnores
from lint.files import path_patterns
from lint.files.globs import spec_of
from lint.files.path_patterns import given_to
from tests.fakes import RULEBOOK


def names(pattern: str, folder: str, path: str) -> bool:
    return given_to(path, folder, [(pattern, "甲")]) == ["甲"]


DRAFT = "一、好，，好。。\n三、落实××元。\n"


@pytest.mark.parametrize(
    ("pattern", "path", "named"),
    [
        ("稿.txt", "稿.txt", True),
        ("稿.txt", "甲/乙/稿.txt", True),
        ("/稿.txt", "甲/稿.txt", False),
        ("甲/*.txt", "甲/稿.txt", True),
        ("甲/*.txt", "甲/乙/稿.txt", False),
        ("甲/**", "甲/乙/稿.txt", True),
        ("甲/", "甲/乙/稿.txt", True),
        ("*.md", "甲/稿.txt", False),
        ("第（[0-9]）稿.txt", "第（2）稿.txt", True),
        ("旧 稿/*.txt", "旧 稿/一.txt", True),
        ("#稿.txt", "#稿.txt", False),
    ],
)
def test_patterns_are_those_of_gitignore(pattern: str, path: str, named: bool) -> None:
    assert names(pattern, ".", path) == named
    assert names(pattern, "项目", f"项目/{path}") == named


def test_patterns_are_relative_to_their_folder_wherever_the_run_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "项目/甲").mkdir(parents=True)
    for start, folder, path in (
        (".", "项目", "项目/甲/稿.txt"),
        ("项目", ".", "甲/稿.txt"),
        ("项目/甲", "..", "稿.txt"),
    ):
        monkeypatch.chdir(tmp_path / start)
        assert names("/甲/*.txt", folder, path)
        assert names("/甲/*.txt", folder, str(tmp_path / "项目/甲/稿.txt"))
        assert not names("/稿.txt", folder, path)


def test_all_patterns_that_fit_hold() -> None:
    ignores = PerFileIgnores(".", (("旧/", ("punctuation",)), ("*.txt", ("placeholders/unfilled",)), ("*.md", ("x",))))
    expected = {"旧/稿.txt": [], "稿.txt": ["punctuation/doubled"], "旧/稿.md": ["placeholders/unfilled"]}
    assert {path: [rule.id for rule in ignores.rulebook_for(path, RULEBOOK).rules] for path in expected} == expected


def test_patterns_are_compiled_once_however_many_drafts_and_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def counted(lines: Iterable[str]) -> GitIgnoreSpec:
        lines = list(lines)
        compiled.extend(lines)
        return spec_of(lines)

    monkeypatch.setattr(path_patterns, "spec_of", counted)
    patterns = [f"一次{number}.txt" for number in range(1000)]
    assert all(map(path_patterns.is_pattern, patterns))
    for number in (0, 999):
        assert given_to(f"一次{number}.txt", ".", zip(patterns, range(1000), strict=True)) == [number]
    assert compiled == patterns


def test_without_patterns_the_rulebook_is_the_same() -> None:
    assert NO_IGNORES.rulebook_for("稿.txt", RULEBOOK) is RULEBOOK
    assert PerFileIgnores(".", (("*.md", ("punctuation",)),)).rulebook_for("稿.txt", RULEBOOK) is RULEBOOK


def test_what_is_left_out_stays_known() -> None:
    kept = PerFileIgnores(".", (("*.txt", ("punctuation",)),)).rulebook_for("稿.txt", RULEBOOK)
    assert kept.idle == ("punctuation/doubled",)


def test_ignores_travel_between_processes() -> None:
    ignores = PerFileIgnores("甲", (("*.txt", ("punctuation",)),))
    assert pickle.loads(pickle.dumps(ignores)) == ignores


# On the command line


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str = DRAFT) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def check(*arguments: str, stdin: str | None = None) -> list[str]:
    """The paths and rules of the findings."""
    result = CliRunner().invoke(main, ["check", "-q", "--fail-on", "info", *arguments], input=stdin)
    assert result.stderr == ""
    return [f"{line.split(':')[0]} {line.rpartition('[')[2][:-1]}" for line in result.stdout.splitlines()]


CONFIG = """\
select: [punctuation/doubled-mark, numbering/gap, placeholders]
per-file-ignores:
  旧/: [numbering, punctuation/doubled-mark]
  "*.md": [placeholders]
"""


def test_configured_rules_are_left_out_where_the_pattern_fits() -> None:
    write(".wengao-lint.yaml", CONFIG)
    write("新/稿.txt")
    write("旧/稿.txt")
    write("旧/子/稿.txt")
    assert check() == [
        "新/稿.txt punctuation/doubled-mark",
        "新/稿.txt punctuation/doubled-mark",
        "新/稿.txt numbering/gap",
        "新/稿.txt placeholders/crosses",
        "旧/子/稿.txt placeholders/crosses",
        "旧/稿.txt placeholders/crosses",
    ]
    assert check("旧/稿.txt") == check("./旧/../旧/稿.txt") == ["旧/稿.txt placeholders/crosses"]
    assert len(check("旧/稿.txt", "--isolated", "--select", "numbering/gap,punctuation/doubled-mark")) == 3


def test_standard_input_goes_by_its_name() -> None:
    write(".wengao-lint.yaml", CONFIG)
    assert check("-", "--stdin-filename", "旧/稿.txt", stdin=DRAFT) == ["旧/稿.txt placeholders/crosses"]
    assert len(check("-", stdin=DRAFT)) == 4


def test_what_is_left_out_is_not_fixed() -> None:
    write(".wengao-lint.yaml", CONFIG)
    write("新/稿.txt")
    write("旧/稿.txt")
    CliRunner().invoke(main, ["check", "--fix", "-q"])
    assert Path("旧/稿.txt").read_text("utf-8") == DRAFT
    assert Path("新/稿.txt").read_text("utf-8") == DRAFT.replace("，，", "，").replace("。。", "。")


def test_patterns_are_relative_to_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    write("项目/.wengao-lint.yaml", CONFIG.replace("旧/", "/旧/"))
    write("项目/旧/稿.txt")
    assert check("项目") == ["项目/旧/稿.txt placeholders/crosses"]
    monkeypatch.chdir("项目/旧")
    assert check("稿.txt") == ["稿.txt placeholders/crosses"]


_MISTAKES = {
    "per-file-ignores: {'*.txt': [numbring]}\n": (
        ".wengao-lint.yaml:1:30: per-file-ignores: 没有规则或类别“numbring”，是否为“numbering”？"
    ),
    "per-file-ignore: {}\n": ".wengao-lint.yaml:1:1: 没有设置项“per-file-ignore”，是否为“per-file-ignores”？",
    "per-file-ignores: [a]\n": ".wengao-lint.yaml:1:19: per-file-ignores 应为“路径: [规则或类别]”",
    "per-file-ignores:\n  a: numbering\n": ".wengao-lint.yaml:2:6: per-file-ignores 应为列表",
    "per-file-ignores:\n  a: [[b]]\n": ".wengao-lint.yaml:2:7: per-file-ignores 的各项应为文字",
    "per-file-ignores:\n  a: [b]\n  a: [c]\n": ".wengao-lint.yaml:3:3: 设置项“a”重复",
    "per-file-ignores:\n  '!': [a]\n": ".wengao-lint.yaml:2:3: per-file-ignores 的路径“!”不合 .gitignore 的写法",
    "per-file-ignores:\n  '': [a]\n": ".wengao-lint.yaml:2:3: per-file-ignores 的路径“”不合 .gitignore 的写法",
    "per-file-ignores:\n  '#a': [a]\n": ".wengao-lint.yaml:2:3: per-file-ignores 的路径“#a”不合 .gitignore 的写法",
}


@pytest.mark.parametrize(("config", "error"), _MISTAKES.items())
def test_mistakes_say_where_and_what_was_meant(config: str, error: str) -> None:
    write(".wengao-lint.yaml", config)
    write("稿.txt")
    result = CliRunner().invoke(main, ["check"])
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{error}\n")
