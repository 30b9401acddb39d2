"""What is wrong with files of rules, genres and words is told in one language: the reader's."""

import re
import string
from pathlib import Path

import pytest

from lint.messages import rule_mistakes
from lint.messages.rule_mistakes import TYPES, Said
from lint.rulebook.rulebook import RulebookError, builtin_folder, load_rulebook
from tests.integrations.pages import run

SAID = {name: said for name, said in vars(rule_mistakes).items() if isinstance(said, Said)} | TYPES
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
RULE = """\
title: 日期含糊
why: 写明日期。
source: {norm: 惯例, tier: practice}
severity: warning
check: pattern
with: {pattern: 近日}
message: “{found}”应写明
examples: [{valid: 甲}, {invalid: ⟦近日⟧}]
"""
GENRE = "name: 函\ntitles: [函$]\nexamples: [{title: 关于甲的函}]\n"
LEXICON = "title: 词\nconcepts: [{name: 学习, words: [学习, 研讨]}]\n"


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_both_languages_say_the_same_of_the_same(said: Said) -> None:
    assert fields(said.zh) == fields(said.en)
    assert not CHINESE.search(said.en)


CASES = {
    "unknown key": ("a/b.yaml", RULE + "colour: red\n", "9:1: no key colour"),
    "near key": ("a/b.yaml", RULE + "titel: x\n", "9:1: no key titel, did you mean title?"),
    "missing key": ("a/b.yaml", RULE.replace("why: 写明日期。\n", ""), "1:1: why is missing"),
    "wrong type": ("a/b.yaml", RULE.replace("why: 写明日期。", "why: 3"), "2:6: expected a text, got a whole number"),
    "wrong item": ("a/b.yaml", RULE + "genres: 请示\n", "9:9: expected a list, got a text"),
    "no severity": (
        "a/b.yaml",
        RULE.replace("severity: warning", "severity: warnin"),
        "4:11: no value warnin, did you mean warning?",
    ),
    "no check": (
        "a/b.yaml",
        RULE.replace("check: pattern", "check: patern"),
        "5:8: no check patern, did you mean pattern?",
    ),
    "pattern": (
        "a/b.yaml",
        RULE.replace("近日}\nm", "'(近日'}\nm"),
        "6:17: not a regular expression: missing ) at position 3",
    ),
    "placeholder": (
        "a/b.yaml",
        RULE.replace("{found}", "{fond}"),
        "7:10: no value {fond}, did you mean found?; there are at, first, found, replacement, within, words",
    ),
    "no valid example": ("a/b.yaml", RULE.replace("{valid: 甲}, ", ""), "8:1: expected at least one valid example"),
    "no marks": (
        "a/b.yaml",
        RULE.replace("⟦近日⟧", "近日"),
        "8:34: an invalid example marks the place with ⟦ ⟧",
    ),
    "fields together": (
        "a/b.yaml",
        RULE.replace("近日}", "近日, at: title}"),
        "6:25: at goes with expect: present only",
    ),
    "key twice": ("a/b.yaml", "title: x\ntitle: y\n", "2:1: the key 'title' is given twice"),
    "not YAML": ("a/b.yaml", "a: [1\n", "2:1: not YAML: did not find expected ',' or ']'"),
    "quote": ("a/b.yaml", "a: yes\n", "1:4: yes would be read as another value, quote it: 'yes'"),
    "change of nothing": (
        "numbering/gapp.yaml",
        "severity: info\n",
        "1:1: no rule numbering/gapp to change, did you mean numbering/gap?",
    ),
    "unknown genre": (
        "a/b.yaml",
        RULE + "genres: [requst]\n",
        "9:10: no genre requst, did you mean request?",
    ),
    "genre in the wrong folder": (
        "a/letter.yaml",
        GENRE,
        "1:1: this is a genre, its place in the folder of rules is genres/letter.yaml",
    ),
    "genre without titles": (
        "genres/x.yaml",
        GENRE.replace("[函$]", "[]"),
        "2:9: expected at least one regular expression of titles",
    ),
    "genre without its section": ("genres/x.yaml", GENRE + "fixed: [[结语]]\n", "4:10: no section '结语'"),
    "lexicon": ("lexicons/x.yaml", LEXICON.replace("[学习, 研讨]", "学习"), "2:30: expected a list, got a text"),
}


