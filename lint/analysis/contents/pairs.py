"""Which entry of a table of contents is which heading: two sequences side by side, as in a diff."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from lint.analysis.contents.lines import ContentsLine
from lint.text.comparison.alignment import align

_TELLING = 4  # characters of an entry that is no other one's words
_LARGEST = 400  # pairs of entries and headings in one gap that are held against each other
_ALIKE = 0.6  # of the characters of two lines that are one line in two wordings
_NUMBERED = 0.7  # what the same number adds to a likeness

Level = tuple[int, int, str, int]
Lines = Sequence[ContentsLine]
Pairs = list[tuple[int, int]]


class Pairing(msgspec.Struct, frozen=True):
    """Entries and headings with the place of the heading of each entry.

    ``partner`` rises in both; ``moved`` are entries whose words stand elsewhere, out of that order. ``unlisted`` are
    headings with a number that no entry names, where others of their level are listed.
    """

    entries: tuple[ContentsLine, ...]
    headings: tuple[ContentsLine, ...]
    partner: Mapping[int, int]
    moved: Mapping[int, int]
    unlisted: tuple[ContentsLine, ...]


def pair_lines(entries: Lines, headings: Lines) -> Pairing | None:
    """Pair entries with headings: alike in number and words, in words, nearly; None where few are alike."""
    partner = dict(align([_whole(one) for one in entries], [_whole(one) for one in headings]))
    partner |= _in_gaps(entries, headings, partner, _same_words)
    exact = len(partner)
    levels = {headings[place].level for place in partner.values()}
    parents = {headings[place].span.start for place in partner.values()}

    def near(some: Lines, others: Lines) -> Pairs:
        return _near(some, [(one, one.level in levels or one.parent in parents) for one in others])

    partner |= _in_gaps(entries, headings, partner, near)
    moved = dict(_elsewhere(entries, headings, partner))
    whole = len(partner) == len(entries) and all(entry.number for entry in entries)
    exact += len(moved)
    if not exact or not (whole or (exact > 1 and 2 * exact >= len(entries))):
        return None
    unlisted = _unlisted(headings, {*partner.values(), *moved.values()})
    return Pairing(tuple(entries), tuple(headings), partner, moved, tuple(unlisted))


def _whole(line: ContentsLine) -> tuple[object, str]:
    return line.number, line.words


def _same_words(entries: Lines, headings: Lines) -> Pairs:
    return align([(one.family, one.words) for one in entries], [(one.family, one.words) for one in headings])


def _in_gaps(
    entries: Lines, headings: Lines, partner: Mapping[int, int], pair: Callable[[Lines, Lines], Pairs]
) -> dict[int, int]:
    """What can be paired between neighbours that are paired already."""
    found: dict[int, int] = {}
    known = [(-1, -1), *sorted(partner.items()), (len(entries), len(headings))]
    for (before, above), (after, below) in pairwise(known):
        if after - before > 1 and below - above > 1:
            for index, place in pair(entries[before + 1 : after], headings[above + 1 : below]):
                found[before + 1 + index] = above + 1 + place
    return found


def _near(entries: Lines, headings: Sequence[tuple[ContentsLine, bool]]) -> Pairs:
    """Pair lines in two wordings or with the same number, so that all together are most alike."""
    if len(entries) * len(headings) > _LARGEST:
        keys = [(one.number, True) for one in entries]
        return [pair for pair in align(keys, [(one.number, fits) for one, fits in headings]) if entries[pair[0]].number]
    best: list[list[tuple[float, Pairs]]] = [[(0.0, [])] * (len(headings) + 1)]
    for index, entry in enumerate(entries):
        row: list[tuple[float, Pairs]] = [(0.0, [])]
        for place, (heading, fits) in enumerate(headings):
            skipped = max(best[-1][place + 1], row[-1], key=_score)
            likeness = _likeness(entry, heading, fits=fits)
            score, pairs = best[-1][place]
            taken = (score + likeness, [*pairs, (index, place)])
            row.append(taken if likeness and taken[0] > skipped[0] else skipped)
        best.append(row)
    return best[-1][-1][1]


def _score(one: tuple[float, Pairs]) -> float:
    return one[0]


def _likeness(entry: ContentsLine, heading: ContentsLine, *, fits: bool) -> float:
    """How much an entry may be a heading that it does not repeat; ``fits`` says that such headings are listed."""
    shared = sum((Counter(entry.words) & Counter(heading.words)).values())
    likeness = 2 * shared / (len(entry.words) + len(heading.words) or 1)
    unnumbered = entry.number is None or heading.number is None
    if fits and entry.number is not None and entry.number == heading.number:
        return likeness + _NUMBERED
    return likeness if likeness >= _ALIKE and (fits or unnumbered or entry.family == heading.family) else 0.0


def _elsewhere(entries: Lines, headings: Lines, partner: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Entries without a heading in their place whose words are those of one that has no entry."""
    taken = {*partner.values()}
    free: dict[tuple[str, str], list[int]] = {}
    for place in reversed(range(len(headings))):
        if place not in taken:
            free.setdefault((headings[place].family, headings[place].words), []).append(place)
    for index, entry in enumerate(entries):
        places = free.get((entry.family, entry.words))
        if index not in partner and places and len(entry.words) >= _TELLING:
            yield index, places.pop()


def _unlisted(headings: Lines, found: Collection[int]) -> Iterator[ContentsLine]:
    levels: set[Level] = {headings[place].level for place in found}
    for place, heading in enumerate(headings):
        if place not in found and heading.number is not None and heading.level in levels:
            yield heading
