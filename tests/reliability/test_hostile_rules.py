"""Rules from elsewhere: what they ask for is bounded, and what is wrong with them is told at its place."""

import os
from pathlib import Path

import pytest

from lint.messages.rule_mistakes import Said
from lint.rulebook.rulebook import _paths
from tests.reliability.house import RULE, house_genre, house_rule, write
from tests.reliability.running import DRAFT, FINDINGS, check, run

BESIDE = FINDINGS.format("z.txt")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("z.txt", DRAFT)
    write("rules/house/rule.yaml", "")
    return tmp_path


def told(text: str | bytes) -> str:
    """What a run says of a rule file of this text, after its path."""
    write("rules/house/rule.yaml", text)
    status, out, error = check("--rules", "rules", "z.txt")
    assert (status, out, error.count("\n")) == (2, "", 1)
    return error.removeprefix("rules/house/rule.yaml").removesuffix("\n")


CATASTROPHES = {
    "nested quantifiers": "(?:甲?){5000}甲{5000}",
    "backtracking": "(?:甲|甲.|.甲)+乙$|(?:甲*甲*)*丙|(?:甲+){9}丁",
    "approximate": "(?:甲甲乙){e<=40}丙",
}


@pytest.mark.parametrize("pattern", CATASTROPHES.values(), ids=CATASTROPHES)
def test_a_catastrophic_pattern_is_named_with_the_draft_and_the_rest_goes_on(pattern: str) -> None:
    house_rule(pattern)
    write("甲.txt", "甲" * 5000 + "丙丁乙。\n" + DRAFT)
    line = f"甲.txt: 规则 house/rule 未能完成，已略过：匹配超过 2 秒：{pattern}\n"
    beside = FINDINGS.format("甲.txt").replace(":2:", ":3:")
    assert check("--rules", "rules", "z.txt", "甲.txt") == (2, BESIDE + beside, line)


def test_a_pattern_that_calls_itself_for_ever_is_named_with_the_draft() -> None:
    house_rule("(?R)")
    # Which bound it meets first, of memory or of time, is up to the machine.
    whats = ("匹配所需的内存或层数过多", "匹配超过 2 秒")
    lines = [f"z.txt: 规则 house/rule 未能完成，已略过：{what}：(?R)\n" for what in whats]
    status, found, said = check("--rules", "rules", "z.txt")
    assert (status, found, said in lines) == (2, BESIDE, True)


def test_a_catastrophic_title_of_a_genre_is_named_with_the_draft() -> None:
    Path("rules/house/rule.yaml").unlink()
    house_genre("^(甲|甲|甲甲)*(?<!甲)$")
    write("甲.txt", "甲" * 34 + "\n\n" + DRAFT)
    line = "甲.txt: 文种未能认定，按不明处理：匹配超过 2 秒：^(甲|甲|甲甲)*(?<!甲)$\n"
    beside = FINDINGS.format("甲.txt").replace(":2:", ":4:")
    assert check("--rules", "rules", "z.txt", "甲.txt") == (2, BESIDE + beside, line)
    assert run("outline", "甲.txt", "--rules", "rules", "--isolated") == (2, "", line)


@pytest.mark.parametrize("depth", [900, 3000, 100_000])
def test_a_pattern_nested_too_deep_is_told_at_its_place(depth: int) -> None:
    pattern = "(?:" * depth + "甲" + ")" * depth
    assert told(RULE.format(pattern=f'"{pattern}"')) == ":7:17: 正则表达式有误：嵌套过深"
    write("rules/house/rule.yaml", RULE.format(pattern="坏"))
    house_genre(pattern)
    error = "rules/genres/some.yaml:3:10: 正则表达式有误：嵌套过深\n"
    assert check("--rules", "rules", "z.txt") == (2, "", error)


