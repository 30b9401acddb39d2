"""The examples of a rule, run: they are its tests and its manual."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from lint.engine.linter import LintError
from lint.messages.words import Words
from lint.rulebook.finding import Finding
from lint.rulebook.rule import Example, Rule
from lint.rulebook.rulebook import Rulebook
from lint.text.source import Source, Span

Result = Literal["Passed", "Noisy", "Missing", "Misplaced", "WrongMessage", "WrongFix", "TimedOut"]

_MARKS = re.compile("[⟦⟧]")


class Outcome(msgspec.Struct, frozen=True):
    """What came of one example: ``Noisy`` is a finding on a valid one, ``Missing`` none on an invalid one.

    ``TimedOut`` is a pattern that did not finish.
    """

    rule: str
    number: int
    result: Result
    expected: str = ""
    got: str = ""

    @property
    def passed(self) -> bool:
        """Whether the example bears the rule out."""
        return self.result == "Passed"

    def told(self, words: Words) -> str:
        """Rule, example, result, and what was expected and found, on one line."""
        return words.trial.format(
            rule=self.rule,
            number=self.number,
            result=words.trial_results.get(self.result, self.result),
            expected=self.expected,
            got=self.got,
        )


Lint = Callable[[Source, Rulebook], list[Finding]]


def run_examples(rule: Rule, lint: Lint, rulebook: Rulebook, words: Words) -> list[Outcome]:
    """Run the examples of a rule with the genres and words of a rulebook, and with no other rule."""
    alone = msgspec.structs.replace(rulebook, rules=(rule,))
    return [_run(rule, number, example, lint, alone, words) for number, example in enumerate(rule.examples, 1)]


def _run(rule: Rule, number: int, example: Example, lint: Lint, alone: Rulebook, words: Words) -> Outcome:
    marked = example.invalid if example.invalid is not None else example.valid or ""
    source = Source(example.name, _MARKS.sub("", marked))
    try:
        findings = lint(source, alone)
    except LintError as error:
        return Outcome(rule.id, number, "TimedOut", words.trial_in_time, _reason(error, words))
    for result, expected, got in _differences(example, marked, source, findings, words):
        return Outcome(rule.id, number, result, expected, got)
    return Outcome(rule.id, number, "Passed")


def _reason(error: LintError, words: Words) -> str:
    return words.semicolon.join(one.reason(words) for one in error.stopped)


def _differences(
    example: Example, marked: str, source: Source, findings: list[Finding], words: Words
) -> Iterator[tuple[Result, str, str]]:
    places = [finding.span for finding in findings]
    if example.invalid is None:
        if findings:
            yield "Noisy", words.trial_none, _shown(source, places, words)
        return
    wanted = _marked_spans(marked)
    if not findings:
        yield "Missing", _shown(source, wanted, words), words.trial_none
    elif sorted(places) != sorted(wanted):
        yield "Misplaced", _shown(source, wanted, words), _shown(source, places, words)
    elif example.message is not None and findings[0].message != example.message:
        yield "WrongMessage", example.message, findings[0].message
    elif example.fix is not None and (kinds := {_fix_of(finding) for finding in findings}) != {example.fix}:
        yield "WrongFix", example.fix, words.comma.join(sorted(kinds))
    elif example.fixed is not None:
        fixed = _fixed(source.text, findings)
        if fixed != example.fixed:
            yield "WrongFix", repr(example.fixed), repr(fixed)


def _marked_spans(marked: str) -> list[Span]:
    """The spans between ⟦ and ⟧ in the text without these marks."""
    spans, starts = [], []
    for removed, match in enumerate(_MARKS.finditer(marked)):
        place = match.start() - removed
        if match[0] == "⟦":
            starts.append(place)
        elif starts:
            spans.append(Span(starts.pop(), place))
    return spans


def _fix_of(finding: Finding) -> str:
    """The name of what a finding offers, as an example says it."""
    return "none" if finding.fix is None else "safe" if finding.fix.safe else "unsafe"


def _fixed(text: str, findings: list[Finding]) -> str:
    edits = {edit for finding in findings if finding.fix for edit in finding.fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _shown(source: Source, spans: list[Span], words: Words) -> str:
    shown = []
    for span in spans:
        line, column = source.position(span.start)
        shown.append(f"{line}:{column} ⟦{source.text[span.start : span.end]}⟧")
    return words.comma.join(shown)
