"""Which family of markers stands above which in one part of a draft, told from where each one restarts.

The order of GB/T 9704-2012 (7.3.3) is what is expected; a draft that keeps another one throughout is believed.
A family whose numbers begin anew below the markers of another stands below it. One section is no evidence against
the rest: an order that only one of several sections has is a break of the draft's own.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, pairwise

import msgspec

from lint.document.families import ARTICLE, DASH, DIGIT_PAREN, HAN, HAN_PAREN, HEADING, LABEL, Family
from lint.document.parser.runs import Candidate, Lists
from lint.document.tree import Levels

_BRACKETED = (HAN_PAREN, DIGIT_PAREN)  # whose doubtful ones, （一）班车, are markers as a rule
_HELD = 2  # how often an unusual order must show
_NEAR = 2  # how far a number may be from the one before or after it
_AGAINST = 3  # how many times as often as the usual one
_Pair = tuple[str, str]
_SENTENCE_ENDS = "。；：，！？;:,!?"


def find_levels(text: str, candidates: Sequence[Candidate], lists: Lists) -> Levels:
    """The order of the families that begin paragraphs, and the headings that hold articles.

    ``lists`` are the paragraphs that hold lists of doubtful shapes, as ``find_lists`` gives them.
    """
    placed = [(index, one) for index, one in _likely(candidates, lists) if _is_level(one)]
    heads = [one for _, one in placed]
    families = {one.marker.family.name: one.marker.family for one in heads}
    if len(families) < 2:
        return Levels()
    steps = _steps(heads)
    raised = tuple(pair for pair in steps if _is_raised(heads, families[pair[0]], families[pair[1]]))
    set_up = _listed(heads)
    listed = {pair for pair in set_up if families[pair[0]].rank >= families[pair[1]].rank}
    ranks = _ranks(sorted(families.values(), key=lambda family: family.rank), steps, {*raised, *listed})
    below = {name for above, name in set_up if above == ARTICLE.name}
    may_hold = [(index, one) for index, one in placed if one.marker.family.name not in below]
    headings = _article_headings(text, candidates, may_hold) if ARTICLE.name in families else {}
    return Levels(ranks, raised, frozenset(headings), frozenset(headings.values()))


def _likely(candidates: Sequence[Candidate], lists: Lists) -> Iterator[tuple[int, Candidate]]:
    """The markers that begin paragraphs and are sure or likely, with their places among all.

    A word (一、二次供水) is likely a marker where the sure one before or after it in its family has a number near it.
    """
    heads = [(index, one) for index, one in enumerate(candidates) if one.marker.head]
    likely = {index for way in (heads, heads[::-1]) for index in _near_sure(way, lists)}
    return ((index, one) for index, one in heads if index in likely)


def _near_sure(heads: Sequence[tuple[int, Candidate]], lists: Lists) -> Iterator[int]:
    """The sure markers, and the doubtful ones after a sure one of their family whose number is near theirs."""
    reached: dict[str, int] = {}
    for index, one in heads:
        name, value = one.marker.family.name, one.marker.value or 0
        if one.marker.doubt <= int(one.marker.family in _BRACKETED) or (one.block, one.key) in lists:
            reached[name] = value
            yield index
        elif one.marker.family is HAN and name in reached and abs(reached[name] - value) <= _NEAR:
            yield index


def _is_level(candidate: Candidate) -> bool:
    """Whether a marker is of a family whose level is in question: no dash, no label, no line without a number."""
    family = candidate.marker.family
    unmarked = family is DASH or (family is HEADING and not candidate.level)
    typed_inside = family.inline and candidate.marker.automatic is None
    return not (typed_inside or unmarked or family.name.startswith(LABEL))


def with_ranks(candidates: Sequence[Candidate], levels: Levels) -> Sequence[Candidate]:
    """The candidates with the ranks that their families have in the draft."""
    if not levels.ranks:
        return candidates
    ranks = levels.ranks
    above = {  # labels and bare lines stand just above a family
        one.rank - 1: ranks[name] - 1 for one in candidates if (name := one.marker.family.name) in ranks
    }
    return [
        msgspec.structs.replace(
            one, rank=ranks.get(one.marker.family.name, one.rank) if _is_level(one) else above.get(one.rank, one.rank)
        )
        for one in candidates
    ]


def _listed(heads: Sequence[Candidate]) -> set[_Pair]:
    """The pairs of families that Word's lists set one above the other, unless another list has them the other way."""
    lists: dict[str, dict[int, str]] = {}
    for one in heads:
        if one.marker.automatic:
            lists.setdefault(one.marker.automatic.list, {})[one.marker.automatic.level] = one.marker.family.name
    pairs = {
        (levels[above], levels[below])
        for levels in lists.values()
        for above, below in combinations(sorted(levels), 2)
        if levels[above] != levels[below]
    }
    return {pair for pair in pairs if pair[::-1] not in pairs}


