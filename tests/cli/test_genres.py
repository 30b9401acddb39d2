import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.cli.main import main

TEXT = "防汛工作设想\n县政府：\n需增拨经费。\n一、理由\n缺。\n二、测算\n二十万元。\n县防办\n2025年6月1日\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def rules(*arguments: str) -> list[str]:
    result = run("check", "--output-format", "json", "--select", "elements", *arguments)
    assert result.exit_code in (0, 1), result.stderr
    return [finding["rule"] for finding in json.loads(result.stdout)]


def test_genre_by_option() -> None:
    assert rules("a.txt") == []
    assert (
        rules("--genre", "请示", "a.txt")
        == rules("--genre", "request", "a.txt")
        == ["elements/request-without-closing"]
    )


def test_genre_by_path() -> None:
    Path(".wengao-lint.yaml").write_text("genres:\n  '*.txt': 请示\n", encoding="utf-8")
    assert rules("a.txt") == ["elements/request-without-closing"]
    assert rules("--genre", "通知", "a.txt") == []


def test_unknown_genres() -> None:
    unknown = run("check", "--genre", "请式", "a.txt")
    assert (unknown.exit_code, unknown.stderr) == (2, "--genre: 没有文种“请式”，是否为“请示”？\n")
    Path(".wengao-lint.yaml").write_text("genres: {'*.txt': 请式}\n", encoding="utf-8")
    unknown = run("check", "a.txt")
    assert (unknown.exit_code, unknown.stderr) == (
        2,
        ".wengao-lint.yaml:1:19: genres: 没有文种“请式”，是否为“请示”？\n",
    )


def test_unknown_genre_in_a_draft_leaves_the_others_checked() -> None:
    Path("b.md").write_text("---\ngenre: 请式\n---\n\n# 方案\n", encoding="utf-8")
    result = run("check", "-q", "--genre", "", ".")
    assert (result.exit_code, result.stderr) == (2, "b.md: 没有文种“请式”，是否为“请示”？\n")


@pytest.mark.parametrize("text", ["genres: 请示\n", "genres: {'*.txt': [请示]}\n"])
def test_wrong_configuration(text: str) -> None:
    Path(".wengao-lint.yaml").write_text(text, encoding="utf-8")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    assert ".wengao-lint.yaml:1:" in result.stderr


def test_outline_says_which_genre_and_why() -> None:
    Path("b.txt").write_text("关于防汛的请示\n县政府：\n请批示。\n", encoding="utf-8")
    assert "文种：请示（据标题“关于防汛的请示”）" in run("outline", "b.txt").stdout
    assert (
        'genre: request for instructions (by the title "关于防汛的请示")'
        in run("outline", "--lang", "en", "b.txt").stdout
    )
    assert "文种：未能认定" in run("outline", "a.txt").stdout
    assert "文种：请示（--genre 指定）" in run("outline", "--genre", "请示", "a.txt").stdout
    [part] = json.loads(run("outline", "--output-format", "json", "b.txt").stdout)["parts"]
    assert part["genre"]["id"] == "request"
    Path("c.md").write_text("---\ngenre: 请式\n---\n\n# 方案\n", encoding="utf-8")
    assert run("outline", "c.md").exit_code == 2


def test_genres_are_listed_and_explained() -> None:
    listed = run("genres").stdout.splitlines()
    assert len(listed) >= 22
    assert "请示" in next(line for line in listed if line.startswith("request "))
    by_id, by_name = run("genres", "self-examination"), run("genres", "对照检查材料")
    assert by_id.stdout == by_name.stdout
    assert "上年度整改落实情况（通常应有） 标题含：整改落实、" in by_id.stdout
    assert "年度要求对照的方面 2023：" in by_id.stdout
    assert "rules of its own: elements/" in run("genres", "--lang", "en", "request").stdout
    unknown = run("genres", "请式")
    assert (unknown.exit_code, unknown.stderr) == (2, "genres: 没有文种“请式”，是否为“请示”？\n")


def test_schema_of_genres() -> None:
    schema = json.loads(run("schema", "genre").stdout)
    assert "titles" in schema["$defs"]["Genre"]["required"]
    assert run("schema", "nonsense").exit_code == 2


def test_examples_of_a_house_genre() -> None:
    Path("house/genres").mkdir(parents=True)
    text = "name: 走访记录\nname_en: visit record\ntitles: ['走访记录$']\nexamples:\n  - title: 入户走访记录\n"
    Path("house/genres/visit.yaml").write_text(text, encoding="utf-8")
    passed = run("test", "house")
    assert (passed.exit_code, passed.stderr) == (0, "检验 1 条规则、文种和词表的 1 个示例：1 个符合，0 个不符\n")
    Path("house/genres/visit.yaml").write_text(text + "  - other: 下乡走访记录\n", encoding="utf-8")
    failed = run("test", "house")
    assert (failed.exit_code, failed.stdout) == (
        1,
        "genres/visit #2 误报：应为 不是走访记录，实为 走访记录：下乡走访记录\n",
    )
