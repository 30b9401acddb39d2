"""A total as a text states it with its parts, and the quantities before the parts that may be it."""

import msgspec

from lint.analysis.counts.quantities.quantity import Quantity, Share, quantities_in
from lint.text.patterns.lazy import lazy

LONGEST = 400  # characters of a sentence
_HELD_AGAINST = lazy("(?:占|较|同比|相当于)[^，。；、]{0,10}$")
_NEAR = 14  # characters before a quantity
ASPECTS = ("个方面", "个大类", "个类别", "个领域")


class Statement(msgspec.Struct, frozen=True):
    """A total and the parts that a text goes through.

    ``lists`` are the ways to read the parts: up to the first other mark between them, and all of them. The list is
    ``whole`` where nothing else follows in its sentence, and ``exhaustive`` where the text tells it to be.
    ``others`` are further quantities of the same unit that the parts may be meant to add up to. Figures that are
    ``precise`` were not rounded. Parts that stand ``apart`` from their total are in headings below it.
    """

    total: Quantity
    lists: tuple[list[Share], ...]
    is_whole: bool
    is_exhaustive: bool
    others: tuple[Quantity, ...] = ()
    is_precise: bool = False
    is_apart: bool = False


def totals_before(text: str, start: int, end: int, part: Quantity) -> list[Quantity]:
    """The quantities of a part's unit that stand before it in its sentence, but for what it is held against."""
    return [
        one
        for one in quantities_in(text, max(start, end - LONGEST), end)
        if one.counts_as(part)
        and not one.unit.startswith(ASPECTS)
        and not _HELD_AGAINST.search(text, max(start, one.start - _NEAR), one.start)
    ]
