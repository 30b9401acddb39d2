import json
import pickle
from typing import Any

import pytest

from lint.messages.rule_mistakes import Said
from lint.rulebook.strict_yaml import YamlError, load

DATA: dict[str, tuple[str, Any]] = {
    "empty": ("", None),
    "scalar": ("甲", "甲"),
    "nested": ("a: {b: [1, -2, 0]}\nc:\n  - d: 甲\n  - []\n", {"a": {"b": [1, -2, 0]}, "c": [{"d": "甲"}, []]}),
    "plain values": (
        "[~, null, true, false, 1, +5, 2.50, 甲 乙, 1.2.3]",
        [None, None, True, False, 1, 5, 2.5, "甲 乙", "1.2.3"],
    ),
    "quoted traps": ("['yes', \"012\", '1:20', '2024-01-02', '', '~']", ["yes", "012", "1:20", "2024-01-02", "", "~"]),
    "block text": ("a: |\n  一、甲\n  二、乙\n", {"a": "一、甲\n二、乙\n"}),
    "keys are words": ("2024: 1\non: 2\n", {"2024": 1, "on": 2}),
    "merge is a key like any other": ("<<: {a: 1}", {"<<": {"a": 1}}),
    "byte order mark": ("\ufeffa: 1", {"a": 1}),
    "directive": ("%YAML 1.1\n---\na: 1\n...\n", {"a": 1}),
    "deep enough": ("[" * 30 + "]" * 30, json.loads("[" * 30 + "]" * 30)),
}


@pytest.mark.parametrize(("text", "data"), DATA.values(), ids=DATA)
def test_plain_data(text: str, data: Any) -> None:
    assert load(text, "a.yaml").data == data


QUOTE = "{0} 会被读作别的值，请加引号：'{0}'"
TRAPS = [
    *("yes", "No", "ON", "off", "y", "N", "012", "-012", "0x1F", "0o17", "0b1", "1_000", "1e3", "1.5e3", "1."),
    *("1:20", "-1:20", "1:20:30.5", "2024-01-02", "2024-1-2", "2024-01-02T03:04:05", ".inf", "-.INF", ".nan", "="),
]


@pytest.mark.parametrize("word", TRAPS)
def test_traps_ask_for_quotes(word: str) -> None:
    with pytest.raises(YamlError) as caught:
        load(f"a: 1\nb: [甲, {word}]", "a.yaml")
    assert str(caught.value) == f"a.yaml:2:8: {QUOTE.format(word)}"


ERRORS = {
    "long number": ("a: " + "9" * 5000, "1:4: " + QUOTE.format("9" * 40 + "…")),
    "case of a word": ("a: True", "1:4: True 应写作 true，是文字则加引号：'True'"),
    "second document": ("a: 1\n---\nb: 2", "2:1: 一个文件只能有一份内容，不支持第二个 ---"),
    "second after an empty one": ("---\n---\na: 1", "2:1: 一个文件只能有一份内容，不支持第二个 ---"),
    "tag": ("a: !!str 1", "1:4: 不支持标签 tag:yaml.org,2002:str"),
    "bare tag": ("a: ! 1", "1:4: 不支持标签 !"),
    "tag on a list": ("a: !!set []", "1:4: 不支持标签 tag:yaml.org,2002:set"),
    "tag that would run": (
        "!!python/object/apply:os.system [ls]",
        "1:1: 不支持标签 tag:yaml.org,2002:python/object/apply:os.system",
    ),
    "anchor": ("a: &x [1]", "1:4: 不支持锚点（&）和引用（*），请写出全文"),
    "alias": ("a: 1\nb: *x", "2:4: 不支持锚点（&）和引用（*），请写出全文"),
    "duplicate key": ("甲: 1\n乙: 2\n甲: 3", "3:1: 键“甲”重复"),
    "duplicate key once quoted": ('a: 1\n"a": 2', "2:1: 键“a”重复"),
    "list as key": ("? [a]\n: 1", "1:3: 键应为一个词"),
    "too deep": ("[" * 900, "1:31: 嵌套超过 30 层"),
    "too deep by indents": ("\n".join(" " * level + "a:" for level in range(900)), "31:31: 嵌套超过 30 层"),
    "too long": ("a" * 1_000_001, "1:1: 文件过大，应不超过 1000000 个字符"),
    "control character": ("a: 1\n甲: \x01", "2:4: 有不可见的控制字符 U+0001，请删去"),
    "lone surrogate": ("a: \ud800", "1:4: 有不可见的控制字符 U+D800，请删去"),
    "second colon": ("a: b: c", "1:5: 不是有效的 YAML：这里不能再有“键: 值”，文字中有冒号和空格的请加引号"),
    "tabulator": ("a:\n\tb: 1", "2:1: 不是有效的 YAML：不能以这个字符开头，缩进用空格，文字以符号开头的请加引号"),
    "open bracket": ("a: [1, 2\nb: 3", "2:2: 不是有效的 YAML：方括号没有配对，或者缺少逗号"),
    "open quotation mark": ("a: '甲", "1:6: 不是有效的 YAML：引号没有配对"),
}


@pytest.mark.parametrize(("text", "message"), ERRORS.values(), ids=ERRORS)
def test_errors_name_their_place(text: str, message: str) -> None:
    with pytest.raises(YamlError) as caught:
        load(text, "a.yaml")
    assert str(caught.value) == f"a.yaml:{message}"


def both(text: str) -> Said:
    return Said(text, text)


def test_error_at_keys_and_values_and_what_is_missing() -> None:
    loaded = load("甲: 1\n乙:\n  - {丙: 2}\n", "a.yaml")
    assert [
        str(loaded.error(("乙", 0, "丙"), both("值"))),
        str(loaded.error(("乙", 0, "丙"), both("键"), at_key=True)),
        str(loaded.error(("乙", 0, "丁"), both("缺少丁"))),
        str(loaded.error(("戊",), both("缺少戊"), at_key=True)),
    ] == ["a.yaml:3:9: 值", "a.yaml:3:6: 键", "a.yaml:3:5: 缺少丁", "a.yaml:1:1: 缺少戊"]


def test_error_travels_between_processes() -> None:
    error = pickle.loads(pickle.dumps(YamlError("a.yaml", (3, 5), Said("甲", "one"))))
    assert (error.path, error.line, error.column, error.message) == ("a.yaml", 3, 5, Said("甲", "one"))
