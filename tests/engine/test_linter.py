import pickle
from collections.abc import Iterator

import msgspec
import pytest

from lint.analysis.genres import Told
from lint.checks.base import Check, Hit
from lint.document.genre import Genre
from lint.document.tree import Document
from lint.engine.linted import Hidden, Linted, Stopped
from lint.engine.linter import CancelledError, LintError, examine, lint
from lint.formats.blocks import MASK
from lint.rulebook.finding import Finding, Fix, Related
from lint.rulebook.rulebook import Rulebook
from lint.text.bounds import Bounds
from lint.text.edit import Edit
from lint.text.source import Source, Span
from tests.fakes import DOUBLED, EACH, ENDLESS, RULEBOOK, SLOW, UNFILLED


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
    [finding] = lint(Source("a.txt", "好。"), Rulebook((msgspec.structs.replace(DOUBLED, made=Odd()),)))
    assert finding.message == "“一 二 三…”重复"


def test_a_rule_that_stops_costs_its_own_findings_and_no_others() -> None:
    linted = examine(Source("稿.txt", "好XX，，"), Rulebook((UNFILLED, SLOW, DOUBLED)))
    assert [finding.rule for finding in linted.findings] == [UNFILLED.id, DOUBLED.id]
    assert linted.stopped == (Stopped("house/slow", "rule", 1, "(甲|甲)+"),)
    assert (linted.hidden, linted.is_whole) == ((), False)


def test_to_lint_is_to_raise_where_a_rule_stops_and_the_others_are_not_lost() -> None:
    with pytest.raises(LintError) as caught:
        lint(Source("稿.txt", "好XX。"), Rulebook((UNFILLED, SLOW)))
    assert str(caught.value) == "稿.txt: rule house/slow: matching takes more than 1 s: (甲|甲)+"
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (copy.path, copy.stopped) == ("稿.txt", (Stopped("house/slow", "rule", 1, "(甲|甲)+"),))
    assert [finding.rule for finding in copy.findings] == [UNFILLED.id]


def test_a_check_without_patterns_is_stopped_between_two_hits() -> None:
    bounds = Bounds(rule_seconds=0.05)
    linted = examine(Source("稿.txt", "XX。"), Rulebook((ENDLESS, UNFILLED)), bounds=bounds)
    assert linted.stopped == (Stopped("house/endless", "rule", 0.05),)
    assert [finding.rule for finding in linted.findings] == [UNFILLED.id]
    linted = examine(Source("稿.txt", "XX。"), Rulebook((ENDLESS,)), bounds=bounds.whole)
    assert linted == Linted(stopped=(Stopped("house/endless", "rule", 0.05),))


def test_rules_for_which_a_draft_leaves_no_time_are_stopped() -> None:
    rules = Rulebook((ENDLESS, UNFILLED, DOUBLED))
    linted = examine(Source("稿.txt", "XX。"), rules, bounds=Bounds(draft_seconds=0.05))
    assert linted == Linted(stopped=tuple(Stopped(rule.id, "draft", 0.05) for rule in rules.rules))


def test_a_rule_has_a_bound_of_findings_and_the_others_are_counted() -> None:
    source = Source("稿.txt", "XX，，XXXX、XX，，XX")
    linted = examine(source, Rulebook((EACH, DOUBLED)), bounds=Bounds(findings=2))
    assert [(finding.rule, finding.span.start) for finding in linted.findings] == [
        ("house/each", 0),
        (DOUBLED.id, 2),
        ("house/each", 4),
    ]
    assert linted.hidden == (Hidden("house/each", "error", 3, safe=3),)
    assert len(lint(source, Rulebook((EACH, DOUBLED)))) == 6


def test_what_a_comment_silences_takes_nobodys_place_under_the_bound() -> None:
    text = "# wengao-lint: ignore\nXXXX\nXX甲XX乙XX\n"
    linted = examine(Source("稿.txt", text), Rulebook((EACH,)), bounds=Bounds(findings=2))
    assert [finding.span.start for finding in linted.findings] == [text.index("XX甲"), text.index("XX乙")]
    assert linted.hidden == (Hidden("house/each", "error", 1, safe=1),)


def test_a_comment_for_a_rule_that_stopped_is_not_called_unused() -> None:
    unused = msgspec.structs.replace(
        DOUBLED, id="suppressions/unused", kind="suppression", parameters='{"report":"unused"}'
    )
    text = "# wengao-lint: ignore house/slow, punctuation/doubled\n好。\n"
    linted = examine(Source("稿.txt", text), Rulebook((DOUBLED, SLOW, unused)))
    assert [(finding.rule, finding.message) for finding in linted.findings] == [
        ("suppressions/unused", "“punctuation/doubled”重复")
    ]


def test_a_genre_that_cannot_be_told_in_time_is_unknown() -> None:
    slow = Genre(id="slow", name="慢", name_en="slow", titles=("^(甲|甲|甲甲)*(?<!甲)$",))
    notice = Genre(id="notice", name="通知", name_en="notice", titles=("通知",))
    text = "甲" * 34 + "\n\n一、XX。\n"
    bounds = Bounds(rule_seconds=0.05)
    rule = msgspec.structs.replace(UNFILLED, genres=("notice",))
    rulebook = Rulebook((rule, DOUBLED), (slow, notice))
    linted = examine(Source("稿.txt", text), rulebook, bounds=bounds)
    assert linted == Linted(stopped=(Stopped("genres", "rule", 0.05, slow.titles[0]),))
    [found] = examine(Source("稿.txt", text), rulebook, bounds=bounds, told=Told("notice")).findings
    assert found.rule == UNFILLED.id  # what the author says needs no title


@pytest.mark.parametrize("text", ["", "\n", "\ufeff", "\r", "\u3000"])
def test_nothing_to_read(text: str) -> None:
    assert lint(Source("a.txt", text), RULEBOOK) == []


@pytest.mark.parametrize("rules", range(len(RULEBOOK.rules) + 1))
def test_a_check_stops_before_the_rule_at_which_it_is_cancelled(rules: int) -> None:
    answers = iter([False] * rules + [True] * 2)
    if rules == len(RULEBOOK.rules):
        assert len(examine(Source("a.txt", "XX，，"), RULEBOOK, cancelled=lambda: next(answers)).findings) == 2
    else:
        with pytest.raises(CancelledError):
            examine(Source("a.txt", "XX，，"), RULEBOOK, cancelled=lambda: next(answers))
    assert [*answers] == [True] * (2 if rules == len(RULEBOOK.rules) else 1)
