"""The items that are open where a marker stands: which run it goes on with, which ones it closes."""

from collections.abc import Iterator, Sequence

from lint.document.families import ARTICLE, CIRCLED, HAN, HEADING, PART, VERB
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

    def kin_run(self, index: int, candidate: Candidate, *, between: bool = False) -> tuple[int, Run] | None:
        """A run of a kindred family that this marker, of the wrong family, continues.

        With ``between`` one only that goes on in its own family after the marker.
        """
        marker = candidate.marker
        between |= marker.family is CIRCLED and candidate.inside
        for depth in range(len(self.stack) - 1, -1, -1):
            for run in self.stack[depth].runs.values():
                kindred = run.family.kin == marker.family.kin and run.family is not marker.family
                if (
                    kindred
                    and not candidate.is_on_list(run.nodes[-1].candidate)
                    and _is_due(run, candidate)
                    and (marker.family.inline or self._kin_goes_on(index, candidate, run, between=between))
                ):
                    return depth, run
        return None

    def upper_run(self, index: int, candidate: Candidate, *, is_next: bool) -> tuple[int, Run] | None:
        """The run above that a heading with the sign of what stands below it continues: （二）, 3. with 1. 2., （四）.

        One that ``is_next`` of its own family is such a heading only where the run above goes on behind it.
        """
        marker = candidate.marker
        below = self.candidates[index + 1] if index + 1 < len(self.candidates) else None
        if candidate.inside or marker.automatic or below is None or below.key != candidate.key:
            return None
        if below.marker.value != 1 or (marker.value or 0) <= 1 or below.block == candidate.block:
            return None
        for depth in range(len(self.stack) - 1, -1, -1):
            for run in self.stack[depth].runs.values():
                is_above = run.family.kin == marker.family.kin and run.rank < candidate.rank
                last = run.nodes[-1].candidate
                if is_above and not last.inside and run.last + 1 == marker.value:
                    following = (one.marker.value for one in self.ahead(index, run.rank) if one.key == last.key)
                    value = next(following, None)
                    if value == marker.value + 1 or (value is None and not is_next):
                        return depth, run
        return None

    def sibling_run(self, candidate: Candidate) -> tuple[int, Run] | None:
        """The innermost run that the only marker of its family seems to belong to: 1., 2., 3., then （3） or （4）."""
        if candidate.inside or sum(one.key == candidate.key for one in self.candidates) > 1:
            return None
        for depth in range(len(self.stack) - 1, -1, -1):
            for run in self.stack[depth].runs.values():
                kindred = run.family.kin == candidate.marker.family.kin and not run.nodes[-1].candidate.inside
                if kindred and len(run.nodes) > 1 and (candidate.marker.value or 0) in (run.last, run.last + 1):
                    return depth, run
        return None

    def run_around(self, index: int, candidate: Candidate) -> tuple[int, Run] | None:
        """The run of 一、 that lacks just the number of a 第三部分, the only one, between its 二、 and 四、."""
        alone = candidate.marker.family is PART and sum(one.key == candidate.key for one in self.candidates) == 1
        for depth in range(len(self.stack) - 1, -1, -1) if alone else ():
            for run in self.stack[depth].runs.values():
                if run.family is HAN and run.is_followed_by(candidate.marker):
                    rest = self.candidates[index + 1 :]
                    following = (one.marker.value for one in rest if one.key == (HAN.name, True))
                    if next(following, None) == run.last + 2:
                        return depth, run
        return None

    def deviates_again(self, candidate: Candidate) -> bool:
        """Whether a marker is the next of a run whose last item is of its family, and the first of another."""
        return any(
            run.family is not candidate.marker.family
            and run.is_followed_by(candidate.marker)
            and run.nodes[-1].candidate.marker.family is candidate.marker.family
            for node in self.stack
            for run in node.runs.values()
        )

    def _kin_goes_on(self, index: int, candidate: Candidate, run: Run, *, between: bool) -> bool:
        """Whether the next number after a deviating marker is again of the run's own family, or there is none.

        A run whose only item is its first may be the deviating one: （一）, 二、, 三、.
        """
        if candidate.inside != run.nodes[-1].candidate.inside:
            return False
        wanted = (candidate.marker.value or 0) + 1
        for following in self.ahead(index, min(run.rank, candidate.rank)):
            if (
                following.key == (run.family.name, candidate.key[1])
                and following.marker.value == candidate.marker.value
            ):
                return False  # the run has that number itself
            if following.marker.value == wanted and following.marker.family in (run.family, candidate.marker.family):
                return following.marker.family is run.family or (not between and _begins_wrong(run, candidate))
        return not between

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


def _is_due(run: Run, candidate: Candidate) -> bool:
    """Whether a marker of another family has the next number; after 一不，二不 right before it 四是 leaves out one."""
    value = candidate.marker.value or 0
    if run.family.name.startswith(VERB) and candidate.block <= run.nodes[-1].candidate.block + candidate.marker.head:
        return run.last <= value <= run.last + 2
    return run.last + 1 == value


def _begins_wrong(run: Run, candidate: Candidate) -> bool:
    """Whether all of a run but its first item is of a marker's family, which ranks above: （一）, 二、, then 三、."""
    first, *rest = run.nodes
    return (
        first.candidate.marker.value == 1
        and candidate.rank < run.rank
        and all(node.candidate.marker.family is candidate.marker.family for node in rest)
    )
