"""From a flat list of markers to runs under parents: which item is whose sibling, and whose child.

The markers of a text are placed one by one. A marker continues the innermost open run of its family
whose last number comes just before; a first number opens a run below the deepest item, beside it, or
in place of what ended; anything else is a broken run and stays in the run that it most likely belongs to.
"""

from collections.abc import Iterator, Sequence

import msgspec

from lint.markers import (
    AMONG,
    ARTICLE,
    DASH,
    DIGIT,
    DOTTED,
    HEADING,
    MUST,
    NTH,
    ORDER,
    SIDE,
    Family,
    Marker,
    dotted_numbers,
)
from lint.source import Span

_AHEAD = 400  # how many markers a decision may look ahead
_DEEPEST = 40  # how deep items may nest before a first number no longer opens a level


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
    """A series that is being built; ``last`` is the number it has reached."""

    def __init__(self, family: Family, parent: "Node", base: int, *, restarts: bool) -> None:
        self.family = family
        self.parent = parent
        self.base = base
        self.restarts = restarts
        self.last = base
        self.last_sub = 0
        self.nodes: list[Node] = []

    def is_followed_by(self, marker: Marker) -> bool:
        """Whether a marker is the next of this run; a malformed numeral counts as the one expected."""
        if marker.value is None:
            return True
        if marker.value == self.last and marker.sub:
            return marker.sub == self.last_sub + 1
        return marker.value == self.last + 1

    def add(self, node: "Node") -> None:
        """Append an item."""
        marker = node.candidate.marker
        self.nodes.append(node)
        node.run = self
        self.last = self.last + 1 if marker.value is None else marker.value
        self.last_sub = marker.sub


class Node:
    """An item that is being built. ``runs`` are the open runs of its children, by key."""

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


