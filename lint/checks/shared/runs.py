"""What several checks need to know of a series: its numbers as written and as they should be."""

from collections.abc import Sequence

from lint.document.families import DOTTED
from lint.document.markers import numbers_of
from lint.document.tree import Document, Item, Series
from lint.text.edit import Edit

_SHOWN = 12
_NAMED = 12  # characters of a heading that name an item
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def own_items(document: Document) -> tuple[Item, ...]:
    """The items of every series that is not quoted; once a document."""
    return document.derive(own_items, lambda: _own(document))


def _own(document: Document) -> tuple[Item, ...]:
    return tuple(item for series in document.series if not series.quoted for item in series.items)


def siblings_of(document: Document, item: Item) -> tuple[Item, ...]:
    """The items of the run that an item belongs to, itself among them; none of an item that belongs to none."""
    return document.derive(siblings_of, lambda: _runs(document)).get(item.span.start, ())


def _runs(document: Document) -> dict[int, tuple[Item, ...]]:
    runs = (*document.series, *document.headings)
    return {item.span.start: series.items for series in runs for item in series.items}


def numeral(document: Document, item: Item) -> str:
    """The number of an item as it is written: 三, 12, ①; for a listed item its value."""
    marker = item.marker
    return document.slice(marker.numeral) or str(marker.value)


def shown_sign(document: Document, item: Item) -> str:
    """How a message names an item: by its marker, or by the beginning of its heading where it has none."""
    heading = document.slice(item.heading)
    return document.slice(item.marker.span) or (heading if len(heading) <= _NAMED else f"{heading[:_NAMED]}…")


def number(document: Document, series: Series, item: Item) -> tuple[int, int] | None:
    """Value and sub-value (第十二条之一 is 12, 1); None when the marker itself is wrong: 十十一, 2.1 in section 1."""
    if item.marker.value is None or strays(document, series, item):
        return None
    return item.marker.value, item.marker.sub


def expected_numbers(series: Series) -> list[tuple[int, int]]:
    """The numbers that a series ought to have, inserted articles (之一) left where they are."""
    value, sub, numbers = series.base, 0, []
    for item in series.items:
        if item.marker.sub and value:
            sub += 1
        else:
            value, sub = value + 1, 0
        numbers.append((value, sub))
    return numbers


def listing(numerals: Sequence[str], around: int) -> str:
    """Numerals joined by 、, a long run cut to what stands around one place."""
    if len(numerals) <= _SHOWN:
        return "、".join(numerals)
    first, last = max(0, around - 3), min(len(numerals), around + 4)
    return ("…、" if first else "") + "、".join(numerals[first:last]) + ("、…" if last < len(numerals) else "")


def renumber(document: Document, item: Item, value: int) -> Edit | None:
    """The edit that gives an item another number; None when its number is not in the text."""
    marker = item.marker
    if marker.listed or marker.automatic or marker.numeral.start == marker.numeral.end:
        return None
    return Edit(marker.numeral, numeral_of(document, item, value))


def numeral_of(document: Document, item: Item, value: int) -> str:
    """Another number as an item would write it: 1.4 becomes 1.3."""
    written = document.slice(item.marker.numeral)
    automatic = item.marker.automatic
    if automatic is not None and automatic.decimal:
        return written[: automatic.numbers[-1].start - automatic.numbers[0].start] + str(value)
    if item.marker.family in DOTTED[1:]:
        return written[: max(written.rfind("."), written.rfind("．")) + 1] + str(value)
    if not written.isdecimal():
        numeral_ = item.marker.family.numeral(value)
        return numeral_.upper() if written.isascii() and written.isupper() else numeral_
    return str(value) if written.isascii() else str(value).translate(_FULL_WIDTH)


def prefix_of_parent(document: Document, series: Series) -> tuple[int, ...] | None:
    """The numbers that decimal markers of this series begin with; None for other series."""
    parent = series.parent
    if parent is None or not series.family.name.startswith("dotted"):
        return None
    if parent.marker.family.name == "digit":
        return (parent.marker.value or 0,)
    if not parent.marker.family.name.startswith("dotted"):
        most: tuple[int, ...] | None = document.derive(
            ("prefix of most", series.items[0].sign), lambda: _prefix_of_most(document, series)
        )
        return most
    return numbers_of(document.text, parent.marker)


def _prefix_of_most(document: Document, series: Series) -> tuple[int, ...] | None:
    """The numbers that decimals below another family begin with, where one amid them does not: 1.1, 2.2, 1.3."""
    own = [numbers_of(document.text, item.marker) for item in series.items]
    others = [place for place, numbers in enumerate(own, 1) if numbers[:-1] != own[0][:-1]]
    is_slip = len(own) > len(others) + 1 and len(others) == 1 and own[others[0] - 1][-1:] == (others[0],)
    return own[0][:-1] if is_slip and others[0] < len(own) else None


def strays(document: Document, series: Series, item: Item) -> bool:
    """Whether a decimal marker does not begin with the numbers of its parent."""
    prefix = prefix_of_parent(document, series)
    if prefix is None:
        return False
    numbers = numbers_of(document.text, item.marker)
    return len(numbers) > len(prefix) and numbers[: len(prefix)] != prefix
