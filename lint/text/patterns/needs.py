"""What a text must hold for a pattern to match it, read from the pattern itself."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import Need

_TOKEN = lazy(
    r"""(?P<code>\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4})
    | (?P<escape>\\[dDwWsSbBAZ]|\\p\{\^?\w+\}|\\[^0-9A-Za-z])
    | (?P<group>\((?:\?:|\?[=!>]|\?<[=!]|\?P?<(?P<name>\w+)>|(?!\?)))
    | \(\?P=(?P<again>\w+)\)
    | (?P<set>\[\^?\]?(?:\\.|[^\\\[\]])*\])
    | (?P<repeat>[*?+]|\{\d*(?:,\d*)?\})[?+]?
    | (?P<plain>[^\\()\[\]*?{}|.^$+])
    | (?P<other>[.^$])""",
    re.VERBOSE | re.DOTALL,
)
_VERBOSE = lazy(r"(?P<kept>\\.|\[\^?\]?(?:\\.|[^\\\[\]])*\])|\#[^\n]*|\s+", re.DOTALL)
_GROUP = lazy(r"(?:\\.|\[\^?\]?(?:\\.|[^\\\[\]])*\])|(\((?!\?)|\(\?P?<\w+>)", re.DOTALL)
_MOST = 60  # literals of one need
_LARGE_SET = 12  # characters
_LONGEST = 6  # characters of a literal made of sets
_DEEPEST = 20  # groups in groups
_ASIDE = ("(?=", "(?!", "(?<=", "(?<!")

Alternative = tuple[str, tuple[Need, ...]]
"""One of several patterns, and what each of its matches holds."""

Run = tuple[str, ...]
"""What may stand at one place of a match, one of several texts; () where anything may."""


def needs_of(pattern: str) -> tuple[Need, ...]:
    """What every match of a pattern holds, the rarest two first; () where the pattern is not plain.

    ``(?:实施|工作)方案$`` needs 方案, and 实施 or 工作; ``[Xx]{2}年`` needs XX年, Xx年, xX年 or xx年. A pattern that
    sets other flags than ``(?x)`` needs nothing, nor does ``甲|.``.
    """
    plain = _plain(pattern)
    reader = _PatternReader(plain)
    try:
        _, needs = reader.choice(0)
    except _NotPlainError:
        return ()
    return _rarest(needs) if reader.at == len(plain) else ()


def alternatives_of(pattern: str) -> tuple[Alternative, ...]:
    """The alternatives of a pattern as patterns of their own, in its order, each with its needs.

    All of it is one where it is not plain, where an alternative needs nothing, and where their groups differ: a match
    of one would not know the groups of another.
    """
    plain = _plain(pattern)
    reader = _PatternReader(plain)
    try:
        options = reader.options()
    except _NotPlainError:
        options = []
    groups = {frozenset(filter(None, _GROUP.findall(option))) for option, _ in options}
    if reader.at == len(plain) and len(groups) == 1 and all(needs for _, needs in options):
        return tuple((option, _rarest(needs)) for option, needs in options)
    return ((pattern, needs_of(pattern)),)


def _plain(pattern: str) -> str:
    """A pattern without the blanks and comments of ``(?x)``."""
    return _VERBOSE.sub(lambda match: match["kept"] or "", pattern[4:]) if pattern[:4] == "(?x)" else pattern


def _rarest(needs: Sequence[Need]) -> tuple[Need, ...]:
    return tuple(sorted(needs, key=_rarity)[:2])


def _rarity(need: Need) -> tuple[int, int]:
    """A sorting key: long literals and few are rare; figures stand everywhere."""
    return -min(sum(not char.isdecimal() for char in literal) for literal in need), len(need)


def _shortest(need: Need) -> Need:
    """A need without the literals that hold another one of it."""
    return tuple(one for one in need if not any(other in one for other in need if other != one))


class _NotPlainError(ValueError):
    """A pattern with more in it than is understood here."""


class _Sequence:
    """What stands one after the other: the needs found so far, and the texts that the last places may hold."""

    def __init__(self) -> None:
        self._needs: list[Need] = []
        self._run: Run = ()
        self._pending: tuple[Run, list[Need]] | None = None
        self._gap: tuple[Run, Run] | None = None
        self._whole = True

    def add(self, atom: Run, needs: list[Need]) -> None:
        """Add one place: the texts that it may hold, none for any, and what else a match needs there."""
        self._settle(1)
        self._pending = atom, needs

    def repeat(self, least: int, *, exactly: bool) -> None:
        """Repeat the last place, ``least`` times or more."""
        atom = self._pending[0] if self._pending else ()
        before = self._run
        self._settle(min(least, _LONGEST))
        if not exactly or least > _LONGEST:
            self._join(())
            self._whole = False
            self._run = atom if least else ()
            self._gap = None if least else (before, atom)

    def end(self) -> tuple[Run, list[Need]]:
        """All texts that the sequence matches where these are few, and everything that is needed."""
        self._settle(1)
        whole = self._run if self._whole else ()
        self._join(())
        return whole, self._needs

    def _settle(self, times: int) -> None:
        """Take up the last place, so many times."""
        if self._pending is None:
            return
        atom, needs = self._pending
        self._pending = None
        self._needs += needs if times else []
        for _ in range(times):
            self._join(atom)

    def _join(self, atom: Run) -> None:
        """Continue the run by one place; what becomes too much to tell apart is a need by itself."""
        self._cross(atom)
        long = len(self._run) > 1 and len(self._run[0]) >= _LONGEST
        if not atom or (self._run and (long or len(self._run) * len(atom) > _MOST)):
            self._whole = False
            self._needs += [self._run] if self._run else []
            self._run = atom
        elif self._run:
            self._run = _pairs(self._run, atom)
        else:
            self._run = atom

    def _cross(self, atom: Run) -> None:
        """After what may be absent: what stood before it is followed by that or by this."""
        gap, self._gap = self._gap, None
        if gap and all(gap) and atom:
            before, absent = gap
            if len(before) * (len(absent) + len(atom)) <= _MOST:
                self._needs.append(_pairs(before, (*absent, *atom)))


def _pairs(before: Run, after: Run) -> Run:
    return tuple(dict.fromkeys("".join(texts) for texts in product(before, after)))


class _PatternReader:
    """Reads a pattern once, from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self._named: dict[str, Run] = {}

    def choice(self, depth: int) -> tuple[Run, list[Need]]:
        """All texts of alternatives where these are few, and their needs: of several, one that each of them meets."""
        if depth > _DEEPEST:
            raise _NotPlainError
        options = [self._sequence(depth)]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            options.append(self._sequence(depth))
        if len(options) == 1:
            return options[0]
        whole = tuple(dict.fromkeys(text for texts, _ in options for text in texts))
        if not all(texts for texts, _ in options) or len(whole) > _MOST:
            whole = ()
        if not all(needs for _, needs in options):
            return whole, []
        together = tuple(dict.fromkeys(literal for _, needs in options for literal in min(needs, key=_rarity)))
        shortest = _shortest(together)
        return whole, [shortest] if len(shortest) <= _MOST else []

    def options(self) -> list[tuple[str, list[Need]]]:
        """The alternatives of the whole pattern with their needs; those that refer to groups are not told apart."""
        found: list[tuple[str, list[Need]]] = []
        if "(?P=" in self.pattern:
            raise _NotPlainError
        while not found or self.pattern.startswith("|", self.at):
            start = self.at = self.at + bool(found)
            needs = self._sequence(0)[1]
            found.append((self.pattern[start : self.at], needs))
        return found

    def _sequence(self, depth: int) -> tuple[Run, list[Need]]:
        """The needs of what stands one after the other, up to | or ) or the end."""
        sequence = _Sequence()
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            token = _TOKEN.match(self.pattern, self.at)
            if token is None:
                raise _NotPlainError
            self.at = token.end()
            if token["repeat"]:
                least, exactly = _times(token["repeat"])
                sequence.repeat(least, exactly=exactly)
            elif token["group"] and token["group"] in _ASIDE:
                self._group(depth)
                self._skip_repeat()
            elif token["group"]:
                whole, needs = self._group(depth)
                self._named[token["name"] or ""] = whole
                sequence.add(whole, [] if whole else needs)
            elif token["again"]:
                sequence.add(self._named.get(token["again"], ()), [])
            elif token[0] not in ("^", "$", r"\b", r"\B", r"\A", r"\Z"):
                sequence.add(tuple(_texts(token)), [])
        return sequence.end()

    def _group(self, depth: int) -> tuple[Run, list[Need]]:
        """What a bracket holds, as ``choice`` tells it."""
        inner = self.choice(depth + 1)
        if not self.pattern.startswith(")", self.at):
            raise _NotPlainError
        self.at += 1
        return inner

    def _skip_repeat(self) -> None:
        token = _TOKEN.match(self.pattern, self.at)
        if token and token["repeat"]:
            self.at = token.end()


def _times(repeat: str) -> tuple[int, bool]:
    """How often something is repeated at the least, and whether that is exact."""
    if repeat in "*?+":
        return int(repeat == "+"), False
    least, comma, most = repeat[1:-1].partition(",")
    return int(least or 0), not comma or least == most


def _texts(token: re.Match[str]) -> Iterator[str]:
    """The texts that a sign may match; none where they are many or not known."""
    if token["plain"]:
        yield token[0]
    elif token["code"]:
        yield chr(int(token[0][2:], 16))
    elif token["escape"] and not token[0][1].isalpha():
        yield token[0][1:]
    elif token["set"]:
        yield from _members(token[0][1:-1])


def _members(inside: str) -> Iterator[str]:
    """The characters of a small set, those of figures apart, which every draft holds."""
    inside = re.sub(r"\\x([0-9A-Fa-f]{2})|\\u([0-9A-Fa-f]{4})", lambda code: chr(int(code[1] or code[2], 16)), inside)
    if len(inside) <= _LARGE_SET and not set(inside) & set("\\^-][") and not inside.isdecimal():
        yield from dict.fromkeys(inside)
