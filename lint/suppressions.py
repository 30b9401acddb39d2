"""Findings that a comment in the draft silences, and comments that silence nothing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lint.directives import VERBS, Directive, Name
from lint.finding import Finding

UNUSED = "suppressions/unused"
"""The rule that ``--no-report-unused`` leaves out."""


class Known(NamedTuple):
    """The ids of the rules that ran, and of those that exist but did not."""

    ran: frozenset[str]
    idle: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """What a comment may name: ids and categories."""
        ids = self.ran | self.idle
        return ids | {_category(rule) for rule in ids}


def silence(
    findings: Iterable[Finding], found: Sequence[Directive]
) -> tuple[list[Finding], frozenset[tuple[int, str]]]:
    """The findings that no comment silences; and which names of which comment, by its index, silenced some.

    A comment without names is noted under the empty name. Each comment that fits a finding counts as used.
    """
    kept: list[Finding] = []
    used: set[tuple[int, str]] = set()
    for finding in findings:
        fitting = {
            (index, name)
            for index, directive in enumerate(found)
            if directive.scope.start <= finding.span.start < directive.scope.end
            for name in _fitting(directive, finding.rule)
        }
        used |= fitting
        if not fitting:
            kept.append(finding)
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
    for directive in found:
        if directive.verb.text not in VERBS:
            yield directive.verb, _nearest(directive.verb.text, VERBS) if directive.verb.text else VERBS[0]
            continue
        for name in directive.names:
            if name.text not in known.names:
                yield name, _nearest(name.text, sorted(known.names))


def _fitting(directive: Directive, rule: str) -> Iterator[str]:
    """The names of a comment that mean a rule; the empty one for a comment that means them all."""
    if not directive.names:
        yield ""
    for name in directive.names:
        if name.text in (rule, _category(rule)):
            yield name.text


def _all_ran(name: str, known: Known) -> bool:
    """Whether a name is known and no rule that it means stayed idle."""
    return name in known.names and not any(name in (rule, _category(rule)) for rule in known.idle)


def _category(rule: str) -> str:
    return rule.partition("/")[0]


def _nearest(text: str, names: Sequence[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    return next(iter(get_close_matches(text, names, 1, 0.0)), "")
