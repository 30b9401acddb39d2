"""Settings that change rules without copying them, build on others' rules, and are told their mistakes by line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint.cli.main import main

RULE = """\
title: {title}
why: 本单位不用。
source: {{norm: 公文写作惯例, tier: practice}}
severity: warning
check: pattern
with: {{pattern: {pattern}}}
message: 不用“{{found}}”
examples:
  - valid: 好。
  - invalid: ⟦{pattern}⟧。
"""
GENRE = """\
name: 巡察日志
titles: [巡察日志$]
sections:
  - {name: 情况, headings: [情况]}
examples:
  - title: 九月巡察日志
"""
DRAFT = "一、好。\n1.好。\n（1）好。\n①坏字，怪字。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "稿.txt").write_text(DRAFT, "utf-8")
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


def check(settings: str, *arguments: str) -> tuple[int, str, str]:
    write(".wengao-lint.yaml", settings)
    result = CliRunner().invoke(main, ["check", "-q", "稿.txt", *arguments])
    return result.exit_code, result.stdout, result.stderr


DEEP = "一、好。\n（一）好。\n1.好。\n（1）好。\n①好。\n"


def test_options_change_a_rule_without_a_copy() -> None:
    write("稿.txt", "# 甲\n\n" + "好。\n" + "关于修路的报告，重复的一段话，说了两遍。\n" * 2)
    rule = "numerals/duplicate-paragraph"
    selected = f"select: [{rule}]\n"
    assert check(selected + f"options: {{{rule}: {{least: 100}}}}\n") == (0, "", "")
    assert check(selected + f"options: {{{rule}: {{least: 5}}}}\n")[1].endswith(f"[{rule}]\n")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("select: [numbring]\n", "1:10: select: 没有规则或类别“numbring”，是否为“numbering”？"),
        ("lang: zh\nignore: [a]\n", "2:10: ignore: 没有规则或类别“a”"),
        (
            "severity:\n  numbering/gap: off\n  numbering/gip: off\n",
            "3:3: severity: 没有规则或类别“numbering/gip”，是否为“numbering/gap”？",
        ),
        ("genres: {稿.txt: 请式}\n", "1:17: genres: 没有文种“请式”，是否为“请示”？"),
        ("per-file-ignores: {稿.txt: [gap]}\n", "1:28: per-file-ignores: 没有规则或类别“gap”"),
        ("rules: [house]\n", "1:9: 没有这个规则文件夹（house）"),
        ("extends: [ministry]\n", "1:11: 没有文件夹，也没有已安装的规则包“ministry”"),
        ("options: {hierarchy: {most: 3}}\n", "1:11: options: 没有规则或类别“hierarchy”，是否为“hierarchy/too-deep”？"),
        ("options: {hierarchy/too-deep: 3}\n", "1:31: options 应为“规则: {参数: 值}”"),
        (
            "options:\n  hierarchy/too-deep: {mots: 3}\n",
            "2:3: options: 规则 hierarchy/too-deep 没有参数“mots”，是否为“most”？",
        ),
        (
            "options:\n  hierarchy/too-deep: {depth: 3}\n",
            "2:3: options: 规则 hierarchy/too-deep 没有参数“depth”；可用 most",
        ),
        ("options: {hierarchy/too-deep: {most: 三}}\n", "1:11: options: 应为整数，现为文字（most）"),
        (
            "options: {elements/order-in-letter: {expect: presnt}}\n",
            "1:11: options: 没有 presnt 这个值（expect）",
        ),
        (
            "options: {elements/order-in-letter: {pattern: (日}}\n",
            "1:11: options: 正则表达式有误：第 3 个字符处，缺少“)”（missing ) at position 2）（pattern）",
        ),
        (
            "options: {suppressions/unused: {report: unknown}}\n",
            "1:11: options: 规则 suppressions/unused 没有参数可以设定",
        ),
        ("select: [\n", "2:1: 不是合法的 YAML：括号里缺少内容"),
    ],
)
def test_mistakes_are_told_at_their_lines(settings: str, said: str) -> None:
    assert check(settings) == (2, "", f".wengao-lint.yaml:{said}\n")


def test_house_rules_build_on_a_folder() -> None:
    write("上级/wording/bad.yaml", RULE.format(title="坏字", pattern="坏字"))
    write("本单位/wording/odd.yaml", RULE.format(title="怪字", pattern="怪字"))
    write("本单位/wording/bad.yaml", "severity: info\n")
    settings = "extends: [上级]\nrules: [本单位]\nselect: [wording]\n"
    assert check(settings) == (
        1,
        "稿.txt:4:2: info: 不用“坏字” [wording/bad]\n稿.txt:4:5: warning: 不用“怪字” [wording/odd]\n",
        "",
    )
    english = check(settings, "--lang", "en")[1]
    assert english == "稿.txt:4:2: info: 不用“坏字” [wording/bad]\n稿.txt:4:5: warning: 不用“怪字” [wording/odd]\n"


@pytest.mark.parametrize("module", ["ministry_rules", "ministry_rules.公文", "ministry_rules:公文"])
def test_house_rules_build_on_an_installed_package_that_is_never_imported(folder: Path, module: str) -> None:
    site = folder / "site"
    below = module.replace(":", ".").partition(".")[2]
    write("site/ministry_rules/__init__.py", "raise SystemExit('imported')\n")
    write(os.path.join("site/ministry_rules", below, "__init__.py"), "raise SystemExit('imported')\n")
    write(os.path.join("site/ministry_rules", below, "wording/bad.yaml"), RULE.format(title="坏字", pattern="坏字"))
    write("site/ministry_rules-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: ministry-rules\nVersion: 1.0\n")
    write("site/ministry_rules-1.0.dist-info/entry_points.txt", f"[wengao_lint.rules]\nministry = {module}\n")
    write(".wengao-lint.yaml", "extends: [ministry]\nselect: [wording]\n")
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "lint", "-q", "稿.txt"]
    root = str(Path(__file__).parent.parent.parent)
    environment["PYTHONPATH"] = os.pathsep.join([str(site), root])
    run = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (1, "稿.txt:4:2: warning: 不用“坏字” [wording/bad]\n", "")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("house/log.yaml", GENRE, "1:1: 这是文种，应放在规则文件夹的 genres/log.yaml"),
        ("house/wording/log.yaml", GENRE, "1:1: 这是文种，应放在规则文件夹的 genres/log.yaml"),
        (
            "house/genres/bad.yaml",
            RULE.format(title="坏字", pattern="坏字"),
            "1:1: 这是规则，应放在规则文件夹的 类别/bad.yaml",
        ),
        (
            "house/words.yaml",
            "title: 词\nconcepts: [{name: 学习, words: [研学]}]\n",
            "1:1: 这是词表，应放在规则文件夹的 lexicons/words.yaml",
        ),
    ],
)
def test_a_file_in_the_wrong_folder_is_told_where_it_belongs(name: str, text: str, said: str) -> None:
    write(name, text)
    assert check("rules: [house]\n") == (2, "", f"{name}:{said}\n")


def test_a_house_genre_needs_no_english() -> None:
    write("house/genres/log.yaml", GENRE)
    write("稿.txt", "九月巡察日志\n一、情况\n好。\n")
    assert check("rules: [house]\nselect: [sections]\n", "--lang", "en")[0] == 0
    result = CliRunner().invoke(main, ["genres", "log", "--lang", "en"])
    assert (result.exit_code, "情况 (required)" in result.stdout) == (0, True)
