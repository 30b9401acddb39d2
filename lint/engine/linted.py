"""What came of a draft under the rules: what is told, what there is more of, and which rules did not finish."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from lint.messages.plurals import filled
from lint.messages.words import Words
from lint.rulebook.finding import Finding, Fix, Severity
from lint.text.clock import Cause, Overrun

GENRES = "genres"
"""Stands for a rule's id where the genre of a draft could not be told in time."""


class Hidden(msgspec.Struct, frozen=True):
    """Findings of a rule beyond those that are told: how many, and how many of them have a safe or an unsafe fix."""

    rule: str
    severity: Severity
    count: int
    safe: int = 0
    unsafe: int = 0


class Stopped(msgspec.Struct, frozen=True):
    """A rule that ran out of its time or memory on a draft; nothing that it found there is told."""

    rule: str
    cause: Cause
    seconds: float = 0.0
    pattern: str = ""

    @classmethod
    def by(cls, error: Overrun, rule: str) -> "Stopped":
        """A rule that an error stopped."""
        return cls(rule, error.cause, error.seconds, error.pattern)

    def reason(self, words: Words) -> str:
        """Why it was stopped, in words."""
        reason = words.overruns["pattern" if self.pattern and self.cause == "rule" else self.cause]
        reason = reason.format(seconds=f"{self.seconds:.3g}")
        return words.joined.format(head=reason, text=self.pattern) if self.pattern else reason


class Linted(msgspec.Struct, frozen=True):
    """The findings of a draft by place and rule, with what is not among them."""

    findings: tuple[Finding, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    stopped: tuple[Stopped, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the findings are all that there are."""
        return not (self.hidden or self.stopped)


def hidden(rule: str, severity: Severity, fixes: Iterable[Fix | None]) -> Hidden | None:
    """The findings of a rule that are not told, from the fix of each; None where there are none."""
    counts = Counter("none" if fix is None else "safe" if fix.safe else "unsafe" for fix in fixes)
    return Hidden(rule, severity, counts.total(), counts["safe"], counts["unsafe"]) if counts else None


def bounded(findings: Sequence[Finding], most: int | None) -> tuple[tuple[Finding, ...], tuple[Hidden, ...]]:
    """Findings by place, the first of each rule up to a bound, and how many more there are of which rule."""
    if most is None or len(findings) <= most:
        return tuple(findings), ()
    told: list[Finding] = []
    more: dict[str, list[Finding]] = {}
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.rule] += 1
        (told if counts[finding.rule] <= most else more.setdefault(finding.rule, [])).append(finding)
    rest = (hidden(rule, own[0].severity, (one.fix for one in own)) for rule, own in more.items())
    return tuple(told), tuple(one for one in rest if one)


def complaints(rules: Iterable[Stopped], words: Words) -> list[str]:
    """A line for the rules that did not finish, one for all that stopped for the same reason."""
    reasons: dict[str, list[str]] = {}
    for one in rules:
        reasons.setdefault(one.reason(words), []).append(one.rule)
    return [_complaint(own, reason, words) for reason, own in reasons.items()]


def _complaint(rules: Sequence[str], reason: str, words: Words) -> str:
    if rules == [GENRES]:
        return words.genre_stopped.format(reason=reason)
    return words.stopped.format(rules=words.comma.join(rules), reason=reason)


def notices(rest: Iterable[Hidden], words: Words) -> list[str]:
    """A line for each rule of which more was found than is told."""
    return [filled(words.more, rule=one.rule, count=one.count) for one in rest]
