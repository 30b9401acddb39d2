"""From a flat list of markers to runs under parents: which item is whose sibling, and whose child.

The markers of a text are placed one by one. A marker continues the innermost open run of its family
whose last number comes just before; a first number opens a run below the deepest item, beside it, or
in place of what ended; anything else is a broken run and stays in the run that it most likely belongs to.
"""

from collections.abc import Sequence

import msgspec

from lint.document.families import ARTICLE, DASH, DIGIT, DOTTED, HAN, HEADING, ORDER
from lint.document.parser.decimals import as_digit
from lint.document.parser.doubt import Doubt
from lint.document.parser.first_numbers import FirstNumbers, section_of
from lint.document.parser.open_items import OpenItems
from lint.document.parser.runs import Candidate, Lists, Node, Run
from lint.document.parser.stray_signs import StraySigns
from lint.document.tree import Levels

_SECOND = 2
_DEEPEST = 40  # how deep items may nest before a first number no longer opens a level


class Nesting(msgspec.Struct, frozen=True):
    """The markers of one text, or of one quotation, as a tree that is still to be frozen."""

    candidates: Sequence[Candidate]
    root: Node
    runs: list[Run]


def nest(text: str, candidates: Sequence[Candidate], levels: Levels, lists: Lists) -> Nesting:
    """Place the markers of one text, or of one quotation, into a tree.

    ``levels`` say which family stands above which, ``lists`` which paragraphs hold lists of doubtful shapes.
    """
    candidates = [
        as_digit(text, one, levels)
        if one.marker.family is DOTTED[1] and one.marker.doubt and (one.block, (DIGIT.name, True)) in lists
        else one
        for one in candidates
    ]
    items = OpenItems(text, candidates, levels)
    stray = StraySigns(items)
    placing = _Placing(items, stray, Doubt(items, stray, lists))
    for index in range(len(candidates)):
        placing.place(index)
    _settle_bases(placing.runs)
    return Nesting(candidates, items.root, placing.runs)