NINES = "9" * 40 + "…"
BOMBS = {
    "aliases": (
        "a: &a [甲]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)),
        ":1:4: 不支持锚点（&）和引用（*），请写出全文",
    ),
    "an alias of itself": ("a: &a [*a]\n", ":1:4: 不支持锚点（&）和引用（*），请写出全文"),
    "brackets": ("[" * 900, ":1:31: 嵌套超过 30 层"),
    "braces": ("{a: " * 200_000, ":1:121: 嵌套超过 30 层"),
    "indents": ("\n".join(" " * depth + "-" for depth in range(1000)), ":31:31: 嵌套超过 30 层"),
    "dashes": ("- " * 400_000, ":1:61: 嵌套超过 30 层"),
    "a tag that would run": (
        "!!python/object/apply:os.system [touch ran]\n",
        ":1:1: 不支持标签 tag:yaml.org,2002:python/object/apply:os.system",
    ),
    "bytes": (bytes(range(256)), ":1:1: 不是 UTF-8，应为 UTF-8"),
    "NUL": (b"a: \0\n", ":1:4: 有不可见的控制字符 U+0000，请删去"),
    "a million and one": ("#" * 1_000_001, ": 无法读取：文件过大，应不超过 1000000 个字节"),
    "a number without end": ("a: " + "9" * 900_000, f":1:4: {NINES} 会被读作别的值，请加引号：'{NINES}'"),
}


def test_brackets_too_deep_for_the_parser_itself_are_one_line() -> None:
    where, _, error = told("[" * 500_000).rpartition(": ")
    assert (error, where) in (("嵌套超过 30 层", ":1:31"), ("嵌套超过 30 层", ":1:1001"))  # by the parser's own limit


@pytest.mark.parametrize(("text", "error"), BOMBS.values(), ids=BOMBS)
def test_a_yaml_bomb_is_one_line(text: str | bytes, error: str) -> None:
    assert told(text) == error
    assert not Path("ran").exists()


def test_what_is_no_file_among_the_rules_is_told_and_not_waited_for() -> None:
    Path("rules/house/rule.yaml").unlink()
    os.mkfifo("rules/house/rule.yaml")
    Path("rules/house/zero.yaml").symlink_to("/dev/zero")
    Path("rules/house/loop.yaml").symlink_to("loop.yaml")
    assert check("--rules", "rules", "z.txt") == (
        2,
        "",
        "rules/house/loop.yaml: 无法读取：Too many levels of symbolic links\n"
        "rules/house/rule.yaml: 无法读取：应为文件\n"
        "rules/house/zero.yaml: 无法读取：应为文件\n",
    )


def test_links_to_folders_among_the_rules_are_not_followed() -> None:
    Path("rules/house/rule.yaml").unlink()
    Path("rules/loop").symlink_to(".")
    Path("rules/root").symlink_to("/")
    assert check("--rules", "rules", "z.txt") == (1, BESIDE, "")


def test_a_folder_that_holds_everything_is_no_rules_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.rulebook.rulebook._MOST_ENTRIES", 2)
    unread: list[tuple[str, Said]] = []
    write("rules/more/a.txt", "")
    assert list(_paths("rules", unread)) == []
    assert [(path, said.zh) for path, said in unread] == [("rules", "文件过多，应为规则文件夹，不超过 2 个文件")]


@pytest.mark.parametrize("command", [["rule", "--rules", "rules"], ["genres", "--rules", "rules"], ["test", "rules"]])
def test_other_commands_tell_the_same(command: list[str]) -> None:
    write("rules/house/rule.yaml", "a: &a [*a]\n")
    error = "rules/house/rule.yaml:1:4: 不支持锚点（&）和引用（*），请写出全文\n"
    assert run(*command) == (2, "", error)


def test_a_catastrophic_pattern_fails_its_own_examples() -> None:
    house_rule("(?R)")
    status, out, error = run("test", "rules")
    assert (status, out.count("Traceback"), error) == (
        1,
        0,
        "检验 1 条规则、文种和词表的 4 个示例：0 个符合，4 个不符\n",
    )
