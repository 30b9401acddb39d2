"""A fixed draft looked at once more before it takes the place of the one that was read."""

from collections import Counter
from collections.abc import Callable, Iterable

from lint.rulebook.finding import Finding
from lint.text.source import Source


class UnsoundFixError(Exception):
    """Fixes after which a draft has errors that it did not have; ``rules`` are the rules of these errors."""

    def __init__(self, rules: Iterable[str]) -> None:
        self.rules = tuple(rules)
        super().__init__("、".join(self.rules))


def require_sound(before: Source, after: Source, lint: Callable[[Source], Iterable[Finding]]) -> None:
    """Raise UnsoundFixError where a rule finds more errors in a fixed draft, read anew, than in the draft before."""
    new = _errors(lint(after)) - _errors(lint(before))
    if new:
        raise UnsoundFixError(sorted(new))


def _errors(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(finding.rule for finding in findings if finding.severity == "error")