class _Placing:
    """Places markers one by one into the items that are open; ``runs`` are those begun so far."""

    def __init__(self, items: OpenItems, stray: StraySigns, doubt: Doubt) -> None:
        self.items = items
        self.stray = stray
        self.text = items.text
        self.candidates = items.candidates
        self.doubt = doubt
        self.firsts = FirstNumbers(items)
        self.runs: list[Run] = []
        self._reached: dict[str, int] = {}
        self._last_block = -1
        self._skipped_chapter = False  # since the last article: an excerpt leaves out its articles, too

    def place(self, index: int) -> None:
        """Place the next marker."""
        candidate = self.candidates[index]
        marker = candidate.marker
        if candidate.level:
            self.items.leave_headings(candidate.level)
        if index in self.items.levels.headings:
            self.items.leave_articles()
        if marker.family is HEADING:
            self._place_heading(index)
        elif marker.family is DASH:
            self.items.leave_ranks(DASH.rank)
            self._continue_or_begin(candidate)
        elif marker.doubt and not self.doubt.fits(index):
            self._place_as_digit(index)
        else:
            self._place_sure(index, self._with_last_word_counted(candidate) if marker.family is ORDER else candidate)

    def _place_heading(self, index: int) -> None:
        """Place a heading without a number; a bare line is one only where the numbers below it begin anew."""
        candidate = self.candidates[index]
        if candidate.level:
            self.items.leave_numbered(candidate.level)
        elif not candidate.marker.doubt:
            self.items.leave_ranks(candidate.rank)
        else:
            ahead = (self.candidates[place] for place in range(index + 1, len(self.candidates)))
            following = next((one for one in ahead if one.marker.head), None)
            if following is None or not any(run.last for _, run in self.items.opened(following)):
                return
            self.items.leave_ranks(candidate.rank)
        self._begin_run(candidate)

    def _place_sure(self, index: int, candidate: Candidate) -> None:
        continued = self.items.continued(candidate)
        meant = self.stray.upper_run(index, candidate, is_next=bool(continued))
        if meant is not None:
            self._append(*meant, candidate)
        elif continued:
            if len(continued) > 1:
                continued = [
                    each for each in continued if candidate.is_on_list(each[1].nodes[-1].candidate)
                ] or continued
                continued = [each for each in continued if self._is_joined_alike(each[1], candidate)] or continued
            self._append(*continued[0], candidate)
        elif candidate.marker.value == 1:
            self._place_first(index)
        else:
            self._place_broken(index, candidate)

    def _is_joined_alike(self, run: Run, candidate: Candidate) -> bool:
        """Whether a marker follows the same mark (。 or ，) as the items of a run after its first."""
        return run.joints <= {self.text[candidate.marker.span.start - 1]}

    def _place_as_digit(self, index: int) -> None:
        """Read 2.3月底前… as item 2 when it is no section 2.3."""
        if self.candidates[index].marker.family is DOTTED[1]:
            digit = as_digit(self.text, self.candidates[index], self.items.levels)
            value = digit.marker.value or 0
            if self.items.continues(digit) and self.items.next_value(index, digit) == value + 1:
                self._place_sure(index, digit)

    # -- placing ------------------------------------------------------------------------------------------------

    def _place_first(self, index: int) -> None:
        """Place a marker with the number 1."""
        candidate = self.candidates[index]
        opened = next(self.items.opened(candidate), None)
        if (
            opened is None
            or self.firsts.stands_in_article(opened[0], candidate)
            or self.firsts.is_counted_anew(candidate, opened[1])
        ):
            self._descend(index)
            self._begin_run(candidate, base=self._articles_repeated(index))
            return
        depth, run = opened
        meant = self.firsts.meant_below(index, run)
        held = None if meant else self.firsts.stands_within(index, depth)
        if meant is not None:
            self._begin_run(candidate, like=meant)
        elif held is not None:
            del self.items.stack[held + 1 :]
            self._begin_run(candidate)
        elif len(self.items.stack) < _DEEPEST and self.firsts.is_embedded(index, depth, run):
            self._begin_run(candidate)
        elif self.firsts.begins_anew(index, run) or self.firsts.begins_section(index, run):
            del self.items.stack[depth + 1 :]
            self._begin_run(candidate, restarts=candidate.marker.head and candidate.block <= self._last_block + 1)
        else:
            self._append(depth, run, candidate)

    def _is_in_this_block(self, run: Run, candidate: Candidate) -> bool:
        """Whether a run goes on in the paragraph in which a marker stands: ①甲；②乙；④丙."""
        return candidate.inside and run.nodes[-1].candidate.block == candidate.block

    def _place_broken(self, index: int, candidate: Candidate) -> None:
        """Place a marker that continues nothing and is no first one."""
        value = candidate.marker.value or 0
        here = [
            place for place in self.items.opened(candidate, exact=True) if self._is_in_this_block(place[1], candidate)
        ]
        opened = sorted(
            here
            or [place for place in self.items.opened(candidate) if not _ends(candidate, place[1])]
            or self._begun_inside(candidate),
            key=lambda place: (abs(place[1].last + 1 - value), not self._is_joined_alike(place[1], candidate)),
        )
        goes_on = not candidate.inside and self._reached.get(candidate.marker.family.name, 0) == value - 1
        goes_on &= not self.stray.deviates_again(candidate)
        broken = opened[0] if opened else None if goes_on else self.stray.kin_run(index, candidate)
        broken = broken or (None if goes_on else self.stray.sibling_run(candidate))
        broken = broken or self.stray.run_around(index, candidate)
        if broken is not None:
            self._append(*broken, candidate)
            return
        self._descend(index)
        if candidate.marker.family is ARTICLE and not self._skipped_chapter:
            self._begin_run(candidate, base=self._articles_before(value))
        else:
            self._begin_run(candidate, base=value - 1 if goes_on or candidate.marker.value == 0 else 0)

    def _begun_inside(self, candidate: Candidate) -> list[tuple[int, Run]]:
        """The run of 一、 that began inside a paragraph (会议决定，一、), for 三、 at the head of one to go on with."""
        places = self.items.opened(candidate, exact=True) if candidate.marker.family is HAN else ()
        return [
            (depth, run)
            for depth, run in places
            if not run.nodes[0].candidate.marker.head and all(node.candidate.marker.head for node in run.nodes[1:])
        ]

    def _holds(self, node: Node, index: int, rank: int) -> bool:
        """Whether an item of a lower family holds the run that begins here: 3. its 3.1, one whose run goes on later."""
        candidate, marker = self.candidates[index], node.candidate.marker
        if marker.family is DIGIT and candidate.marker.family in DOTTED[1:]:
            return section_of(self.text, candidate)[0] == marker.value
        if self.items.resumes(node, index, rank) or _held_before(node, candidate):
            return True
        return not node.candidate.inside and self.items.resumes_wrongly(node, index, rank)

    def _articles_repeated(self, index: int) -> int:
        """The last article before 第一条 at the border of a chapter where 第三条 shows that 第二条 is meant."""
        reached = self._reached.get(ARTICLE.name, 0) if self.candidates[index].marker.family is ARTICLE else 0
        later = (one for one in self.candidates[index + 1 :] if one.marker.family is ARTICLE) if reached else ()
        following = next((one.marker.value for one in later), None)
        return reached if following == reached + 2 and following != _SECOND else 0

    def _articles_before(self, value: int) -> int:
        """The number that an article at the border of a chapter should follow: the last one, or what that should be."""
        last = next((run for run in reversed(self.runs) if run.family is ARTICLE), None)
        if last is not None:
            begun = last.base or max(0, (last.nodes[0].candidate.marker.value or 1) - 1)  # an excerpt begins anywhere
            if value == begun + sum(not node.candidate.marker.sub for node in last.nodes) + 1:
                return value - 1
        return self._reached.get(ARTICLE.name, 0)

    def _descend(self, index: int) -> None:
        """Leave the items that cannot hold a new run that begins here."""
        candidate = self.candidates[index]
        rank = candidate.rank
        if candidate.marker.automatic is not None:
            self.items.leave_for_list(candidate.marker.automatic)
        if candidate.marker.family.rank <= ARTICLE.rank:
            self._leave_for_law(candidate)
            return
        if not candidate.inside:
            while self.items.deepest.rank >= rank and not self._holds(self.items.deepest, index, rank):
                self.items.stack.pop()
            return
        while self.items.deepest.candidate.inside and self.items.deepest is not self.items.root:
            if self.items.deepest.candidate.block == candidate.block or self.items.resumes(
                self.items.deepest, index, rank
            ):
                return
            self.items.stack.pop()

    def _leave_for_law(self, candidate: Candidate) -> None:
        if candidate.marker.family is ARTICLE:
            self.items.leave_for_article(candidate.rank)
        else:
            self.items.leave_ranks(candidate.rank)

    def _begin_run(
        self, candidate: Candidate, base: int = 0, *, restarts: bool = False, like: Candidate | None = None
    ) -> None:
        """Begin a run; ``like`` is the candidate whose family it has when its first has the wrong one."""
        family = candidate.marker.family
        depth = 0 if family is ARTICLE else len(self.items.stack) - 1
        parent = self.items.stack[depth]
        for key, run in list(parent.runs.items()):
            if (run.rank > candidate.rank and family is not ARTICLE) or _ends(candidate, run):
                del parent.runs[key]
        run = Run(like or candidate, parent, base, restarts=restarts)
        self.runs.append(run)
        parent.runs[(like or candidate).key] = run
        self._append(depth, run, candidate)

    def _continue_or_begin(self, candidate: Candidate) -> None:
        run = self.items.deepest.runs.get(candidate.key)
        if run is None:
            self._begin_run(candidate)
        else:
            self._append(len(self.items.stack) - 1, run, candidate)

    def _append(self, depth: int, run: Run, candidate: Candidate) -> None:
        node = Node(candidate)
        if run.family is ARTICLE:
            self.items.leave_for_article(run.rank)
            self._skipped_chapter = False
        else:
            del self.items.stack[depth + 1 :]
            if run.family.rank < ARTICLE.rank:
                self._skipped_chapter |= not run.is_followed_by(candidate.marker)
        parent = self.items.stack[-1]
        parent.children.append(node)
        if len(parent.runs) > 1 or run.family is ARTICLE:  # whose run may be that of a chapter before
            for key, other in list(parent.runs.items()):
                if other is not run and (other.rank > run.rank or _ends(candidate, other)):
                    del parent.runs[key]
        if run.nodes:
            run.joints.add(self.text[candidate.marker.span.start - 1])
        run.add(node)
        if candidate.marker.value:
            self._reached[candidate.marker.family.name] = candidate.marker.value
        self.items.stack.append(node)
        self._last_block = candidate.block

    def _with_last_word_counted(self, candidate: Candidate) -> Candidate:
        """最后 has no number of its own: it is the next one."""
        if candidate.marker.value != 0:
            return candidate
        last = max(
            (run.last for node in self.items.stack for run in node.runs.values() if run.family.kin == ORDER.kin),
            default=0,
        )
        return msgspec.structs.replace(candidate, marker=msgspec.structs.replace(candidate.marker, value=last + 1))


def _held_before(node: Node, candidate: Candidate) -> bool:
    """Whether the item before the last of a run holds items like the one that begins: 1., （一）, 2., then （一）."""
    before = node.run.nodes[-2].children if len(node.run.nodes) > 1 else ()
    return candidate.key in {child.candidate.key for child in before}


def _ends(candidate: Candidate, run: Run) -> bool:
    """Whether a marker is a number of Word's, which ends the list inside a paragraph that a run is."""
    return candidate.marker.automatic is not None and run.nodes[-1].candidate.inside


def _settle_bases(runs: Sequence[Run]) -> None:
    """Keep numbering that continues across parents only where no later run of the family begins at 1 again.

    The parents are those of one run, and of one level: 二、 and its （一） count below them each for itself.
    """
    families: dict[tuple[str, int], list[Run]] = {}
    for run in runs:
        above = getattr(run.parent, "run", None)
        families.setdefault((run.family.name, id(above)), []).append(run)
    for group in families.values():
        if any(run.base == 0 and run.nodes[0].candidate.marker.value == 1 for run in group[1:]):
            for run in group:
                run.base = 0
