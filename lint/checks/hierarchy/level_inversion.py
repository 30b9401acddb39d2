"""Whether a run ranks below the item that holds it, by the draft's own order (else GB/T 9704-2012, 7.3.3)."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from lint.checks.base import Check, Hit, Place
from lint.checks.shared.levels import RANKED, level_hit, placed
from lint.checks.shared.runs import siblings_of
from lint.document.tree import Document, Item, Levels, Series

_ABOVE = {"role": "前面的序号", "role_en": "the marker before it"}
_ALIKE = {"role": "这里也倒置", "role_en": "inverted here too"}


class LevelInversion(Check, frozen=True):
    """Runs at the head of paragraphs that rank higher than their parent, or than a run before them under the same
    parent: 一、, then 1., then （一）. What the items of one run do alike is told once, at the first.
    """

    values: ClassVar[frozenset[str]] = frozenset({"marker", "parent", "missing"})
    related_values: ClassVar[frozenset[str]] = frozenset({"role", "role_en"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first marker of such runs, related to what stands above it and to the others."""
        found: dict[tuple[object, ...], list[Hit]] = {}
        before: dict[int, Item] = {}
        for series in placed(document):
            if series.parent is None:
                continue
            levels = document.parts[series.part].levels
            elder = before.setdefault(series.parent.span.start, series.items[0])
            above = next((one for one in (series.parent, elder) if _is_above(levels, series, one)), None)
            if above is not None:
                run = siblings_of(document, series.parent)
                habit = run and run[0].span.start, series.family.name, above.marker.family.name
                found.setdefault(habit, []).append(level_hit(document, series, above))
        for first, *others in found.values():
            related = [Place(place.span, _ABOVE) for place in first.related]
            related += [Place(one.span, _ALIKE) for one in others]
            yield msgspec.structs.replace(first, related=related)


def _is_above(levels: Levels, series: Series, other: Item) -> bool:
    """Whether a run ranks above an item that holds it or stands before it."""
    families = {series.family.name, other.marker.family.name}
    return families <= RANKED and levels.rank(series.family) < levels.rank(other.marker.family)
