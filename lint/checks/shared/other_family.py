"""Runs that go on counting from a sibling of another family: 一、二、 and then 第三部分."""

from lint.document.tree import Document, Item, Series


def goes_on_from(document: Document, series: Series) -> Item | None:
    """The sibling right before a run that goes on from nothing else, of another family and one number less."""
    first = series.items[0]
    if series.base or first.inline or first.marker.listed or series.quoted or (first.marker.value or 0) < 2:
        return None
    before = [
        other.items[-1]
        for other in document.series
        if other.parent is series.parent and other.part == series.part and other.family.kin != series.family.kin
        if not (other.quoted or other.items[-1].inline) and other.items[-1].span.start < first.span.start
    ]
    last = max(before, key=lambda item: item.span.start, default=None)
    return last if last and last.marker.value == (first.marker.value or 0) - 1 else None
