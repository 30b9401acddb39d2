"""Which open run a marker goes on with whose sign is that of another family: 一、, （二）, 三、."""

from lint.document.families import CIRCLED, HAN, PART, VERB
from lint.document.parser.open_items import OpenItems
from lint.document.parser.runs import Candidate, Run

_Place = tuple[int, Run]
"""An open run with the depth of its parent."""


class StraySigns:
    """Tells of a marker which open run of another family it belongs to, if any."""

    def __init__(self, items: OpenItems) -> None:
        self.items = items

    def kin_run(self, index: int, candidate: Candidate, *, between: bool = False) -> _Place | None:
        """A run of a kindred family that this marker, of the wrong family, continues.

        With ``between`` one only that goes on in its own family after the marker.
        """
        marker = candidate.marker
        between |= marker.family is CIRCLED and candidate.inside
        for depth, run in self.items.runs():
            if (
                run.family.kin == marker.family.kin
                and run.family is not marker.family
                and not candidate.is_on_list(run.nodes[-1].candidate)
                and _is_due(run, candidate)
                and (marker.family.inline or self._kin_goes_on(index, candidate, run, between=between))
            ):
                return depth, run
        return None

    def upper_run(self, index: int, candidate: Candidate, *, is_next: bool) -> _Place | None:
        """The run above that a heading with the sign of what stands below it continues: （二）, 3. with 1. 2., （四）.

        One that ``is_next`` of its own family is such a heading only where the run above goes on behind it.
        """
        marker, candidates = candidate.marker, self.items.candidates
        below = candidates[index + 1] if index + 1 < len(candidates) else None
        if candidate.inside or marker.automatic or below is None or below.key != candidate.key:
            return None
        if below.marker.value != 1 or (marker.value or 0) <= 1 or below.block == candidate.block:
            return None
        for depth, run in self.items.runs():
            is_above = run.family.kin == marker.family.kin and run.rank < candidate.rank
            last = run.nodes[-1].candidate
            if is_above and not last.inside and run.last + 1 == marker.value:
                following = (one.marker.value for one in self.items.ahead(index, run.rank) if one.key == last.key)
                value = next(following, None)
                if value == marker.value + 1 or (value is None and not is_next):
                    return depth, run
        return None

    def sibling_run(self, candidate: Candidate) -> _Place | None:
        """The innermost run that the only marker of its family seems to belong to: 1., 2., 3., then （3） or （4）."""
        if candidate.inside or not self._is_alone(candidate):
            return None
        for depth, run in self.items.runs():
            kindred = run.family.kin == candidate.marker.family.kin and not run.nodes[-1].candidate.inside
            if kindred and len(run.nodes) > 1 and (candidate.marker.value or 0) in (run.last, run.last + 1):
                return depth, run
        return None

    def run_around(self, index: int, candidate: Candidate) -> _Place | None:
        """The run of 一、 that lacks just the number of a 第三部分, the only one, between its 二、 and 四、."""
        if candidate.marker.family is not PART or not self._is_alone(candidate):
            return None
        later = (one.marker.value for one in self.items.candidates[index + 1 :] if one.key == (HAN.name, True))
        following = next(later, None)
        for depth, run in self.items.runs():
            if run.family is HAN and run.is_followed_by(candidate.marker) and following == run.last + 2:
                return depth, run
        return None

    def deviates_again(self, candidate: Candidate) -> bool:
        """Whether a marker is the next of a run whose last item is of its family, and the first of another."""
        return any(
            run.family is not candidate.marker.family
            and run.is_followed_by(candidate.marker)
            and run.nodes[-1].candidate.marker.family is candidate.marker.family
            for _, run in self.items.runs()
        )

    def _is_alone(self, candidate: Candidate) -> bool:
        """Whether no other marker of the text is like one."""
        return sum(one.key == candidate.key for one in self.items.candidates) == 1

    def _kin_goes_on(self, index: int, candidate: Candidate, run: Run, *, between: bool) -> bool:
        """Whether the next number after a deviating marker is again of the run's own family, or there is none.

        A run whose only item is its first may be the deviating one: （一）, 二、, 三、.
        """
        if candidate.inside != run.nodes[-1].candidate.inside:
            return False
        own, value = (run.family.name, candidate.key[1]), candidate.marker.value
        for following in self.items.ahead(index, min(run.rank, candidate.rank)):
            if following.key == own and following.marker.value == value:
                return False  # the run has that number itself
            kin = following.marker.family in (run.family, candidate.marker.family)
            if kin and following.marker.value == (value or 0) + 1:
                return following.marker.family is run.family or (not between and _begins_wrong(run, candidate))
        return not between


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
