"""Whether the headings come in the order in which the preamble names the parts: 现将情况、问题和要求通报如下."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.analysis.counts.announced.named_parts import is_taken_up_by, named_leads
from lint.analysis.sectioning.part_order import reversals
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Item, Part
from lint.text.source import Span

_Pair = tuple[Span, Item]


class AnnouncedOrder(Check, frozen=True):
    """Headings that stand before one whose name the preamble tells before theirs.

    As many headings as names must stand at the top, and all but one of them be about one name each.
    """

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "heading", "after"})

    def signs(self) -> tuple[str, ...]:
        """What the sentence that tells the parts ends in."""
        return ("如下", "报告", "汇报", "检查", "说明", "分析")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first heading of each part that comes too early, related to the one it belongs after."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            tops = [item for item in part.items if not item.inline]
            if part.preamble is None or not tops or (genre and reversals(document, part, genre)):
                continue
            for lead in named_leads(document, part.preamble):
                hit = _reversed(document, part, _in_order(document, lead.names, tops))
                if hit:
                    yield hit
                    break


def _in_order(document: Document, names: Sequence[Span], tops: Sequence[Item]) -> list[_Pair]:
    """The names with the heading of each, in the order of the names; nothing where they do not go one to one.

    The one heading that is left is about the one name that is: but not where that alone makes the order another.
    """
    if len(names) != len(tops):
        return []
    about = [[top for top in tops if _is_about(document, top, name)] for name in names]
    found = [(name, one[0]) for name, one in zip(names, about, strict=True) if len(one) == 1]
    headings = {top.span.start for _, top in found}
    is_one_to_one = len(headings) == len(found) and all(len(one) <= 1 for one in about)
    if not is_one_to_one or len(found) < len(names) - 1:
        return []
    places = [top.span.start for _, top in found]
    if places == sorted(places):
        return []
    left = [top for top in tops if top.span.start not in headings]
    alone = [(name, left[0]) for name, one in zip(names, about, strict=True) if not one and left]
    return sorted([*found, *alone], key=lambda pair: pair[0])


def _is_about(document: Document, top: Item, name: Span) -> bool:
    return is_taken_up_by(document.slice(top.heading), document.slice(name))


def _reversed(document: Document, part: Part, pairs: Sequence[_Pair]) -> Hit | None:
    """The hit at the heading that stands first of those out of order; None where no pairs are."""
    if not pairs:
        return None
    by_place = sorted(pairs, key=lambda pair: pair[1].span)
    expected = "、".join(document.slice(name) for name, _ in pairs)
    found = "、".join(document.slice(name) for name, _ in by_place)
    at = next(place for place, (one, other) in enumerate(zip(pairs, by_place, strict=True)) if one != other)
    early, after = by_place[at][1], pairs[at][1]
    values = {"found": found, "expected": expected}
    values |= {"heading": document.slice(early.heading), "after": document.slice(after.heading)}
    return Hit(early.head, values, (Place(after.head),))
