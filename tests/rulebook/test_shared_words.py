"""Lists of words that stand in one rule's file and that others take from there."""

from pathlib import Path

import pytest

from lint.checks.pattern import Pattern
from lint.rulebook.rulebook import RulebookError, load_rulebook
from tests.rulebook.test_rulebook import WHOLE, write

LISTED = WHOLE.replace("pattern: 甲\n", "pattern: [甲]\n")
TAKING = LISTED.replace("with:\n  pattern: [甲]\n", "words_of: {own/first: [pattern]}\nwith:\n")
SHARING = {
    "the words of the other": ({}, {"own/first": "甲", "own/stem": "甲"}),
    "added to the other": (
        {"own/first.yaml": "add: {pattern: [乙]}\n"},
        {"own/first": "甲乙", "own/stem": "甲乙"},
    ),
    "added to one alone": (
        {"own/stem.yaml": "add: {pattern: [乙]}\n"},
        {"own/first": "甲", "own/stem": "甲乙"},
    ),
    "the other left out": ({"own/first.yaml": "enabled: false\n"}, {"own/stem": "甲"}),
    "added to the other, the one left out": (
        {"own/first.yaml": "add: {pattern: [乙]}\n", "own/stem.yaml": "enabled: false\n"},
        {"own/first": "甲乙"},
    ),
    "a rule in place of the one": (
        {"own/a.yaml": LISTED, "own/stem.yaml": LISTED},
        {"own/a": "甲", "own/first": "甲", "own/stem": "甲"},
    ),
}


def _words(*folders: Path) -> dict[str, str]:
    checks = {rule.id: rule.check for rule in load_rulebook(folders).rules}
    return {name: "".join(check.pattern) for name, check in checks.items() if isinstance(check, Pattern)}


@pytest.mark.parametrize(("house", "expected"), SHARING.values(), ids=SHARING)
def test_rules_share_lists(house: dict[str, str], expected: dict[str, str], tmp_path: Path) -> None:
    builtin = write(tmp_path / "rules", {"own/first.yaml": LISTED, "own/stem.yaml": TAKING})
    assert _words(builtin, write(tmp_path / "house", {"own/none.md": ""} | house)) == expected


def test_a_rule_in_place_of_another_has_its_own_lists(tmp_path: Path) -> None:
    builtin = write(tmp_path / "rules", {"own/first.yaml": LISTED, "own/stem.yaml": TAKING})
    house = write(tmp_path / "house", {"own/stem.yaml": LISTED})
    added = write(tmp_path / "added", {"own/first.yaml": "add: {pattern: [乙]}\n"})
    assert _words(builtin, house, added) == {"own/first": "甲乙", "own/stem": "甲"}


WRONG = {
    "no such rule": (
        TAKING.replace("own/first", "own/firts"),
        "7:12: 这条规则之前没有规则 own/firts，是否想写 own/first",
    ),
    "no such list": (
        TAKING.replace("[pattern]", "[patern]"),
        "7:24: 规则 own/first 没有 patern 这个词表，是否想写 pattern",
    ),
    "no list of words": (TAKING.replace("[pattern]", "[unless]"), "7:24: 规则 own/first 没有 unless 这个词表"),
    "a list of its own too": (
        TAKING.replace("with:\n", "with:\n  pattern: [乙]\n"),
        "9:3: pattern 已在 words_of 中指明取自别的规则",
    ),
    "no list of names": (TAKING.replace("[pattern]", "pattern"), "7:11: 应为列表，现为文字"),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_errors_of_shared_lists(text: str, message: str, tmp_path: Path) -> None:
    folder = write(tmp_path, {"own/first.yaml": LISTED, "own/stem.yaml": text})
    with pytest.raises(RulebookError) as raised:
        load_rulebook([folder])
    assert raised.value.errors == (f"{folder}/own/stem.yaml:{message}",)
