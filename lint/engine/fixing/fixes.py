"""Fixes applied to a draft until nothing more can be fixed; a pure function from text to text."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint.rulebook.finding import Finding
from lint.text.edit import Edit
from lint.text.source import Source

Lint = Callable[[Source], Sequence[Finding]]

_MOST_ROUNDS = 100
_MOST_GROWTH = 1_000  # characters beyond twice the draft: no fix adds so much, only one that feeds itself


class Fixed(NamedTuple):
    """The fixed draft, and how many findings of each rule were mended."""

    source: Source
    mended: Counter[str]


def fix(source: Source, lint: Lint, *, unsafe: bool = False) -> Fixed:
    """Apply the safe fixes, or all of them, until a round finds no more; fixing the result changes nothing.

    Rules whose fixes undo each other are left unfixed, and so are those that would bring about an error.
    """
    mended: Counter[str] = Counter()
    draft = source
    for _ in range(_MOST_ROUNDS):
        fixed, contested = _fix(draft, lint, unsafe)
        mended += fixed.mended
        if not contested or fixed.source.text == draft.text:
            return Fixed(fixed.source, mended)
        draft = fixed.source  # what was contested may be at peace with what has been mended since
    return Fixed(source, Counter())


def _fix(source: Source, lint: Lint, unsafe: bool) -> tuple[Fixed, set[str]]:
    """The draft with the fixes of all rules but those that were contested, which are told as well."""
    contested: set[str] = set()
    while True:
        fixed, quarrelling = _settle(source, lint, unsafe, contested)
        if fixed:
            return fixed, contested
        contested |= quarrelling


def choose(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes can be applied together, safe ones before unsafe ones, each in text order."""
    chosen: list[Finding] = []
    taken: set[Edit] = set()
    for finding in sorted(findings, key=_priority):
        edits = set(finding.fix.edits) if finding.fix else set()
        new = [edit for edit in edits if edit not in taken or _is_insertion(edit)]
        if edits and not any(_clash(one, other) for one in new for other in taken) and not _clash_inside(edits):
            chosen.append(finding)
            taken |= edits
    return chosen


def apply(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits that do not overlap; the same edit asked for twice is made once."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(set(edits), key=lambda edit: edit.span):
        pieces += text[at : edit.span.start], edit.text
        at = edit.span.end
    return "".join([*pieces, text[at:]])


class _Round(NamedTuple):
    """A draft on the way, its errors by rule, and the findings chosen to be mended in it."""

    source: Source
    errors: Counter[str]
    chosen: list[Finding]

    @property
    def rules(self) -> set[str]:
        return {finding.rule for finding in self.chosen}

    def mend(self, rules: set[str]) -> Source:
        """The draft with what is chosen of some rules."""
        edits = [edit for finding in self.chosen if finding.rule in rules and finding.fix for edit in finding.fix.edits]
        return self.source.changed(apply(self.source.text, edits), ((edit.span, edit.text) for edit in edits))


def _settle(source: Source, lint: Lint, unsafe: bool, contested: set[str]) -> tuple[Fixed | None, set[str]]:
    """The draft when no fix is left; nothing and the rules at fault when a text came back, no end came in sight
    or there is an error that was not there.
    """
    rounds: list[_Round] = []
    known: dict[str, int] = {}
    longest = 2 * len(source.text) + _MOST_GROWTH
    while True:
        findings = lint(source)
        chosen = choose(
            finding for finding in findings if finding.is_fixable(unsafe=unsafe) and finding.rule not in contested
        )
        rounds.append(_Round(source, _errors(findings), chosen))
        if not chosen:
            mended = Counter(finding.rule for one in rounds for finding in one.chosen)
            at_fault = _at_fault(rounds, lint)
            return (None, at_fault) if at_fault else (Fixed(source, mended), set())
        if source.text in known or len(known) == _MOST_ROUNDS or len(source.text) > longest:
            quarrel = rounds[known.get(source.text, len(known) // 2) :]
            return None, set().union(*(one.rules for one in quarrel))
        known[source.text] = len(known)
        source = rounds[-1].mend(rounds[-1].rules)


def _at_fault(rounds: list[_Round], lint: Lint) -> set[str]:
    """The rules whose fixes brought about the errors of the last round that were not there in the first."""
    before = rounds[0].errors
    new = set(rounds[-1].errors - before)
    if not new:
        return set()
    culprit = next(
        one
        for one, after in reversed(list(pairwise(rounds)))
        if new & set(after.errors - before) - set(one.errors - before)
    )
    alone = {rule for rule in culprit.rules if new & set(_errors(lint(culprit.mend({rule}))) - before)}
    return alone or culprit.rules


def _errors(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.rule for finding in findings if finding.severity == "error")


def _priority(finding: Finding) -> tuple[bool, int, int, str]:
    return (not (finding.fix and finding.fix.safe), *finding.span, finding.rule)


def _is_insertion(edit: Edit) -> bool:
    return edit.span.start == edit.span.end


def _clash(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap, or one inserts at an end of the other, where their order would matter."""
    if one.span.start < other.span.end and other.span.start < one.span.end:
        return True
    inserting = _is_insertion(one) or _is_insertion(other)
    return inserting and one.span.start <= other.span.end and other.span.start <= one.span.end


def _clash_inside(edits: set[Edit]) -> bool:
    """Whether the edits of one fix get into each other's way; insertions beside a replacement are in order."""
    spans = sorted(edit.span for edit in edits)
    return any(second.start < first.end or first == second for first, second in pairwise(spans))