def _steps(heads: Sequence[Candidate]) -> Counter[_Pair]:
    """How often a family begins at 1 right after another, by the names of both."""
    return Counter(
        (before.marker.family.name, one.marker.family.name)
        for before, one in pairwise(heads)
        if one.marker.value == 1
        and before.marker.family is not one.marker.family
        and HEADING not in (before.marker.family, one.marker.family)
    )


def _is_raised(heads: Sequence[Candidate], above: Family, below: Family) -> bool:
    """Whether a family stands above one that the norm has above it."""
    unusual = above.rank > below.rank and ARTICLE not in (above, below)
    return unusual and _Evidence.of(heads, above, below).is_enough


def _ranks(families: Sequence[Family], steps: Counter[_Pair], raised: Collection[_Pair]) -> dict[str, int]:
    """New ranks for all families of a part: those they have in turn, given out in the draft's order.

    Before a family come all from which a step leads down to it more often than up.
    """
    if not raised:
        return {}
    descents = {pair for pair, count in steps.items() if count > steps[pair[::-1]] and pair[::-1] not in raised}
    descents.update(raised)
    waiting = [family.name for family in families]
    order: list[str] = []
    while waiting:
        held = {below for above, below in descents if above in waiting and below in waiting}
        order.append(next((name for name in waiting if name not in held), waiting[0]))
        waiting.remove(order[-1])
    ranks: list[int] = []
    for family in families:
        ranks.append(max(family.rank, ranks[-1] + 1) if ranks else family.rank)  # two of one rank stand apart, too
    return dict(zip(order, ranks, strict=True))


class _Evidence(msgspec.Struct, frozen=True):
    """What a part says of two families: in how many items of one the other begins at 1, and in which sections.

    ``alone`` are the sections in which the one that the norm has above stands without the other.
    """

    unusual: int
    usual: int
    sections: frozenset[int]
    alone: frozenset[int]
    several: bool

    @property
    def is_enough(self) -> bool:
        """Whether the draft keeps the unusual order."""
        return (
            self.unusual >= _HELD
            and self.unusual > _AGAINST * max(0, self.usual - 1)  # one may be a slip
            and len(self.sections) > len(self.alone)
            and (len(self.sections) > 1 or not self.several)
        )

    @classmethod
    def of(cls, heads: Sequence[Candidate], above: Family, below: Family) -> "_Evidence":
        """Read the heads of a part once; a marker that ranks above both begins a section."""
        unusual = usual = section = 0
        sections: set[int] = set()
        alone: set[int] = set()
        held: set[int] = set()
        before: Family | None = None
        for one in heads:
            family, value = one.marker.family, one.marker.value
            if family is above:
                usual += value == 1 and before is below
                before = above
                held.add(section)
            elif family is below:
                if value == 1 and before is above:
                    unusual += 1
                    sections.add(section)
                elif before is None:
                    alone.add(section)
                before = below
            elif family.rank < below.rank:
                section += 1
                before = None
        return cls(unusual, usual, frozenset(sections), frozenset(alone), several=section > 1)


def _article_headings(
    text: str, candidates: Sequence[Candidate], heads: Sequence[tuple[int, Candidate]]
) -> dict[int, str]:
    """The markers whose headings hold articles (一、一般规定, then 第三条), by index, with their families."""
    found: dict[str, dict[int, int]] = {}
    begins = False
    for place in range(len(heads) - 1, -1, -1):
        index, one = heads[place]
        family, value = one.marker.family, one.marker.value
        if family is ARTICLE:
            begins = True
        elif family.rank > ARTICLE.rank and begins and _is_bare(text, candidates, index):
            found.setdefault(family.name, {})[index] = value or 0
            begins = value == 1  # 一、 stands above the （一） that begins below it
        else:
            begins = False
    counts = Counter(one.marker.family.name for _, one in heads)
    return {
        index: name
        for name, places in found.items()
        for index in _counted(dict(reversed(places.items())), everywhere=counts[name] <= len(places) + 1)
    }


def _counted(places: dict[int, int], *, everywhere: bool) -> Iterator[int]:
    """The headings of one family that count up; all of them where the family stands nowhere else."""
    if len(places) < 2 or not (everywhere or 1 in places.values()):
        return
    last = 0
    for index, value in places.items():
        if everywhere or value in (1, last + 1):
            last = value
            yield index


def _is_bare(text: str, candidates: Sequence[Candidate], index: int) -> bool:
    """Whether a heading fills its line: 一、一般规定."""
    start = candidates[index].marker.span.end
    line = text[start : start + 40].partition("\n")
    return bool(line[1]) and line[0].strip()[-1:] not in ("", *_SENTENCE_ENDS)