@pytest.mark.parametrize(("path", "text", "said"), CASES.values(), ids=CASES)
def test_mistakes_in_english(path: str, text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / path
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    with pytest.raises(RulebookError) as caught:
        load_rulebook([builtin_folder(), tmp_path], lang="en")
    assert caught.value.errors == (f"{file}:{said}",)
    with pytest.raises(RulebookError) as told:
        load_rulebook([builtin_folder(), tmp_path])
    assert all(CHINESE.search(error.removeprefix(str(file))) for error in told.value.errors)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--isolated", "--rules", "nowhere", "x.txt"), "nowhere: no such folder of rules"),
        (("test", "nowhere"), "nowhere: no such folder of rules"),
        (("test", "house"), "house/a/b.yaml:1:1: why is missing"),
        (("check", "--isolated", "--rules", "house", "x.txt"), "house/a/b.yaml:1:1: why is missing"),
        (("check", "x.txt"), ".wengao-lint.yaml:1:11: options: no value 3 (within)"),
        (("check", "--isolated", "--select", "numberin", "x.txt"), "--select: no rule or category 'numberin', "),
        (("check", "--isolated", "--ignore", "gap", "x.txt"), "--ignore: no rule or category 'gap'"),
        (("check", "--isolated", "--genre", "requst", "x.txt"), "--genre: no genre 'requst', did you mean 'request'?"),
    ],
)
def test_commands_tell_mistakes_in_english(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("一、甲。\n", "utf-8")
    (tmp_path / "house/a").mkdir(parents=True)
    (tmp_path / "house/a/b.yaml").write_text(RULE.replace("why: 写明日期。\n", ""), "utf-8")
    (tmp_path / ".wengao-lint.yaml").write_text("options: {placeholders/letters: {within: 3}}\n", "utf-8")
    ended = run(tmp_path, "wengao-lint", arguments[0], "--lang", "en", *arguments[1:])
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"{said}") or ended.stderr.startswith(f"wengao-lint: {said}"), ended.stderr
    assert not CHINESE.search(ended.stderr)


FAILING = {
    "zh": [
        "a/b #1 误报：应为 没有发现，实为 1:1 ⟦近日⟧",
        "a/b #2 漏报：应为 1:1 ⟦昨日⟧，实为 没有发现",
        "a/b #3 位置不符：应为 1:1 ⟦近⟧，实为 1:1 ⟦近日⟧",
        "a/b #4 文字不符：应为 x，实为 “近日”应写明",
        "genres/x #1 漏报：应为 函，实为 没有文种：短札",
        "lexicons/x #1 漏报：应为 学习，实为 没有概念：甲",
    ],
    "en": [
        "a/b #1 false alarm: expected no finding, got 1:1 ⟦近日⟧",
        "a/b #2 missed: expected 1:1 ⟦昨日⟧, got no finding",
        "a/b #3 wrong place: expected 1:1 ⟦近⟧, got 1:1 ⟦近日⟧",
        "a/b #4 wrong message: expected x, got “近日”应写明",
        "genres/x #1 missed: expected letter, got no genre: 短札",
        "lexicons/x #1 missed: expected 学习, got no concept: 甲",
    ],
}


@pytest.mark.parametrize("lang", FAILING)
def test_failing_examples_are_told_in_one_language(lang: str, tmp_path: Path) -> None:
    examples = "[{valid: 近日}, {invalid: ⟦昨日⟧}, {invalid: ⟦近⟧日}, {invalid: ⟦近日⟧, message: x}]"
    files = {
        "a/b.yaml": RULE.replace("[{valid: 甲}, {invalid: ⟦近日⟧}]", examples),
        "genres/x.yaml": GENRE.replace("关于甲的函", "短札") + "name_en: letter\n",
        "lexicons/x.yaml": LEXICON + "examples: [{text: 甲, concepts: [学习]}]\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf-8")
    ended = run(tmp_path, "wengao-lint", "test", "--lang", lang, ".")
    assert (ended.returncode, ended.stdout.splitlines()) == (1, FAILING[lang])
