"""Totals told right after a list each of whose items tells its part: 1.甲5人；2.乙8名。以上人员共计13人."""

from collections.abc import Sequence

from lint.analysis.counts.quantities.quantity import Quantity, Share, quantities_in
from lint.analysis.counts.totals.stated import Statement
from lint.document.tree import Document, Item, Series
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any

_TOTAL = lazy(
    r"(?:(?:以上|上述)[^，。；：\n0-9]{0,12}?(?:[共合总]计|总共|共)|[共合总]计|总共)[^，。；\n0-9]{0,6}[：:]?\s*(?=[0-9])"
)
_WORDS = ("共", "合计", "总计")
_BLANKS = " \u3000"
_OF_WHICH = lazy("其中|包[括含]|[（(]含")
_UNCLEAR = lazy("每|[各均][^，。；、\n]{0,4}[0-9]|不超过|以[内上下]|左右|至多|最多|[0-9]\\s*[—～~-]\\s*[0-9]")
_OVERLAP = lazy("[^。\n]*?(?:重[复叠合]|交叉|同时|兼[有任具])")
_PEOPLE = ("人", "名", "位")
_TIMES = frozenset("次月天年日均")
"""What follows 人 in a unit that counts no people: 人次."""
_FAR = 25  # per cent of a total that its parts may be off by a slip


def after_items(document: Document, series: Series) -> Statement | None:
    """The total that stands in the paragraph right after the last item of a series, or is its last item.

    None where an item tells no part, several, or one that holds each of many; and where the parts are far from it.
    """
    items = series.items
    if series.quoted or any(item.children for item in items):
        return None
    start, end = _below(document, items)
    total = _total_at(document.text, start, end)
    parts = items
    if total is None:
        last = items[-1]
        total, parts = _total_at(document.text, last.marker.span.end, last.span.end), items[:-1]
    if total is None or len(parts) < 2 or _OVERLAP.match(document.text, start) or _is_of_more(document, series, total):
        return None
    shares = [share for item in parts if (share := _part(document, item, total, start))]
    together = sum(share.quantity.value for share in shares)
    if len(shares) < len(parts) or 100 * abs(together - total.value) > _FAR * total.value:
        return None
    return Statement(total, (shares,), is_whole=True, is_exhaustive=True)


def _is_of_more(document: Document, series: Series, total: Quantity) -> bool:
    """Whether a list under the heading before tells parts too, so that a total may be that of both."""
    parent = series.parent
    if parent is None:
        return False
    siblings = next((one.items for one in document.series if parent in one.items), ())
    before = [item for item in siblings[: siblings.index(parent)] for item in item.children] if siblings else []
    return any(_part(document, item, total, item.span.end) for item in before)


def _below(document: Document, items: Sequence[Item]) -> tuple[int, int]:
    """Where the paragraph right after the last item begins and ends."""
    blocks = document.reading.blocks
    following = items[-1].block + 1
    if following >= len(blocks) or items[-1].inline:
        return items[-1].span.end, items[-1].span.end
    return blocks[following].start, blocks[following].end


def _total_at(text: str, start: int, end: int) -> Quantity | None:
    """The quantity that a paragraph begins with as a total."""
    if not holds_any(text[start : start + 24], _WORDS):
        return None
    while start < end and text[start] in _BLANKS:
        start += 1
    found = _TOTAL.match(text, start, end)
    first = next(quantities_in(text, found.end(), end), None) if found else None
    return first if found and first and first.start == found.end() else None


def _part(document: Document, item: Item, total: Quantity, stop: int) -> Share | None:
    """The only quantity of a total's unit in an item, before what it is made up of."""
    text, start, end = document.text, item.marker.span.end, min(item.span.end, max(stop, item.marker.span.end))
    detail = _OF_WHICH.search(text, start, end)
    end = detail.start() if detail else end
    found = [one for one in quantities_in(text, start, end) if _is_of_unit(one, total)]
    if len(found) != 1 or _UNCLEAR.search(text, start, end):
        return None
    return Share(text[start : found[0].start], found[0], "；")


def _is_of_unit(one: Quantity, total: Quantity) -> bool:
    """Whether two quantities count in one unit, people by any of their measures."""
    if one.unit.startswith(_PEOPLE) and total.unit.startswith(_PEOPLE):
        return (one.unit[1:2] in _TIMES) == (total.unit[1:2] in _TIMES)
    return one.counts_as(total)
