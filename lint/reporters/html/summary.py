"""The run as a whole: a row for each draft, how many findings of which category, what is said of each rule."""

from collections import Counter
from collections.abc import Mapping
from itertools import takewhile

import msgspec

from lint.engine.result import FileResult
from lint.formats.plain.lines import width
from lint.messages.language import words_for
from lint.reporters.base import Style, slashed
from lint.rulebook.finding import SEVERITIES, Severity
from lint.rulebook.rule import Rule
from lint.rulebook.rule_site import rule_page

WORST_FIRST: tuple[Severity, ...] = tuple(reversed(SEVERITIES))
_WIDTH = 440  # of the drawing, in its own units
_NUMBER = 50  # room for the number after the longest bar
_GAP = 10
_COLUMN = 8.2  # of a name, set in letters of 14
_LONGEST = 24  # columns of a name
_ROW = 26


class SummaryRow(msgspec.Struct, frozen=True):
    """A draft; ``counts`` are findings by category and severity, worst first, ``error`` why it was not checked.

    One that is ``shown`` can be opened.
    """

    path: str
    error: str
    counts: dict[str, list[int]]
    shown: bool = False

    def of(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return sum(counts[WORST_FIRST.index(severity)] for counts in self.counts.values())

    @property
    def total(self) -> int:
        """How many findings there are."""
        return sum(map(sum, self.counts.values()))


class RuleText(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is said of a rule wherever it is found; ``page`` is where more is said."""

    title: str
    why: str
    tier: str
    page: str = ""


class Stack(msgspec.Struct, frozen=True):
    """The share of one severity in a bar."""

    severity: Severity
    x: int
    width: int
    count: int


class Bar(msgspec.Struct, frozen=True):
    """A category in the chart; ``end`` is where its stacks end."""

    category: str
    name: str
    y: int
    total: int
    end: int
    stacks: tuple[Stack, ...]


class Chart(msgspec.Struct, frozen=True):
    """Bars of findings by category; their names end at ``label``."""

    width: int
    height: int
    label: int
    bars: tuple[Bar, ...]


class Summary:
    """Counts as the results pass."""

    def __init__(self, style: Style) -> None:
        self._rules: Mapping[str, Rule] = {rule.id: rule for rule in style.rules}
        self._lang = style.lang
        self._site_url = style.site_url
        self._words = words_for(style.lang)
        self._met: set[str] = set()
        self.rows: list[SummaryRow] = []

    def add(self, result: FileResult) -> None:
        """Count a draft."""
        counts: dict[str, list[int]] = {}
        for finding in result.findings if result.source else ():
            self._met.add(finding.rule)
            category = finding.rule.partition("/")[0]
            counts.setdefault(category, [0] * len(WORST_FIRST))[WORST_FIRST.index(finding.severity)] += 1
        why = self._words.semicolon.join(result.complaints(self._words))
        self.rows.append(SummaryRow(slashed(result.path), why, counts, result.source is not None))

    @property
    def folder(self) -> str:
        """The innermost folder that holds all drafts, with the slash after it; the table names drafts from there."""
        folders = zip(*(row.path.split("/")[:-1] for row in self.rows), strict=False)
        return "".join(f"{names[0]}/" for names in takewhile(lambda names: len(set(names)) == 1, folders))

    @property
    def failed(self) -> int:
        """Drafts that could not be checked."""
        return sum(1 for row in self.rows if row.error)

    @property
    def faulty(self) -> int:
        """Drafts with findings."""
        return sum(1 for row in self.rows if row.counts)

    @property
    def clean(self) -> int:
        """Drafts that were checked and have no finding."""
        return sum(1 for row in self.rows if not row.counts and not row.error)

    def of(self, severity: Severity) -> int:
        """Findings of a severity."""
        return sum(row.of(severity) for row in self.rows)

    def categories(self) -> list[str]:
        """The categories met, those with most findings first."""
        totals = self._totals()
        return sorted(totals, key=lambda category: (-sum(totals[category].values()), category))

    def chart(self, names: Mapping[str, str]) -> Chart:
        """A bar for each category, stacked by severity; ``names`` are those of the built-in categories."""
        totals = self._totals()
        shown = {category: _cut(names.get(category, category)) for category in self.categories()}
        label = round(_COLUMN * max(map(width, shown.values()), default=0))
        longest = max((sum(counts.values()) for counts in totals.values()), default=1)
        scale = (_WIDTH - _NUMBER - label - _GAP) / longest
        bars: list[Bar] = []
        for category, name in shown.items():
            stacks = _stacks(totals[category], label + _GAP, scale)
            end = stacks[-1].x + stacks[-1].width
            bars.append(Bar(category, name, _ROW * len(bars), sum(totals[category].values()), end, stacks))
        return Chart(_WIDTH, _ROW * len(bars), label, tuple(bars))

    def rules(self) -> dict[str, RuleText]:
        """What is said of the rules met."""
        known = (self._rules[rule] for rule in sorted(self._met) if rule in self._rules)
        return {rule.id: self._said(rule) for rule in known}

    def _said(self, rule: Rule) -> RuleText:
        page = rule_page(self._site_url, rule.id)
        return RuleText(rule.titled(self._lang), rule.why, rule.source.tier, page)

    def _totals(self) -> dict[str, Counter[Severity]]:
        totals: dict[str, Counter[Severity]] = {}
        for row in self.rows:
            for category, counts in row.counts.items():
                totals.setdefault(category, Counter()).update(dict(zip(WORST_FIRST, counts, strict=True)))
        return totals


def _stacks(counts: Counter[Severity], x: int, scale: float) -> tuple[Stack, ...]:
    stacks: list[Stack] = []
    for severity in WORST_FIRST:
        if counts[severity]:
            stacks.append(Stack(severity, x, max(2, round(scale * counts[severity])), counts[severity]))
            x += stacks[-1].width
    return tuple(stacks)


def _cut(name: str) -> str:
    """A name that fits before its bar."""
    while width(name) > _LONGEST:
        name = f"{name[:-2]}…"
    return name