class Nesting:
    """Places the markers of one text, or of one quotation, into a tree."""

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        self.text = text
        self.candidates = candidates
        self.root = Node(_ROOT)
        self.runs: list[Run] = []
        self._stack = [self.root]
        self._reached: dict[str, int] = {}
        self._last_block = -1
        self._lists = frozenset(_lists(text, candidates))
        for index in range(len(candidates)):
            self._place(index)
        _settle_bases(self.runs)

    @property
    def deepest(self) -> Node:
        """The item that is open now."""
        return self._stack[-1]

    def _place(self, index: int) -> None:
        candidate = self.candidates[index]
        marker = candidate.marker
        if candidate.level:
            self._leave_headings(candidate.level)
        if marker.family is HEADING:
            self._leave_numbered(candidate.level)
            self._begin_run(candidate)
        elif marker.family is DASH:
            self._leave_ranks(DASH.rank)
            self._continue_or_begin(candidate)
        elif marker.doubt and not self._fits(index):
            self._place_as_digit(index)
        else:
            self._place_sure(index, self._with_last_word_counted(candidate))

    def _place_sure(self, index: int, candidate: Candidate) -> None:
        continued = [place for place in self._open(candidate, exact=True) if place[1].is_followed_by(candidate.marker)]
        if continued:
            alike = [place for place in continued if self._is_joined_alike(place[1], candidate)]
            self._append(*(alike or continued)[0], candidate)
        elif candidate.marker.value == 1:
            self._place_first(index)
        else:
            self._place_broken(index, candidate)

    def _is_joined_alike(self, run: Run, candidate: Candidate) -> bool:
        """Whether a marker follows the same mark (。 or ，) as the items of a run after its first."""
        places = [node.candidate.marker.span.start for node in run.nodes[1:]]
        return all(self.text[place - 1] == self.text[candidate.marker.span.start - 1] for place in places)

    def _place_as_digit(self, index: int) -> None:
        """Read 2.3月底前… as item 2 when it is no section 2.3."""
        candidate = self.candidates[index]
        if candidate.marker.family is not DOTTED[1]:
            return
        numeral = candidate.marker.numeral
        first = dotted_numbers(self.text[numeral.start : numeral.end])[0]
        end = self.text.index(".", numeral.start) if "." in self.text[numeral.start : numeral.end] else numeral.end
        number = Span(numeral.start, end)
        marker = msgspec.structs.replace(
            candidate.marker,
            family=DIGIT,
            value=first,
            numeral=number,
            span=Span(number.start, end + 1),
            mark=".",
            doubt=2,
        )
        digit = msgspec.structs.replace(candidate, marker=marker)
        if self._continues(digit) and self._next_value(index, digit) == first + 1:
            self._place_sure(index, digit)

    # -- what is open -------------------------------------------------------------------------------------------

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

    def _continues(self, candidate: Candidate) -> bool:
        return any(run.is_followed_by(candidate.marker) for _, run in self._open(candidate, exact=True))

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

    # -- doubtful shapes ----------------------------------------------------------------------------------------

    def _fits(self, index: int) -> bool:
        candidate = self.candidates[index]
        marker = candidate.marker
        if marker.family is SIDE:
            return marker.value == 1 or self._continues(candidate)
        if marker.family.name.startswith("dotted"):
            return self._fits_dotted(index)
        if marker.family in (MUST, NTH, ORDER, AMONG):
            return self._fits_words(index)
        if self._continues(candidate):
            return marker.doubt == 1 or self._next_value(index, candidate) == (marker.value or 0) + 1
        return self._fits_figures(index)

    def _fits_figures(self, index: int) -> bool:
        """Whether a number that continues no run begins one, or stands out of place in a list of one paragraph."""
        candidate = self.candidates[index]
        marker = candidate.marker
        if marker.doubt == 1 and (candidate.block, candidate.key) in self._lists:
            return True
        if marker.value == 1:
            return marker.doubt == 1 and self._next_value(index, candidate) == 2
        return self._kin_run(index, candidate) is not None if marker.family.inline else False

    def _fits_words(self, index: int) -> bool:
        """一要, 第一，, 首先 and 其一 count when a later one of their kind stands under the same parent."""
        candidate = self.candidates[index]
        kin = candidate.marker.family.kin
        if candidate.marker.value == 1:
            return any(
                following.marker.family.kin == kin and following.marker.value != 1
                for following in self._ahead(index, self._enclosing_rank())
                if not following.marker.head or following.marker.family.kin == kin or following.marker.family.rank > 20
            )
        return any(run.family.kin == kin for node in self._stack for run in node.runs.values())

    def _enclosing_rank(self) -> int:
        return max((node.rank for node in self._stack if not node.candidate.inside), default=-1) + 1

    def _fits_dotted(self, index: int) -> bool:
        candidate = self.candidates[index]
        marker = candidate.marker
        numbers = dotted_numbers(self.text[marker.numeral.start : marker.numeral.end])
        if len(numbers) == 1:
            if marker.value == 1:
                return any(c.marker.family in DOTTED[:2] for c in self.candidates[index + 1 : index + 3])
            return self._continues(candidate)
        chapter = next(
            (node for node in reversed(self._stack) if node.candidate.marker.family in (DOTTED[0], DIGIT)), None
        )
        return (
            chapter is not None
            and chapter.candidate.marker.value == numbers[0]
            and (marker.value == 1 or self._continues(candidate))
        )

    # -- placing ------------------------------------------------------------------------------------------------

    def _place_first(self, index: int) -> None:
        """Place a marker with the number 1."""
        candidate = self.candidates[index]
        opened = next(self._open(candidate), None)
        if opened is None:
            self._descend(index)
            self._begin_run(candidate)
            return
        depth, run = opened
        if len(self._stack) < _DEEPEST and self._is_embedded(index, depth, run):
            self._begin_run(candidate)
        elif self._begins_anew(index, run):
            del self._stack[depth + 1 :]
            self._begin_run(candidate, restarts=candidate.marker.head and candidate.block <= self._last_block + 1)
        else:
            self._append(depth, run, candidate)

    def _is_embedded(self, index: int, depth: int, run: Run) -> bool:
        """Whether a 1 of a family that is open begins a list inside the deepest item."""
        candidate = self.candidates[index]
        deepest = self._stack[-1]
        if len(self._stack) - 1 > depth + 1 and self._resumes(deepest, index, candidate.marker.family.rank):
            return True
        values = [c.marker.value for c in self._ahead(index, candidate.marker.family.rank) if c.key == candidate.key]
        if not values or values[0] != 2:
            return False
        length = next((place for place, value in enumerate(values, 1) if value != place + 1), len(values) + 1)
        if length <= len(values) and values[length - 1] == run.last + 1 != length + 1:
            return True
        announced = self.text[: candidate.marker.span.start].rstrip(" \u3000“‘\n")[-1:] in "：:"
        return candidate.inside and candidate.block == run.nodes[-1].candidate.block and (announced or run.last > 1)

    def _begins_anew(self, index: int, run: Run) -> bool:
        """Whether a 1 begins another run beside the one that is open, rather than breaking it."""
        candidate = self.candidates[index]
        if candidate.inside and candidate.block != run.nodes[-1].candidate.block:
            return not self._repeats(index, run)
        return run.last > 1 and self._next_value(index, candidate) == 2

    def _repeats(self, index: int, run: Run) -> bool:
        """Whether a 1 stands where the next number should: 一是, 一是, 三是."""
        following = self._next_value(index, self.candidates[index])
        return run.last > 0 and following == run.last + 2 and following != 2

    def _place_broken(self, index: int, candidate: Candidate) -> None:
        """Place a marker that continues nothing and is no first one."""
        value = candidate.marker.value or 0
        opened = sorted(self._open(candidate), key=lambda place: abs(place[1].last + 1 - value))
        broken = opened[0] if opened else self._kin_run(index, candidate)
        if broken is not None:
            self._append(*broken, candidate)
            return
        self._descend(index)
        reached = self._reached.get(candidate.marker.family.name, 0)
        self._begin_run(candidate, base=reached if reached == value - 1 and not candidate.inside else 0)

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

    def _descend(self, index: int) -> None:
        """Leave the items that cannot hold a new run that begins here."""
        candidate = self.candidates[index]
        rank = candidate.marker.family.rank
        if rank <= ARTICLE.rank:
            self._leave_ranks(rank)
            return
        if not candidate.inside:
            while self.deepest.rank >= rank and not self._resumes(self.deepest, index, rank):
                self._stack.pop()
            return
        while self.deepest.candidate.inside and self.deepest is not self.root:
            if self.deepest.candidate.block == candidate.block or self._resumes(self.deepest, index, rank):
                return
            self._stack.pop()

    def _begin_run(self, candidate: Candidate, base: int = 0, *, restarts: bool = False) -> None:
        family = candidate.marker.family
        depth = 0 if family is ARTICLE else len(self._stack) - 1
        parent = self._stack[depth]
        for key, run in list(parent.runs.items()):
            if run.family.rank > family.rank and family is not ARTICLE:
                del parent.runs[key]
        run = Run(family, parent, base, restarts=restarts)
        self.runs.append(run)
        parent.runs[candidate.key] = run
        self._append(depth, run, candidate)

    def _continue_or_begin(self, candidate: Candidate) -> None:
        run = self.deepest.runs.get(candidate.key)
        if run is None:
            self._begin_run(candidate)
        else:
            self._append(len(self._stack) - 1, run, candidate)

    def _append(self, depth: int, run: Run, candidate: Candidate) -> None:
        node = Node(candidate)
        if run.family is ARTICLE:
            self._leave_ranks(ARTICLE.rank)
        else:
            del self._stack[depth + 1 :]
        self.deepest.children.append(node)
        for key, other in list(self.deepest.runs.items()):
            if other.family.rank > run.family.rank and other is not run:
                del self.deepest.runs[key]
        run.add(node)
        if candidate.marker.value:
            self._reached[candidate.marker.family.name] = candidate.marker.value
        self._stack.append(node)
        self._last_block = candidate.block

    def _with_last_word_counted(self, candidate: Candidate) -> Candidate:
        """最后 has no number of its own: it is the next one."""
        if candidate.marker.family is not ORDER or candidate.marker.value != 0:
            return candidate
        last = max(
            (run.last for node in self._stack for run in node.runs.values() if run.family.kin == ORDER.kin), default=0
        )
        return msgspec.structs.replace(candidate, marker=msgspec.structs.replace(candidate.marker, value=last + 1))

    # -- leaving items ------------------------------------------------------------------------------------------

    def _leave_ranks(self, rank: int) -> None:
        while self.deepest.rank >= rank:
            self._stack.pop()

    def _leave_headings(self, level: int) -> None:
        """Close unnumbered headings of this level and below, with all that they hold."""
        for depth, node in enumerate(self._stack):
            if node.candidate.marker.family is HEADING and node.candidate.level >= level:
                del self._stack[depth:]
                return

    def _leave_numbered(self, level: int) -> None:
        """Close every item that an unnumbered heading of this level does not belong to."""
        while self.deepest is not self.root and not 0 < self.deepest.candidate.level < level:
            self._stack.pop()


def _lists(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """Paragraphs that hold a list of a doubtful shape, though numbers be out of place: 1.甲；2.乙；4.丙；3.丁."""
    found: dict[tuple[int, tuple[str, bool]], list[Marker]] = {}
    for candidate in candidates:
        if candidate.marker.doubt == 1 and not candidate.marker.head:
            found.setdefault((candidate.block, candidate.key), []).append(candidate.marker)
    for where, markers in found.items():
        marks = {text[marker.span.start - 1] for marker in markers[1:]}
        values = [marker.value or 0 for marker in markers]
        if len(values) > 2 and len(marks) == 1 and values[0] == 1 and max(values) <= 2 * len(values):
            yield where


def _settle_bases(runs: Sequence[Run]) -> None:
    """Keep numbering that continues across parents only where no later run of the family begins at 1 again."""
    families: dict[str, list[Run]] = {}
    for run in runs:
        families.setdefault(run.family.name, []).append(run)
    for group in families.values():
        if any(run.base == 0 and run.nodes[0].candidate.marker.value == 1 for run in group[1:]):
            for run in group:
                run.base = 0
