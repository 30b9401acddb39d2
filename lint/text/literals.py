"""What a text must hold for a pattern to match it, looked for before the pattern is tried."""

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from lint.text.lazy import lazy

_TOKEN = lazy(
    r"""(?P<escape>\\[dDwWsSbBAZ]|\\[^0-9A-Za-z])
    | (?P<group>\((?:\?:|\?[=!>]|\?<[=!]|\?P?<\w+>|(?!\?)))
    | (?P<set>\[\^?\]?(?:\\.|[^\\\[\]])*\])
    | (?P<may_be_absent>\*|\?|\{\d*(?:,\d*)?\})
    | (?P<plain>[^\\()\[\]*?{}|.^$+])
    | (?P<other>[.^$+])""",
    re.VERBOSE | re.DOTALL,
)


_FIRST, _LAST = itemgetter(0), itemgetter(-1)
_MANY = 3  # literals with the same sign: to note what stands beside it costs less than to search for each
_SHORT = 2000  # characters of a text in which a search costs less than to note what follows what
_MOST = 60  # literals of one need
_SMALL_SET = 4  # characters
_DEEPEST = 20  # groups in groups
_ASIDE = ("(?=", "(?!", "(?<=", "(?<!")

Need = tuple[str, ...]
"""Texts of which a match holds one."""


def holds_any(text: str, literals: Need) -> bool:
    """Whether a text holds one of several literals."""
    return next(held(text, literals), None) is not None


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


def needs_of(pattern: str) -> tuple[Need, ...]:
    """What every match of a pattern holds, the rarest two first; () where the pattern is not plain.

    ``(?:实施|工作)方案$`` needs 方案, and 实施 or 工作; a pattern that sets flags needs nothing, nor does ``甲|.``.
    """
    reader = _PatternReader(pattern)
    try:
        needs = reader.choice(0)
    except _NotPlainError:
        return ()
    return tuple(sorted(needs, key=_rarity)[:2]) if reader.at == len(pattern) else ()


def _rarity(need: Need) -> tuple[int, int]:
    """A sorting key: long literals and few are rare."""
    return -min(map(len, need)), len(need)


class _NotPlainError(ValueError):
    """A pattern with more in it than is understood here."""


class _PatternReader:
    """Reads a pattern once, from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def choice(self, depth: int) -> list[Need]:
        """The needs of alternatives: those of the only one, or one need that each of them meets."""
        if depth > _DEEPEST:
            raise _NotPlainError
        options = [self._sequence(depth)]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            options.append(self._sequence(depth))
        if len(options) == 1:
            return options[0]
        if not all(options):
            return []
        together = tuple(dict.fromkeys(literal for needs in options for literal in min(needs, key=_rarity)))
        return [together] if len(together) <= _MOST else []

    def _sequence(self, depth: int) -> list[Need]:
        """The needs of what stands one after the other, up to | or ) or the end."""
        needs: list[Need] = []
        run = ""
        last: list[Need] = []  # of the group or set just read, which may turn out to be optional
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            token = _TOKEN.match(self.pattern, self.at)
            if token is None:
                raise _NotPlainError
            self.at = token.end()
            if token["plain"]:
                run, needs, last = run + token[0], needs + last, []
            elif token["may_be_absent"]:
                needs += [(run[:-1],)] if run[:-1] else []
                run, last = "", []
            else:
                needs += [*last, (run,)] if run else last
                run, last = "", self._atom(token, depth)
        return [*needs, *last, (run,)] if run else needs + last

    def _atom(self, token: re.Match[str], depth: int) -> list[Need]:
        """The needs of a group, or of a small set; of other signs none."""
        if token["group"]:
            inner = self.choice(depth + 1)
            if not self.pattern.startswith(")", self.at):
                raise _NotPlainError
            self.at += 1
            return [] if token[0] in _ASIDE else inner
        chars = tuple(token[0][1:-1])
        plain = token["set"] and not set(chars) & set("\\^-]") and len(chars) <= _SMALL_SET
        return [chars] if plain else []
