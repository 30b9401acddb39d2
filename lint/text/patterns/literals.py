"""Literals looked up in a text: which of several it holds, and where."""

from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

_FIRST, _LAST = itemgetter(0), itemgetter(-1)
_MANY = 3  # literals with the same sign: to note what stands beside it costs less than to search for each
_SHORT = 2000  # characters of a text in which a search costs less than to note what follows what

Need = tuple[str, ...]
"""Texts of which a match holds one."""

Alternative = tuple[str, tuple[Need, ...]]
"""One of several patterns, and what each of its matches holds."""


def holds_any(text: str, literals: Need) -> bool:
    """Whether a text holds one of several literals."""
    if len(text) >= _SHORT:
        return next(held(text, literals), None) is not None
    for literal in literals:  # noqa: SIM110 - any() would make a generator for every paragraph and pattern
        if literal in text:
            return True
    return False


def held(text: str, literals: Need) -> Iterator[str]:
    """Those of several literals that a text holds."""
    if len(text) < _SHORT:
        yield from (literal for literal in literals if literal in text)
        return
    holds, pairs = _glance(text)
    for sign, alike, few in _by_sign(literals):
        if holds[sign]:
            for literal in alike:
                if (few or literal[:2] in pairs[sign]) and holds[literal[-1]] and literal in text:
                    yield literal


class _Holds(dict[str, bool]):
    """Which characters a text holds, found for the first who asks: a character is found sooner than a word."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, char: str) -> bool:
        found = self[char] = char in self._text
        return found


class _Neighbours(dict[str, frozenset[str]]):
    """The pairs of characters that a character of a text stands in, found for the first who asks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, char: str) -> frozenset[str]:
        pieces = self._text.split(char)
        found = {last + char for last in set(map(_LAST, filter(None, pieces[:-1])))}
        found |= {char + first for first in set(map(_FIRST, filter(None, pieces[1:])))}
        if "" in pieces[1:-1]:
            found.add(char + char)
        self[char] = frozenset(found)
        return self[char]


@lru_cache(maxsize=2)
def _glance(text: str) -> tuple[_Holds, _Neighbours]:
    return _Holds(text), _Neighbours(text)


@lru_cache(maxsize=1024)
def _by_sign(literals: Need) -> tuple[tuple[str, Need, bool], ...]:
    """Literals by the one of their first two characters that is a sign rather than a word, or else the first; and
    whether they are so few, or one of them so short, that its pairs are no help.
    """
    groups: dict[str, list[str]] = {}
    for literal in literals:
        groups.setdefault(min(literal[:2], key=_commonness), []).append(literal)
    return tuple((sign, tuple(alike), len(alike) < _MANY or sign in alike) for sign, alike in groups.items())


def _commonness(char: str) -> int:
    """A sorting key: signs are rarer than words, but for the two that end every clause."""
    return 1 + "。，".index(char) if char in "。，" else 3 * char.isalpha()


def places_of(literal: str, text: str) -> Iterator[int]:
    """The offsets of a literal. To look around them beats a pattern that may begin anywhere with a figure."""
    place = text.find(literal)
    while place >= 0:
        yield place
        place = text.find(literal, place + 1)
