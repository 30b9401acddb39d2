"""Settings from elsewhere: bounded, strict, and nothing in them is ever run or written."""

import os
import re
from pathlib import Path

import pytest

from lint.files import globs
from lint.rulebook.rulebook import RulebookError, load_rulebook
from lint.text.comparison.spelling import MOST_LOOKS
from tests.reliability.house import write
from tests.reliability.running import DRAFT, FINDINGS, run

NAME = ".wengao-lint.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("z.txt", DRAFT)
    return tmp_path


EVERYTHING = "是整个磁盘或个人主文件夹，应为规则文件夹"
NO_ALIAS = "不支持锚点（&）和引用（*），请写出全文"
LISTED = "".join(f"    'x{n}': *all\n" for n in range(6000))
ALIASES = "".join(f"    - &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
ANCHOR = "不支持锚点（&）和引用（*），请写出全文"
SETTINGS = {
    "aliases": (
        f"select:\n    - &a0 [甲]\n{ALIASES}",
        [f"{NAME}:2:7: {NO_ALIAS}"],
    ),
    "aliases in a key": (f"?\n    - &a0 [甲]\n{ALIASES}: 1\n", [f"{NAME}:2:7: {NO_ALIAS}"]),
    "an alias of itself in a key": ("? &a [*a]\n: 1\n", [f"{NAME}:1:3: {NO_ALIAS}"]),
    "the same list many times": (
        f"per-file-ignores:\n    a: &all [{'甲, ' * 6000}]\n{LISTED}",
        [f"{NAME}:2:8: {NO_ALIAS}"],
    ),
    "brackets": ("select: " + "[" * 900, [f"{NAME}:1:38: 不是合法的 YAML：嵌套过深"]),
    "dashes": ("select: \n" + "- " * 400_000, [f"{NAME}:2:59: 不是合法的 YAML：嵌套过深"]),
    "a tag that would run": (
        "lang: !!python/object/apply:os.system [touch ran]\n",
        [f"{NAME}:1:7: 不支持标签 tag:yaml.org,2002:python/object/apply:os.system"],
    ),
    "bytes": (bytes(range(256)), [f"{NAME}: 不是 UTF-8 文本，应为 UTF-8"]),
    "NUL": (b"lang: \0\n", [f"{NAME}:1:7: 不是合法的 YAML：U+0000"]),
    "a million and one": ("#" * 1_000_001, [f"{NAME}: 无法读取：文件过大，应不超过 1000000 个字节"]),
    "rules that are a file": ("rules: [z.txt]\n", [f"{NAME}:1:9: 没有这个规则文件夹（z.txt）"]),
    "rules that are a whole disk": ("rules: [/]\n", [f"/: {EVERYTHING}"]),
    "rules outside that are nowhere": ("rules: [../无]\n", [f"{NAME}:1:9: 没有这个规则文件夹（../无）"]),
}


@pytest.mark.parametrize(("text", "errors"), SETTINGS.values(), ids=SETTINGS)
def test_hostile_settings_are_a_line_an_error(text: str | bytes, errors: list[str]) -> None:
    write(NAME, text)
    status, out, error = run("check", "-q", "z.txt")
    assert (status, out, error.splitlines()) == (2, "", errors)
    assert not Path("ran").exists()


def test_a_disk_or_a_home_folder_is_no_rules_folder_and_is_not_walked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "家").mkdir()
    (folder / "链").symlink_to("家")
    monkeypatch.setenv("HOME", str(folder / "家"))
    monkeypatch.setattr(os, "walk", lambda *_, **__: pytest.fail("walked"))
    for name in ("/", "家", "./家/../家/", "链", "/usr/.."):
        with pytest.raises(RulebookError) as caught:
            load_rulebook([name])
        assert caught.value.errors == (f"{name}: {EVERYTHING}",)


def test_many_unknown_names_are_told_and_a_few_answered(folder: Path) -> None:
    names = [f"numbering/gap{number}" for number in range(500)]
    write(NAME, f"select: [{', '.join(names)}]\ngenres: {{{', '.join(f'a{n}: reques{n}' for n in range(500))}}}\n")
    status, out, error = run("check", "-q", "z.txt")
    assert (status, out, error.count("\n"), error.count("，是否为“numbering/gap”？")) == (2, "", 500, MOST_LOOKS)
    write(NAME, f"genres: {{{', '.join(f'a{n}: reques{n}' for n in range(500))}}}\n")
    status, out, error = run("check", "-q", "z.txt")
    assert (status, out, error.count("没有文种“reques"), error.count("是否为")) == (2, "", 500, MOST_LOOKS)


