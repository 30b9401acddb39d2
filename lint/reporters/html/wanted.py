"""Which marker an item should have by the findings: what their fixes would leave, or what its series counts up to."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint.checks.shared.runs import expected_numbers, number
from lint.document.tree import Document, Item, Series
from lint.engine.fixing.fixes import apply
from lint.rulebook.finding import Finding
from lint.text.edit import Edit
from lint.text.source import Span

_CATEGORY = "numbering/"


class Other(NamedTuple):
    """Another marker than the item has, and the findings that ask for it."""

    marker: str
    findings: tuple[int, ...]


class _WantedChange(NamedTuple):
    edit: Edit
    finding: int


class Wanted:
    """The markers that the findings of a draft ask for."""

    def __init__(self, document: Document, findings: Sequence[Finding]) -> None:
        self._document = document
        changes = [
            _WantedChange(edit, index)
            for index, finding in enumerate(findings)
            for edit in (finding.fix.edits if finding.fix else ())
        ]
        self._changes = sorted(changes, key=lambda change: change.edit.span)
        self._starts = [change.edit.span.start for change in self._changes]
        self._unfixed = _unfixed(findings)
        self._counted: dict[int, Mapping[int, Other]] = {}

    def of(self, item: Item, series: int) -> Other | None:
        """The marker that an item of a series (its index) should have, where that is not the one it has."""
        return self._mended(item) or self._by_count(series).get(item.marker.span.start)

    def _mended(self, item: Item) -> Other | None:
        """The marker as the fixes would leave it; of fixes that overlap the first is taken."""
        span, marker = self._document.reading.to_source(item.marker.span), self._document.slice(item.marker.span)
        edits: list[Edit] = []
        by: list[int] = []
        for change in self._changes[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]:
            start, end = change.edit.span.start - span.start, change.edit.span.end - span.start
            if end <= len(marker) and (not edits or start >= edits[-1].span.end):
                edits.append(Edit(Span(start, end), change.edit.text))
                by.append(change.finding)
        mended = apply(marker, edits)
        return Other(mended, tuple(dict.fromkeys(by))) if mended != marker else None

    def _by_count(self, index: int) -> Mapping[int, Other]:
        if index < 0 or not self._unfixed:
            return {}
        if index not in self._counted:
            self._counted[index] = self._count(self._document.series[index])
        return self._counted[index]

    def _count(self, series: Series) -> Mapping[int, Other]:
        """The markers of a series that numbering findings without a fix stand at, counted up."""
        to_source = self._document.reading.to_source
        counted: dict[int, Other] = {}
        for item, (value, sub) in zip(series.items, expected_numbers(series), strict=True):
            by = self._unfixed.get(to_source(item.sign).start)
            if by and not sub and number(self._document, series, item) not in (None, (value, sub)):
                counted[item.marker.span.start] = Other(item.marker.family.render(value), by)
        return counted


def _unfixed(findings: Sequence[Finding]) -> dict[int, tuple[int, ...]]:
    """The numbering findings without a fix by the places that they name."""
    places: dict[int, tuple[int, ...]] = {}
    for index, finding in enumerate(findings):
        if finding.rule.startswith(_CATEGORY) and finding.fix is None:
            for span in (finding.span, *(related.span for related in finding.related)):
                places[span.start] = (*places.get(span.start, ()), index)
    return places
