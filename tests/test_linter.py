import pickle
from collections.abc import Iterator

import msgspec
import pytest

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.engine.linter import CancelledError, LintError, lint
from lint.formats.blocks import MASK
from lint.rulebook.finding import Finding, Fix, Related
from lint.rulebook.rulebook import Rulebook
from lint.text.edit import Edit
from lint.text.patterns import PatternTimeout
from lint.text.source import Source, Span
from tests.fakes import DOUBLED, RULEBOOK, UNFILLED


class Slow(Check, frozen=True):
    """A check that never comes to an end."""

    def run(self, document: Document) -> Iterator[Hit]:
        yield Hit(Span(0, 1), {"found": "好"})
        raise PatternTimeout("(甲|甲)+", "匹配超过 1 秒")


class Odd(Check, frozen=True):
    """A hit whose values hold what no line may."""

    def run(self, document: Document) -> Iterator[Hit]:
        yield Hit(Span(0, 0), {"found": f"一\r\n二\u2028三{MASK}"})


def test_findings_are_sorted_and_placed_in_the_source() -> None:
    source = Source("稿.txt", "\u3000\u3000好，，XX来。\r\n\u3000\u3000XX去。\r\n")
    assert lint(source, RULEBOOK) == [
        Finding("稿.txt", "punctuation/doubled", "warning", "“，，”重复", Span(3, 5), "practice"),
        Finding(
            "稿.txt",
            "placeholders/unfilled",
            "error",
            "“XX”未填",
            Span(5, 7),
            "GB/T 9704-2012 7.3.3",
            Fix(safe=False, edits=(Edit(Span(5, 7), "某"),)),
            (Related(Span(13, 15), "又见“XX”"),),
        ),
    ]


def test_english_and_safe_fixes() -> None:
    rule = msgspec.structs.replace(UNFILLED, fix="safe")
    [finding] = lint(Source("a.txt", "XX、XX。"), Rulebook((rule,)), lang="en")
    assert finding.message == "XX is not filled in"
    assert finding.related == (Related(Span(3, 5), "XX again"),)
    assert finding.fix == Fix(safe=True, edits=(Edit(Span(0, 2), "某"),))


def test_inputs_and_outputs_travel_between_processes() -> None:
    source, rulebook = pickle.loads(pickle.dumps((Source("a.txt", "XX，，"), RULEBOOK)))
    findings = lint(source, rulebook)
    assert pickle.loads(pickle.dumps(findings)) == findings == lint(Source("a.txt", "XX，，"), RULEBOOK)


def test_message_is_one_line() -> None:
    [finding] = lint(Source("a.txt", "好。"), Rulebook((msgspec.structs.replace(DOUBLED, check=Odd()),)))
    assert finding.message == "“一 二 三…”重复"


def test_time_limit_names_rule_and_draft() -> None:
    with pytest.raises(LintError) as caught:
        lint(Source("稿.txt", "好。"), Rulebook((msgspec.structs.replace(DOUBLED, check=Slow()),)))
    assert str(caught.value) == "稿.txt: rule punctuation/doubled: 匹配超过 1 秒：(甲|甲)+"
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (copy.path, copy.rule, copy.reason) == ("稿.txt", "punctuation/doubled", "匹配超过 1 秒：(甲|甲)+")


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "\r", "\u3000"])
def test_nothing_to_read(text: str) -> None:
    assert lint(Source("a.txt", text), RULEBOOK) == []


@pytest.mark.parametrize("rules", range(len(RULEBOOK.rules) + 1))
def test_a_check_stops_before_the_rule_at_which_it_is_cancelled(rules: int) -> None:
    answers = iter([False] * rules + [True] * 2)
    if rules == len(RULEBOOK.rules):
        assert len(lint(Source("a.txt", "XX，，"), RULEBOOK, cancelled=lambda: next(answers))) == 2
    else:
        with pytest.raises(CancelledError):
            lint(Source("a.txt", "XX，，"), RULEBOOK, cancelled=lambda: next(answers))
    assert [*answers] == [True] * (2 if rules == len(RULEBOOK.rules) else 1)
