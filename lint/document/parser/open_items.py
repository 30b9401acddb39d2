"""The items that are open where a marker stands: which run it goes on with, which ones it closes."""

from collections.abc import Iterator, Sequence

from lint.document.families import ARTICLE, HEADING
from lint.document.parser.runs import ROOT, Candidate, Node, Run
from lint.document.tree import Levels
from lint.formats.automatic import AutomaticNumber

_AHEAD = 400  # how many markers a decision may look ahead


class OpenItems:
    """The items that are open, outermost first, with the runs below each; and the markers still to come."""

    def __init__(self, text: str, candidates: Sequence[Candidate], levels: Levels) -> None:
        self.text = text
        self.levels = levels
        self.candidates = candidates
        self.root = Node(ROOT)
        self.stack = [self.root]

    @property
    def deepest(self) -> Node:
        """The item that is open now."""
        return self.stack[-1]

    def opened(self, candidate: Candidate, *, exact: bool = False) -> Iterator[tuple[int, Run]]:
        """Open runs of the candidate's key, innermost first, with the depth of their parent.

        An exact continuation may also join a run whose first item stands otherwise (（1）…；（2）… in one paragraph).
        """
        name, head = candidate.key
        for depth in range(len(self.stack) - 1, -1, -1):
            runs = self.stack[depth].runs
            run = runs.get((name, head))
            if run is not None:
                yield depth, run
            if exact and (other := runs.get((name, not head))) is not None:
                yield depth, other

    def continued(self, candidate: Candidate) -> list[tuple[int, Run]]:
        """Open runs of which a marker is the next, as ``opened`` gives them with ``exact``."""
        name, head = candidate.key
        keys = ((name, head), (name, not head))
        found: list[tuple[int, Run]] = []
        for depth in range(len(self.stack) - 1, -1, -1):
            runs = self.stack[depth].runs
            if runs:
                for key in keys:
                    run = runs.get(key)
                    if run is not None and run.is_followed_by(candidate.marker):
                        found.append((depth, run))
        return found

    def continues(self, candidate: Candidate) -> bool:
        """Whether a marker is the next of an open run."""
        return bool(self.continued(candidate))

    def ahead(self, index: int, rank: int) -> Iterator[Candidate]:
        """The markers that follow, up to one at the head of a paragraph that ranks above ``rank``."""
        for candidate in self.candidates[index + 1 : index + 1 + _AHEAD]:
            if candidate.marker.head and candidate.rank < rank:
                return
            yield candidate

    def next_value(self, index: int, candidate: Candidate) -> int | None:
        """The number of the next marker of the same key before a higher one that is open."""
        rank = min(candidate.rank, max(node.rank for node in self.stack) + 1) if candidate.inside else candidate.rank
        for following in self.ahead(index, rank):
            if following.key == candidate.key:
                return following.marker.value
        return None

    def resumes(self, node: Node, index: int, rank: int) -> bool:
        """Whether the run of an open item goes on after what begins here."""
        for following in self.ahead(index, min(rank, node.rank)):
            if following.key == node.candidate.key:
                return node.run.is_followed_by(following.marker)
        return False

    def resumes_wrongly(self, node: Node, index: int, rank: int) -> bool:
        """Whether the run of an open item goes on after what begins here, but leaves out a number or repeats one."""
        following = (one for one in self.ahead(index, min(rank, node.rank)) if one.key == node.candidate.key)
        value = next((one.marker.value or 0 for one in following), 0)
        return value > 1 and value in (node.run.last, node.run.last + 2)

    def runs(self) -> Iterator[tuple[int, Run]]:
        """Every open run, innermost first, with the depth of its parent."""
        for depth in range(len(self.stack) - 1, -1, -1):
            for run in self.stack[depth].runs.values():
                yield depth, run

    def leave_ranks(self, rank: int) -> None:
        """Close the items of this rank and below."""
        while self.deepest.rank >= rank:
            self.stack.pop()

    def leave_for_list(self, number: AutomaticNumber) -> None:
        """Close what cannot hold a number of Word's: its own level of the list, and lists inside the item above it."""
        numbers = [node.candidate.marker.automatic for node in self.stack]
        levels = [one.level if one and one.list == number.list else 0 for one in numbers]
        depth = next((depth for depth, level in enumerate(levels) if level >= number.level), len(levels))
        del self.stack[depth:]
        while self.stack[depth - 1].candidate.inside and depth > 1:
            depth -= 1
        if levels[depth - 1]:
            del self.stack[depth:]

    def leave_articles(self) -> None:
        """Close the article that is open, with all that it holds."""
        for depth, node in enumerate(self.stack):
            if node.candidate.marker.family is ARTICLE:
                del self.stack[depth:]
                return

    def leave_for_article(self, rank: int) -> None:
        """Close what does not hold the articles that have this rank."""
        self.leave_articles()
        while self.deepest.rank >= rank and self.deepest.candidate.marker.family.name not in self.levels.over_articles:
            self.stack.pop()

    def leave_headings(self, level: int) -> None:
        """Close unnumbered headings of this level and below, with all that they hold."""
        for depth, node in enumerate(self.stack):
            if node.candidate.marker.family is HEADING and node.candidate.level >= level:
                del self.stack[depth:]
                return

    def leave_numbered(self, level: int) -> None:
        """Close every item that an unnumbered heading of this level does not belong to."""
        while self.deepest is not self.root and not 0 < self.deepest.candidate.level < level:
            self.stack.pop()
