"""Runs that go on counting from a sibling of another family: 一、二、 and then 第三部分, ## 三、 and then ## （四）."""

from lint.checks.shared.runs import siblings_of
from lint.document.tree import Document, Item, Series


def goes_on_from(document: Document, series: Series) -> Item | None:
    """The sibling right before a run that goes on from nothing else, of another family and one number less."""
    first = series.items[0]
    if first.inline or first.marker.listed or series.quoted or (first.marker.value or 0) < 2:
        return None
    if document.stands_beside_parent(series):
        return _above(document, series)
    if series.base:
        return None
    before = [
        other.items[-1]
        for other in document.series
        if other.parent is series.parent and other.part == series.part and other.family.kin != series.family.kin
        if not (other.quoted or other.items[-1].inline) and other.items[-1].span.start < first.span.start
    ]
    last = max(before, key=lambda item: item.span.start, default=None)
    return last if last and last.marker.value == (first.marker.value or 0) - 1 else None


def _above(document: Document, series: Series) -> Item | None:
    """The heading above a run on its level, where the first of the run has the next number and no sibling has it."""
    above, value = series.parent, series.items[0].marker.value or 0
    if above is None or above.marker.value != value - 1:
        return None
    return None if any(item.marker.value == value for item in siblings_of(document, above)) else above
