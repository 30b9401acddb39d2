"""Whether the markers of a run are of one family."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.checks.shared.runs import listing
from lint.checks.shared.selection import FamilyName
from lint.document.families import Family
from lint.document.tree import Document, Item, Series
from lint.text.edit import Edit


class SeriesFamilies(Check, frozen=True):
    """A run whose markers mix the families of one of ``mixtures``; the rarer ones are wrong.

    ``number`` restricts the hits to runs whose item of that number is the first to deviate. ``levels`` says whether
    the runs meant are those in which it has the sign of another level of its part, or the others.
    """

    mixtures: tuple[tuple[FamilyName, ...], ...]
    number: int | None = None
    levels: bool | None = None

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "marker"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first deviating marker of each mixed run."""
        for series, names in document.derive("mixed series", lambda: _mixed(document)):
            if not any(names <= set(mixture) for mixture in self.mixtures):
                continue
            family = _main_family(series)
            wrong = [item for item in series.items if item.marker.family is not family]
            if self.number is not None and series.items.index(wrong[0]) + 1 != self.number:
                continue
            if self.levels is None or self.levels == _is_other_level(document, series, wrong[0]):
                yield _hit(document, series, family, wrong)


def _mixed(document: Document) -> list[tuple[Series, set[str]]]:
    """The series whose markers are of several families, with the names of these."""
    named = [(one, {item.marker.family.name for item in one.items}) for one in document.series if not one.quoted]
    return [(one, names) for one, names in named if len(names) > 1]


def _is_other_level(document: Document, series: Series, item: Item) -> bool:
    """Whether runs of an item's family stand above or below its own in its part, or it is of other kin (第三部分)."""
    if item.marker.family.kin != series.family.kin:
        return True
    alike = (one for one in document.series if one.part == series.part and one.family is item.marker.family)
    return any(one.items[0].depth != item.depth and not one.items[0].inline for one in alike)


def _main_family(series: Series) -> Family:
    """The family of most items; when two are equally many that of the first item, or what the run was read as."""
    counts = Counter(item.marker.family.name for item in series.items)
    if 2 * counts[series.family.name] == len(series.items):
        return series.family
    return max((item.marker.family for item in series.items), key=lambda family: counts[family.name])


def _hit(document: Document, series: Series, family: Family, wrong: list[Item]) -> Hit:
    written = [
        document.slice(item.marker.span).rstrip("，,、") or family.render(item.marker.value or 1)
        for item in series.items
    ]
    wanted = [family.render(item.marker.value or index).rstrip("，,、") for index, item in enumerate(series.items, 1)]
    first = series.items.index(wrong[0])
    return Hit(
        wrong[0].sign,
        {"found": listing(written, first), "expected": listing(wanted, first), "marker": written[first]},
        tuple(Place(item.sign) for item in wrong[1:]),
        tuple(
            Edit(item.marker.span, family.render(item.marker.value))
            for item in wrong
            if item.marker.value and not (item.marker.listed or item.marker.automatic)
        ),
    )
