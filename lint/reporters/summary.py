"""What a run has come to so far."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from lint.engine.result import FileResult
from lint.messages.plurals import filled
from lint.messages.words import Words
from lint.rulebook.finding import SEVERITIES, Severity

if TYPE_CHECKING:
    from lint.engine.spared.baseline import BaselineEntry


class Tally:
    """Counts of the drafts and findings that passed through."""

    def __init__(self) -> None:
        self.drafts = 0
        self.failed = 0
        self.incomplete = 0
        self.empty = 0
        self.unchecked: list[str] = []
        self.rules: Counter[tuple[str, Severity]] = Counter()
        self.mended = 0
        self.changed = 0
        self.fixable = 0
        self.copies: list[str] = []
        self.gone: list[tuple[str, BaselineEntry]] = []
        self.entries: list[tuple[str, BaselineEntry]] = []

    def watch(
        self, results: Iterable[FileResult], complain: Callable[[str, str], None], words: Words, *, unsafe: bool = False
    ) -> Iterator[FileResult]:
        """Pass results on, count them and complain of what is missing; ``unsafe`` fixes count as fixes too or not."""
        for result in results:
            self.drafts += not result.error
            self.failed += bool(result.error)
            self.incomplete += bool(result.stopped)
            self.empty += result.empty
            self.unchecked += [result.path] if result.error or result.stopped else []
            self.rules.update((finding.rule, finding.severity) for finding in result.findings)
            for more in result.hidden:
                self.rules[more.rule, more.severity] += more.count
                self.fixable += more.safe + (more.unsafe if unsafe else 0)
            self.mended += sum(result.mended.values())
            self.changed += bool(result.diff)
            self.fixable += sum(finding.is_fixable(unsafe=unsafe) for finding in result.findings)
            self.copies += [result.copy] if result.copy else []
            self.gone += [(result.path, entry) for entry in result.gone]
            self.entries += [(result.path, entry) for entry in result.entries]
            for line in (*result.complaints(words), *result.notices(words)):
                complain(result.path, line)
            yield result

    def reaches(self, severity: Severity) -> bool:
        """Whether any finding is at or above a severity."""
        return any(SEVERITIES.index(found) >= SEVERITIES.index(severity) for _, found in self.rules)

    def summary(self, seconds: float, words: Words) -> str:
        """The line that ends a run."""
        by_severity = dict.fromkeys(SEVERITIES, 0)
        for (_, severity), count in self.rules.items():
            by_severity[severity] += count
        unread = 0 < self.drafts == self.empty
        clean = words.unread if unread else words.clean if self.drafts else words.unchecked
        counts = filled(words.totals, **by_severity) if self.rules else clean
        line = filled(words.summary, drafts=self.drafts, seconds=f"{seconds:.2f}", counts=counts)
        line += words.empties.format(empty=self.empty) if self.empty and not unread else ""
        line += words.failed.format(failed=self.failed) if self.failed else ""
        line += words.incomplete.format(incomplete=self.incomplete) if self.incomplete else ""
        mended = words.would_mend if self.changed else words.mended
        return line + (mended.format(count=self.mended) if self.mended else "")

    def statistics(self, titles: Mapping[str, str]) -> Iterator[str]:
        """A line for each rule that fired, the most frequent first: count, severity, id and title."""
        width = max((len(rule) for rule, _ in self.rules), default=0)
        for (rule, severity), count in sorted(self.rules.items(), key=lambda entry: (-entry[1], entry[0])):
            yield f"{count:>6}  {severity:<7}  {rule:<{width}}  {titles[rule]}"
