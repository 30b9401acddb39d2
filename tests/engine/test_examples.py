from collections.abc import Iterator

import msgspec
import pytest

from lint.checks.base import Check, Hit
from lint.checks.pattern import Pattern
from lint.document.tree import Document
from lint.engine.linted import Stopped
from lint.engine.linter import LintError, lint
from lint.engine.trials.rules import Outcome, run_examples
from lint.messages.language import words_for
from lint.rulebook.finding import Finding
from lint.rulebook.rule import Example, Rule
from lint.rulebook.rulebook import Rulebook
from lint.text.edit import Edit
from lint.text.source import Source, Span
from tests.fakes import DOUBLED, UNFILLED


class Gap(Check, frozen=True):
    """A place without width before every 丁, to be filled with 丙."""

    def run(self, document: Document) -> Iterator[Hit]:
        for index, char in enumerate(document.text):
            if char == "丁":
                yield Hit(Span(index, index), {"found": ""}, edits=(Edit(Span(index, index), "丙"),))


ZH = words_for("zh")
CROSSES = msgspec.structs.replace(UNFILLED, made=Pattern(pattern="X+", replace="某"), related="", related_en="")
UNSURE = msgspec.structs.replace(CROSSES, made=Pattern(pattern="X+", doubt="甲X", replace="某"), fix="safe")
GAP = msgspec.structs.replace(UNFILLED, made=Gap(), message="缺丙", related="", related_en="")

CASES: dict[str, tuple[Rule, Example, tuple[str, str, str]]] = {
    "valid": (CROSSES, Example(valid="甲。"), ("Passed", "", "")),
    "finding in a valid one": (CROSSES, Example(valid="甲\n乙XX。"), ("Noisy", "没有发现", "2:2 ⟦XX⟧")),
    "invalid": (CROSSES, Example(invalid="甲⟦XX⟧。"), ("Passed", "", "")),
    "several places": (CROSSES, Example(invalid="⟦X⟧甲⟦XX⟧。\n⟦X⟧\n"), ("Passed", "", "")),
    "indented place": (CROSSES, Example(invalid="\u3000\u3000甲⟦X⟧。\n"), ("Passed", "", "")),
    "Markdown": (CROSSES, Example(invalid="`X` ⟦X⟧。\n", name="a.md"), ("Passed", "", "")),
    "not Markdown": (CROSSES, Example(invalid="`X` ⟦X⟧。\n"), ("Misplaced", "1:5 ⟦X⟧", "1:2 ⟦X⟧、1:5 ⟦X⟧")),
    "no finding": (CROSSES, Example(invalid="甲⟦乙⟧。"), ("Missing", "1:2 ⟦乙⟧", "没有发现")),
    "elsewhere": (CROSSES, Example(invalid="甲⟦乙⟧XX。"), ("Misplaced", "1:2 ⟦乙⟧", "1:3 ⟦XX⟧")),
    "too wide": (CROSSES, Example(invalid="甲⟦X⟧X。"), ("Misplaced", "1:2 ⟦X⟧", "1:2 ⟦XX⟧")),
    "one too many": (CROSSES, Example(invalid="⟦X⟧甲X。"), ("Misplaced", "1:1 ⟦X⟧", "1:1 ⟦X⟧、1:3 ⟦X⟧")),
    "one too few": (CROSSES, Example(invalid="⟦X⟧甲⟦乙⟧。"), ("Misplaced", "1:1 ⟦X⟧、1:3 ⟦乙⟧", "1:1 ⟦X⟧")),
    "no width": (GAP, Example(invalid="甲⟦⟧丁。", message="缺丙", fixed="甲丙丁。"), ("Passed", "", "")),
    "no width, elsewhere": (GAP, Example(invalid="⟦⟧甲丁。"), ("Misplaced", "1:1 ⟦⟧", "1:2 ⟦⟧")),
    "message": (CROSSES, Example(invalid="⟦X⟧。", message="“X”未填"), ("Passed", "", "")),
    "message of the first": (CROSSES, Example(invalid="⟦X⟧、⟦XX⟧。", message="“X”未填"), ("Passed", "", "")),
    "other message": (CROSSES, Example(invalid="⟦X⟧。", message="未填"), ("WrongMessage", "未填", "“X”未填")),
    "fix": (CROSSES, Example(invalid="甲⟦XX⟧乙⟦X⟧。\n", fixed="甲某乙某。\n"), ("Passed", "", "")),
    "other fix": (CROSSES, Example(invalid="⟦X⟧。", fixed="某某。"), ("WrongFix", "'某某。'", "'某。'")),
    "safe fix": (UNSURE, Example(invalid="乙⟦X⟧", fix="safe"), ("Passed", "", "")),
    "no safe fix": (UNSURE, Example(invalid="乙⟦X⟧", fix="none"), ("WrongFix", "none", "safe")),
    "fix to be looked at": (UNSURE, Example(invalid="甲⟦X⟧", fix="unsafe"), ("Passed", "", "")),
    "some fixes to be looked at": (
        UNSURE,
        Example(invalid="甲⟦X⟧乙⟦XX⟧", fix="unsafe"),
        ("WrongFix", "unsafe", "safe、unsafe"),
    ),
    "no fix": (DOUBLED, Example(invalid="甲⟦，，⟧", fixed="甲，"), ("WrongFix", "'甲，'", "'甲，，'")),
}


@pytest.mark.parametrize(("rule", "example", "expected"), CASES.values(), ids=CASES)
def test_outcomes(rule: Rule, example: Example, expected: tuple[str, str, str]) -> None:
    rule = msgspec.structs.replace(rule, examples=(example,))
    [outcome] = run_examples(rule, lint, Rulebook(()), ZH)
    assert (outcome.rule, outcome.number) == (rule.id, 1)
    assert (outcome.result, outcome.expected, outcome.got) == expected
    assert outcome.passed is (expected[0] == "Passed")


def test_examples_are_numbered_and_see_their_own_rule_alone() -> None:
    seen: list[tuple[str, str, tuple[Rule, ...]]] = []

    def spy(source: Source, rulebook: Rulebook) -> list[Finding]:
        seen.append((source.path, source.text, rulebook.rules))
        return lint(source, rulebook)

    outcomes = run_examples(UNFILLED, spy, Rulebook((UNFILLED, DOUBLED)), ZH)
    assert outcomes == [Outcome(UNFILLED.id, 1, "Passed"), Outcome(UNFILLED.id, 2, "Passed")]
    assert seen == [("draft.txt", "某某单位。\n", (UNFILLED,)), ("draft.txt", "XX单位。\n", (UNFILLED,))]


def test_time_limit_is_an_outcome_and_the_next_example_runs() -> None:
    def slow(source: Source, rulebook: Rulebook) -> list[Finding]:
        if "XX" in source.text:
            return lint(source, rulebook)
        raise LintError(source.path, [Stopped(UNFILLED.id, "rule", 1, "X+")])

    assert [outcome.told(ZH) for outcome in run_examples(UNFILLED, slow, Rulebook(()), ZH)] == [
        "placeholders/unfilled #1 超时：应为 按时完成，实为 匹配超过 1 秒：X+",
        "placeholders/unfilled #2 Passed：应为 ，实为 ",
    ]


def test_outcome_in_words() -> None:
    rule = msgspec.structs.replace(CROSSES, examples=(Example(invalid="甲⟦乙⟧XX。"),))
    [outcome] = run_examples(rule, lint, Rulebook(()), ZH)
    assert outcome.told(ZH) == "placeholders/unfilled #1 位置不符：应为 1:2 ⟦乙⟧，实为 1:3 ⟦XX⟧"
