"""Runs that are being built, and which of them are open where a marker stands."""

from collections.abc import Iterator, Sequence

import msgspec

from lint.document.markers import Family, Marker
from lint.text.source import Span

_AHEAD = 400  # how many markers a decision may look ahead


class Candidate(msgspec.Struct, frozen=True):
    """A marker that may be one, the index of its block, and the level of that block as a heading, or 0."""

    marker: Marker
    block: int
    level: int = 0

    @property
    def key(self) -> tuple[str, bool]:
        """What a run is known by: enumerators inside a paragraph do not mix with those that begin one."""
        family = self.marker.family
        return family.name, self.marker.head or family.inline

    @property
    def inside(self) -> bool:
        """Whether it belongs inside a paragraph rather than at the head of one."""
        return not self.marker.head or self.marker.family.inline


class Run:
    """A series that is being built; ``last`` is the number it has reached, ``joints`` are the signs before its items
    after the first.
    """

    __slots__ = ("base", "family", "joints", "last", "last_sub", "nodes", "parent", "restarts")

    def __init__(self, family: Family, parent: "Node", base: int, *, restarts: bool) -> None:
        self.family = family
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
        """Let go of the items, which know their run as it knows them: nobody would find them to be unused."""
        self.nodes.clear()
        del self.parent

    def add(self, node: "Node") -> None:
        """Append an item."""
        marker = node.candidate.marker
        self.nodes.append(node)
        node.run = self
        self.last = self.last + 1 if marker.value is None else marker.value
        self.last_sub = marker.sub


class Node:
    """An item that is being built. ``runs`` are the open runs of its children, by key."""

    __slots__ = ("candidate", "children", "run", "runs")

    run: Run

    def __init__(self, candidate: Candidate) -> None:
        self.candidate = candidate
        self.children: list[Node] = []
        self.runs: dict[tuple[str, bool], Run] = {}

    @property
    def rank(self) -> int:
        """The rank of its marker's family."""
        return self.candidate.marker.family.rank


_ROOT = Candidate(Marker(Family("root", -1, "root", str), 0, Span(0, 0), Span(0, 0)), -1)


class OpenRuns:
    """The items that are open, outermost first, with the runs below each; and the markers still to come."""

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        self.text = text
        self.candidates = candidates
        self.root = Node(_ROOT)
        self._stack = [self.root]

    def _open(self, candidate: Candidate, *, exact: bool = False) -> Iterator[tuple[int, Run]]:
        """Open runs of the candidate's key, innermost first, with the depth of their parent.

        An exact continuation may also join a run whose first item stands otherwise (（1）…；（2）… in one paragraph).
        """
        name, head = candidate.key
        for depth in range(len(self._stack) - 1, -1, -1):
            runs = self._stack[depth].runs
            run = runs.get((name, head))
            if run is not None:
                yield depth, run
            if exact and (other := runs.get((name, not head))) is not None:
                yield depth, other

    def _continued(self, candidate: Candidate) -> list[tuple[int, Run]]:
        """Open runs of which a marker is the next, as ``_open`` gives them with ``exact``."""
        name, head = candidate.key
        keys = ((name, head), (name, not head))
        found: list[tuple[int, Run]] = []
        for depth in range(len(self._stack) - 1, -1, -1):
            runs = self._stack[depth].runs
            if runs:
                for key in keys:
                    run = runs.get(key)
                    if run is not None and run.is_followed_by(candidate.marker):
                        found.append((depth, run))
        return found

    def _continues(self, candidate: Candidate) -> bool:
        return bool(self._continued(candidate))

    def _ahead(self, index: int, rank: int) -> Iterator[Candidate]:
        """The markers that follow, up to one at the head of a paragraph that ranks above ``rank``."""
        for candidate in self.candidates[index + 1 : index + 1 + _AHEAD]:
            if candidate.marker.head and candidate.marker.family.rank < rank:
                return
            yield candidate

    def _next_value(self, index: int, candidate: Candidate) -> int | None:
        """The number of the next marker of the same key before a higher one that is open."""
        rank = (
            min(candidate.marker.family.rank, max(node.rank for node in self._stack) + 1)
            if candidate.inside
            else candidate.marker.family.rank
        )
        for following in self._ahead(index, rank):
            if following.key == candidate.key:
                return following.marker.value
        return None

    def _resumes(self, node: Node, index: int, rank: int) -> bool:
        """Whether the run of an open item goes on after what begins here."""
        for following in self._ahead(index, min(rank, node.rank)):
            if following.key == node.candidate.key:
                return node.run.is_followed_by(following.marker)
        return False

    def _kin_run(self, index: int, candidate: Candidate) -> tuple[int, Run] | None:
        """A run of a kindred family that this marker, of the wrong family, continues."""
        marker = candidate.marker
        for depth in range(len(self._stack) - 1, -1, -1):
            for run in self._stack[depth].runs.values():
                kindred = run.family.kin == marker.family.kin and run.family is not marker.family
                if (
                    kindred
                    and run.last + 1 == marker.value
                    and (marker.family.inline or self._kin_goes_on(index, candidate, run))
                ):
                    return depth, run
        return None

    def _kin_goes_on(self, index: int, candidate: Candidate, run: Run) -> bool:
        """Whether the next number after a deviating marker is again of the run's own family, or there is none."""
        if candidate.inside != run.nodes[-1].candidate.inside:
            return False
        wanted = (candidate.marker.value or 0) + 1
        for following in self._ahead(index, min(run.family.rank, candidate.marker.family.rank)):
            if following.marker.value == wanted and following.marker.family in (run.family, candidate.marker.family):
                return following.marker.family is run.family
        return True