def test_brackets_too_deep_for_the_parser_itself_are_one_line() -> None:
    write(NAME, "select: " + "[" * 500_000)
    status, out, error = run("check", "-q", "z.txt")
    assert (status, out, re.sub(r":\d+: ", ": ", error)) == (2, "", f"{NAME}:1: 不是合法的 YAML：嵌套过深\n")


def test_rules_outside_the_folder_are_read_as_rules_and_never_written(tmp_path: Path) -> None:
    write("外/house/rule.yaml", "name: 不是规则\n")
    write(f"内/{NAME}", "rules: [../外]\n")
    write("内/z.txt", DRAFT)
    error = f"{tmp_path}/内/../外/house/rule.yaml:1:1: 没有 name 这个键\n"
    assert run("check", "-q", "--fix", "内") == (2, "", error)
    assert Path("外/house/rule.yaml").read_text("utf-8") == "name: 不是规则\n"


def test_settings_that_are_a_pipe_or_a_device_are_passed_over_in_a_search_and_refused_by_name() -> None:
    os.mkfifo(NAME)
    assert run("check", "-q", "z.txt") == (1, FINDINGS.format("z.txt"), "")
    refused = f"{NAME}: 无法读取：不是普通文件\n"
    assert run("check", "-q", "--config", NAME, "z.txt") == (2, "", refused)
    refused = "/dev/zero: 无法读取：不是普通文件\n"
    assert run("check", "-q", "--config", "/dev/zero", "z.txt") == (2, "", refused)


def test_an_ignore_file_that_is_no_file_or_too_large_is_told_and_the_drafts_are_checked() -> None:
    os.mkfifo(".gitignore")
    assert run("check", "-q", ".") == (2, FINDINGS.format("z.txt"), "./.gitignore: 无法读取：不是普通文件\n")
    Path(".gitignore").unlink()
    write(".gitignore", "#" * 1_000_001)
    too_large = "./.gitignore: 无法读取：文件过大，应不超过 1000000 个字节\n"
    assert run("check", "-q", ".") == (2, FINDINGS.format("z.txt"), too_large)


BASELINES = {
    "brackets": "[" * 100_000,
    "nested": '{"version": 1, "drafts": ' + '{"a": ' * 100_000,
    "NUL": "\0",
    "a count of thousands of millions": '{"version": 1, "drafts": {"a": [{"rule": "r", "text": "", "before": "", '
    '"after": "", "count": 9000000000}]}}',
}


@pytest.mark.parametrize("text", BASELINES.values(), ids=BASELINES)
def test_a_hostile_baseline_is_one_line(text: str) -> None:
    write("基线", text)
    status, out, error = run("check", "-q", "--baseline", "基线", "z.txt")
    assert (status, out, error.count("\n"), error.startswith("基线: 不是基线文件：")) == (2, "", 1, True)


STARS = ["*a" * 40 + "*b.txt", "*" * 200 + "b.txt", "**/a" * 200 + "/b.txt"]


@pytest.mark.parametrize("pattern", STARS, ids=["stars", "stars only", "folders"])
@pytest.mark.parametrize("key", [".gitignore", "exclude", "genres", "per-file-ignores"])
def test_a_catastrophic_pattern_for_paths_names_nothing_and_the_drafts_are_checked(key: str, pattern: str) -> None:
    name = "a" * 200 + ".txt"
    Path("z.txt").unlink()
    write("a/" * 200 + name, DRAFT)
    settings = {
        ".gitignore": "",
        "exclude": f"exclude: ['{pattern}']\n",
        "genres": f"genres: {{'{pattern}': 通知}}\n",
        "per-file-ignores": f"per-file-ignores: {{'{pattern}': [numbering]}}\n",
    }
    write(NAME, settings[key])
    if key == ".gitignore":
        write(key, pattern + "\n")
    status, out, error = run("check", "-q", "--select", "numbering,placeholders", ".")
    assert (status, out, error) == (1, FINDINGS.format("a/" * 200 + name), "")


def test_patterns_that_take_too_long_are_given_up_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(globs, "SECONDS", 0.001)
    patience = globs.Patience(0.003)
    stopped = [globs.Bounded("(?:.*a){30}b$", patience) for _ in range(20)]
    for pattern in stopped:
        assert pattern.search("a" * 200) is None
    assert [pattern.given_up for pattern in stopped] == [True] * 3 + [False] * 17
    assert stopped[-1].search("a" * 30 + "b") is None


def test_brackets_that_are_no_set_name_nothing() -> None:
    write(".gitignore", "[z-a]\n[[:alpha:]]甲.txt\n")
    assert run("check", "-q", ".") == (1, FINDINGS.format("z.txt"), "")
