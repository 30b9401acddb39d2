"""What the nesting is built of: candidates, the runs that they form, and the items of these."""

import msgspec

from lint.document.families import Family
from lint.document.markers import Marker
from lint.text.source import Span


class Candidate(msgspec.Struct, frozen=True):
    """A marker that may be one, the index of its block, its rank, and the level of that block as a heading, or 0.

    ``rank`` is that of the marker's family in the draft: the smaller, the higher its level.
    """

    marker: Marker
    block: int
    rank: int
    level: int = 0

    @property
    def key(self) -> tuple[str, bool]:
        """What a run is known by: enumerators inside a paragraph do not mix with those that begin one."""
        family = self.marker.family
        return family.name, self.marker.head or family.inline

    @property
    def inside(self) -> bool:
        """Whether it belongs inside a paragraph rather than at the head of one."""
        return not self.marker.head or (self.marker.family.inline and self.marker.automatic is None)

    def is_on_list(self, other: "Candidate") -> bool:
        """Whether Word counts this marker and another one on the same list, on whatever levels."""
        one, two = self.marker.automatic, other.marker.automatic
        return one is not None and two is not None and one.list == two.list


Lists = frozenset[tuple[int, tuple[str, bool]]]
"""Paragraphs that hold or begin lists of doubtful shapes, each with the key of these."""


class Run:
    """A series that is being built; ``last`` is the number it has reached, ``joints`` are the signs before its items
    after the first.
    """

    __slots__ = ("base", "family", "joints", "last", "last_sub", "nodes", "parent", "rank", "restarts")

    def __init__(self, first: Candidate, parent: "Node", base: int, *, restarts: bool) -> None:
        self.family = first.marker.family
        self.rank = first.rank
        self.parent = parent
        self.base = base
        self.restarts = restarts
        self.last = base
        self.last_sub = 0
        self.nodes: list[Node] = []
        self.joints: set[str] = set()

    def is_followed_by(self, marker: Marker) -> bool:
        """Whether a marker is the next of this run; a malformed numeral counts as the one expected."""
        if marker.value is None:
            return True
        if marker.value == self.last and marker.sub:
            return marker.sub == self.last_sub + 1
        return marker.value == self.last + 1

    def release(self) -> None:
        """Drop the items, which refer to their run as it refers to them."""
        self.nodes.clear()
        del self.parent

    def add(self, node: "Node") -> None:
        """Append an item."""
        marker = node.candidate.marker
        self.nodes.append(node)
        node.run = self
        if marker.family is not self.family:  # the wrong sign, at the level of its run all the same
            node.rank = self.rank
        self.last = self.last + 1 if marker.value is None else marker.value
        self.last_sub = marker.sub


class Node:
    """An item that is being built. ``runs`` are the open runs of its children, by key."""

    __slots__ = ("candidate", "children", "rank", "run", "runs")

    run: Run

    def __init__(self, candidate: Candidate) -> None:
        self.candidate = candidate
        self.rank = candidate.rank
        self.children: list[Node] = []
        self.runs: dict[tuple[str, bool], Run] = {}


ROOT = Candidate(Marker(Family("root", -1, "root", str), 0, Span(0, 0), Span(0, 0)), -1, -1)
"""What stands above every marker of a part."""
