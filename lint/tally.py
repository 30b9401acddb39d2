"""What a run has come to so far."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from lint.finding import SEVERITIES, Severity
from lint.result import FileResult
from lint.words import Words


class Tally:
    """Counts of the drafts and findings that passed through."""

    def __init__(self) -> None:
        self.drafts = 0
        self.failed = 0
        self.rules: Counter[tuple[str, Severity]] = Counter()

    def watch(self, results: Iterable[FileResult], complain: Callable[[str, str], None]) -> Iterator[FileResult]:
        """Pass results on, count them and complain of those that failed."""
        for result in results:
            self.drafts += not result.error
            self.failed += bool(result.error)
            self.rules.update((finding.rule, finding.severity) for finding in result.findings)
            if result.error:
                complain(result.path, result.error)
            yield result

    def reaches(self, severity: Severity) -> bool:
        """Whether any finding is at or above a severity."""
        return any(SEVERITIES.index(found) >= SEVERITIES.index(severity) for _, found in self.rules)

    def summary(self, seconds: float, words: Words) -> str:
        """The line that ends a run."""
        by_severity = dict.fromkeys(SEVERITIES, 0)
        for (_, severity), count in self.rules.items():
            by_severity[severity] += count
        counts = words.totals.format(**by_severity) if self.rules else words.clean
        line = words.summary.format(drafts=self.drafts, seconds=f"{seconds:.2f}", counts=counts)
        return line + (words.failed.format(failed=self.failed) if self.failed else "")

    def statistics(self) -> Iterator[str]:
        """A line for each rule that fired, the most frequent first."""
        for (rule, severity), count in sorted(self.rules.items(), key=lambda entry: (-entry[1], entry[0])):
            yield f"{count:>6}  {severity:<7}  {rule}"
