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

    Rules whose fixes undo each other are left unfixed.
    """
    contested: set[str] = set()
    while True:
        fixed, quarrelling = _settle(source, lint, unsafe, contested)
        if fixed:
            return fixed
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


def _settle(source: Source, lint: Lint, unsafe: bool, contested: set[str]) -> tuple[Fixed | None, set[str]]:
    """The draft when no fix is left; nothing and the rules at fault when a text came back or no end came in sight."""
    mended: Counter[str] = Counter()
    rounds: dict[str, int] = {}
    applied: list[set[str]] = []
    longest = 2 * len(source.text) + _MOST_GROWTH
    while True:
        chosen = choose(
            finding for finding in lint(source) if finding.is_fixable(unsafe=unsafe) and finding.rule not in contested
        )
        if not chosen:
            return Fixed(source, mended), set()
        rules = [finding.rule for finding in chosen]
        if source.text in rounds or len(rounds) == _MOST_ROUNDS or len(source.text) > longest:
            return None, set().union(rules, *applied[rounds.get(source.text, len(rounds) // 2) :])
        rounds[source.text] = len(applied)
        applied.append(set(rules))
        mended.update(rules)
        edits = [edit for finding in chosen if finding.fix for edit in finding.fix.edits]
        source = source.changed(apply(source.text, edits), ((edit.span, edit.text) for edit in edits))


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
