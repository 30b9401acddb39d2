"""Whether the points of items, as in （20分）, add up to those of their heading or to the full score, 满分100分."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Item, Series
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NUMBER = "(?P<number>[0-9]{1,4}(?:\\.[0-9]{1,2})?)"
_POINTS = lazy(
    f"[（(](?:[^（）()]{{0,20}}[，,；;])?(?P<text>(?:共计?|计|合计|小计|满分|总分|分值|权重)?为?[：:]?{_NUMBER}分)[）)]"
    "[：:。]?\\Z"
)
_FULL = lazy(
    "(?P<text>(?P<hundred>(?<!算[为成])(?<!合[为成])百分制)"
    f"|(?:满分|总分|总计|合计|共计?)(?:值|数)?(?:按|为|是|计)?[：:]?{_NUMBER}分)(?![之钟])"
)
_HUNDRED = "100"
_BESIDE = lazy("加分|附加|倒扣|扣分|减分|奖励|一票否决")
_APART = lazy("(?:另|此外|同时设|除)[^。；\n]{0,40}")
"""What a text says of points that stand apart from the score: 满分100分，另设加分项."""


class HeadingPoints(Check, frozen=True):
    """Items that all tell their points in brackets, against the points of their heading, else against 满分N分 before.

    Points beside the score (加分项) are not added up; where the total is told to include some, nothing is said.
    """

    values: ClassVar[frozenset[str]] = frozenset({"sum", "text"})
    related_values: ClassVar[frozenset[str]] = frozenset({"points"})

    def signs(self) -> tuple[str, ...]:
        """The unit."""
        return ("分）", "分)")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each total that its items do not add up to."""
        for series in document.series:
            points = [] if series.quoted else list(_points(document, series))
            total = _total(document, series) if len(points) > 1 else None
            if total is None:
                continue
            added = sum((Decimal(one["number"]) for _, one in points), Decimal(0))
            if added != Decimal(total[1]["number"] or _HUNDRED):
                yield _hit(document, total, points, added)


_Read = tuple[int, re.Match[str]]
"""Points with the offset of the text that they were read from."""


def _points(document: Document, series: Series) -> Iterator[_Read]:
    """The points of every item; none where an item tells none."""
    items = [item for item in series.items if not _BESIDE.search(document.slice(item.heading))]
    found = [_points_of(document, item) for item in items]
    if all(found):
        yield from (one for one in found if one)


def _points_of(document: Document, item: Item) -> _Read | None:
    found = _POINTS.search(document.slice(item.heading).rstrip())
    return (item.heading.start, found) if found else None


def _total(document: Document, series: Series) -> _Read | None:
    """The points of the heading above a series, else the full score told in its text or before the first heading."""
    if series.parent is not None and (own := _points_of(document, series.parent)):
        return own
    lead = series.parent.body if series.parent else document.parts[series.part].preamble
    found = [*_FULL.finditer(document.slice(lead))] if lead else []
    if lead is None or len(found) != 1 or _BESIDE.search(_APART.sub("", document.slice(lead))):
        return None
    return lead.start, found[0]


def _hit(document: Document, total: _Read, points: list[_Read], added: Decimal) -> Hit:
    places = [Span(start + one.start("text"), start + one.end("text")) for start, one in (total, *points)]
    values = {"text": total[1]["text"], "sum": f"{added.normalize():f}"}
    return Hit(places[0], values, tuple(Place(place, {"points": document.slice(place)}) for place in places[1:]))
