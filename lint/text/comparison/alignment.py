"""The longest run of things that two sequences have in common, in the order of both."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

_OFTEN = 12  # times that a thing may stand in the second sequence and be tried at each


def align(first: Sequence[Hashable], second: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of places of equal things, rising in both sequences, as many as there can be.

    Of a thing that stands often in the second sequence the n-th is tried for the n-th only, which keeps the steps in
    proportion to the things.
    """
    places: dict[Hashable, list[int]] = {}
    for place, thing in enumerate(second):
        places.setdefault(thing, []).append(place)
    return _longest_chain(first, places)


def _longest_chain(first: Sequence[Hashable], places: Mapping[Hashable, Sequence[int]]) -> list[tuple[int, int]]:
    """The longest rising chain of places, by the least end of a chain of each length (Hunt and Szymanski)."""
    ends: list[int] = []
    links: list[tuple[int, int, int]] = []  # place in the first, in the second, the link before
    last: list[int] = []
    seen: Counter[Hashable] = Counter()
    for index, thing in enumerate(first):
        found = places.get(thing, ())
        if len(found) > _OFTEN:
            found = found[seen[thing] : seen[thing] + 1]
        seen[thing] += 1
        for place in reversed(found):
            length = bisect_left(ends, place)
            links.append((index, place, last[length - 1] if length else -1))
            ends[length : length + 1] = [place]
            last[length : length + 1] = [len(links) - 1]
    chain: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        index, place, at = links[at]
        chain.append((index, place))
    return chain[::-1]
