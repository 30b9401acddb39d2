"""Findings that a comment in the draft silences, and comments that silence nothing."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, takewhile

from lint.engine.spared.directives import VERBS, Directive, Name
from lint.rulebook.finding import Finding
from lint.text.comparison.spelling import MOST_LOOKS
from lint.text.source import Span

_LONGEST_NAME = 100
"""What of a wrong name counts for the nearest right one."""


class Known:
    """The ids of the rules that ran, and of those that exist but did not; what a comment may name of them."""

    def __init__(self, ran: frozenset[str], idle: frozenset[str]) -> None:
        self.idle = idle
        self.not_run = frozenset(name for rule in idle for name in (rule, _category(rule)))
        self.names = frozenset(name for rule in ran | idle for name in (rule, _category(rule)))


class _Scopes:
    """Where comments hold that have a name in common."""

    def __init__(self, scopes: Sequence[Span]) -> None:
        ordered = sorted(scopes)
        self._starts = [scope.start for scope in ordered]
        self._reached = list(accumulate((scope.end for scope in ordered), max))

    def hold(self, place: int) -> bool:
        """Whether one of them holds at a place."""
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self._reached[index]


def silence(
    findings: Sequence[Finding], found: Sequence[Directive]
) -> tuple[list[Finding], frozenset[tuple[int, str]]]:
    """The findings that no comment silences; and which names of which comment, by its index, silenced some.

    A comment without names is noted under the empty name. Each comment that fits a finding counts as used.
    """
    places: dict[str, list[int]] = {}
    for finding in sorted(findings, key=lambda finding: finding.span.start):
        for name in _names_of(finding.rule):
            places.setdefault(name, []).append(finding.span.start)
    spans: dict[str, list[Span]] = {}
    used = set()
    for index, directive in enumerate(found):
        start, end = directive.scope
        for name in _names_in(directive):
            spans.setdefault(name, []).append(directive.scope)
            fitting = places.get(name, [])
            if bisect_left(fitting, start) < bisect_left(fitting, end):
                used.add((index, name))
    scopes = {name: _Scopes(own) for name, own in spans.items()}
    kept = [
        finding
        for finding in findings
        if not any(name in scopes and scopes[name].hold(finding.span.start) for name in _names_of(finding.rule))
    ]
    return kept, frozenset(used)


def unused(found: Sequence[Directive], used: frozenset[tuple[int, str]], known: Known) -> Iterator[Name]:
    """The names, or verbs of comments without names, that silenced nothing although their rules ran."""
    for index, directive in enumerate(found):
        if directive.verb.text not in VERBS:
            continue
        if not directive.names and (index, "") not in used and not known.idle:
            yield directive.verb
        for name in directive.names:
            if (index, name.text) not in used and _all_ran(name.text, known):
                yield name


def unknown(found: Sequence[Directive], known: Known) -> Iterator[tuple[Name, str]]:
    """What comments ask for in vain, each with the nearest name or verb that there is."""
    names, verbs = _Spelling(known.names), _Spelling(VERBS)
    for directive in found:
        if directive.verb.text not in VERBS:
            yield directive.verb, verbs.nearest(directive.verb.text) if directive.verb.text else VERBS[0]
            continue
        for name in directive.names:
            if name.text not in known.names:
                yield name, names.nearest(name.text)


def _names_in(directive: Directive) -> Sequence[str]:
    """The names in a comment; the empty one for a comment that means every rule."""
    return [name.text for name in directive.names] or [""]


def _names_of(rule: str) -> tuple[str, ...]:
    """The names by which comments mean a rule."""
    return ("", rule, _category(rule))


def _all_ran(name: str, known: Known) -> bool:
    """Whether a name is known and no rule that it means stayed idle."""
    return name in known.names and name not in known.not_run


def _category(rule: str) -> str:
    return rule.partition("/")[0]


class _Spelling:
    """The nearest of some names: compared with each for the first mistakes of a draft, found by the alphabet then."""

    def __init__(self, names: Collection[str]) -> None:
        self._ordered = tuple(sorted(names))
        self._near: dict[str, str] = {}

    def nearest(self, text: str) -> str:
        """The name nearest to a text."""
        text = text[:_LONGEST_NAME]
        if text not in self._near:
            few = len(self._near) < MOST_LOOKS
            self._near[text] = _nearest(text, self._ordered) if few else _beside(text, self._ordered)
        return self._near[text]


@lru_cache(maxsize=1024)
def _nearest(text: str, ordered: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    return next(iter(get_close_matches(text, ordered, 1, 0.0)), "")


def _beside(text: str, ordered: Sequence[str]) -> str:
    """Of the names between which a text stands in the alphabet the one that begins as it does for longer."""
    place = bisect_left(ordered, text)
    return max(ordered[max(0, place - 1) : place + 1], key=lambda name: _shared(name, text), default="")


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
