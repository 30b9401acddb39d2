"""What a text must hold for a pattern to match it, read from the pattern itself."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

import msgspec

from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import Alternative, Need

_TOKEN = lazy(
    r"""(?P<code>\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4})
    | (?P<control>\\[fnrtv])
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
_ANCHORS = ("^", "$", r"\b", r"\B", r"\A", r"\Z")
_CONTROLS = {"f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ASIDE = ("(?=", "(?!", "(?<=", "(?<!")

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
        needs = reader.choice(0).needs
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
    """The rarest need, and the next that it does not imply."""
    first, *others = sorted(needs, key=_rarity) or [()]
    return (first, *[other for other in others if not _implies(first, other)][:1]) if first else ()


def _implies(need: Need, other: Need) -> bool:
    """Whether each literal of a need holds one of another."""
    return all(any(part in literal for part in other) for literal in need)


def _rarity(need: Need) -> tuple[int, int]:
    """A sorting key: long literals and few are rare; figures stand everywhere."""
    return -min(sum(not char.isdecimal() for char in literal) for literal in need), len(need)


def _shared(needs: Sequence[Sequence[Need]]) -> tuple[Need, ...]:
    """What a match of one of several alternatives holds: the rarest of each together, or else the fewest."""
    if not all(needs):
        return ()
    for key in (_rarity, len):
        shortest = _shortest(tuple(dict.fromkeys(literal for own in needs for literal in min(own, key=key))))
        if len(shortest) <= _MOST:
            return (shortest,)
    return ()


def _shortest(need: Need) -> Need:
    """A need without the literals that hold another one of it."""
    return tuple(one for one in need if not any(other in one for other in need if other != one))


class _NotPlainError(ValueError):
    """A pattern with more in it than is understood here."""


class _Piece(msgspec.Struct, frozen=True):
    """A part of a pattern: all texts that it matches where these are few, those that its matches begin and end with,
    and what else they hold.
    """

    whole: Run = ()
    head: Run = ()
    tail: Run = ()
    needs: tuple[Need, ...] = ()

    @classmethod
    def of(cls, texts: Run) -> "_Piece":
        """A part that matches a few texts, or any where there are none."""
        return cls(texts, texts, texts)


_START: Run = ("",)


class _Sequence:
    """What stands one after the other: the needs found so far, and the texts that the last places may hold."""

    def __init__(self) -> None:
        self._needs: list[Need] = []
        self._run = _START
        self._head: Run = ()
        self._pending: _Piece | None = None
        self._gap: tuple[Run, Run] | None = None
        self._whole = True

    def add(self, piece: _Piece) -> None:
        """Add one place."""
        self._settle(1)
        self._pending = piece

    def repeat(self, least: int, *, exactly: bool) -> None:
        """Repeat the last place, ``least`` times or more."""
        piece = self._pending or _Piece()
        gap = self._gap or (self._run, ())
        self._settle(min(least, _LONGEST))
        if not exactly or least > _LONGEST:
            self._close()
            self._run = piece.tail if least else ()
            before, absent = gap
            known = piece.head and (absent or not self._gap)
            self._gap = None if least or not known else (before, (*absent, *piece.head))

    def end(self) -> _Piece:
        """The sequence as one part, with everything that is needed."""
        self._settle(1)
        whole = self._run if self._whole and all(self._run) else ()
        tail = self._run if all(self._run) else ()
        self._close()
        return _Piece(whole, whole or self._head, tail, tuple(self._needs))

    def _settle(self, times: int) -> None:
        """Take up the last place, so many times."""
        piece, self._pending = self._pending, None
        if piece is None:
            return
        self._needs += piece.needs if times else ()
        for _ in range(times):
            self._join(piece.head)
            if not piece.whole:
                self._close()
                self._run = piece.tail

    def _join(self, texts: Run) -> None:
        """Continue the run by one place; what becomes too much to tell apart is a need by itself."""
        self._cross(texts)
        long = len(self._run) > 1 and len(self._run[0]) >= _LONGEST
        if not texts or not self._run or long or len(self._run) * len(texts) > _MOST:
            self._close()
            self._run = texts
        else:
            self._run = _pairs(self._run, texts)

    def _close(self) -> None:
        """End the run: nothing is known of what stands behind it."""
        if self._whole and self._run != _START:
            self._head = self._run
        if self._run and all(self._run):
            self._needs.append(self._run)
        self._whole = False
        self._run = ()

    def _cross(self, texts: Run) -> None:
        """After what may be absent: what stood before it is followed by that or by this."""
        gap, self._gap = self._gap, None
        if gap and all(gap) and texts:
            before, absent = gap
            if len(before) * (len(absent) + len(texts)) <= _MOST:
                self._begin_or_need(before, (*absent, *texts))

    def _begin_or_need(self, before: Run, texts: Run) -> None:
        if before == _START:
            self._head = texts
        else:
            self._needs.append(_pairs(before, texts))


def _any(runs: Sequence[Run]) -> Run:
    """The texts of several alternatives; () where one may be any, or they are many."""
    texts = tuple(dict.fromkeys(text for run in runs for text in run))
    return texts if all(runs) and len(texts) <= _MOST else ()


def _pairs(before: Run, after: Run) -> Run:
    return tuple(dict.fromkeys("".join(texts) for texts in product(before, after)))


class _PatternReader:
    """Reads a pattern once, from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self._named: dict[str, Run] = {}

    def choice(self, depth: int) -> _Piece:
        """Alternatives as one part: what all of them are told by; of their needs, one that each of them meets."""
        if depth > _DEEPEST:
            raise _NotPlainError
        options = [self._sequence(depth)]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            options.append(self._sequence(depth))
        if len(options) == 1:
            return options[0]
        whole, head, tail = (
            _any([option.whole for option in options]),
            _any([option.head for option in options]),
            _any([option.tail for option in options]),
        )
        return _Piece(whole, head, tail, _shared([option.needs for option in options]))

    def options(self) -> list[tuple[str, Sequence[Need]]]:
        """The alternatives of the whole pattern with their needs; those that refer to groups are not told apart."""
        found: list[tuple[str, Sequence[Need]]] = []
        if "(?P=" in self.pattern:
            raise _NotPlainError
        while not found or self.pattern.startswith("|", self.at):
            start = self.at = self.at + bool(found)
            needs = self._sequence(0).needs
            found.append((self.pattern[start : self.at], needs))
        return found

    def _sequence(self, depth: int) -> _Piece:
        """The part that stands one after the other, up to | or ) or the end."""
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
                piece = self._group(depth)
                self._named[token["name"] or ""] = piece.whole
                sequence.add(_Piece.of(piece.whole) if piece.whole else piece)
            elif token["again"]:
                sequence.add(_Piece.of(self._named.get(token["again"], ())))
            elif token[0] in _ANCHORS:
                self._skip_repeat()
            else:
                sequence.add(_Piece.of(tuple(_texts(token))))
        return sequence.end()

    def _group(self, depth: int) -> _Piece:
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
    elif token["control"]:
        yield _CONTROLS[token[0][1]]
    elif token["escape"] and not token[0][1].isalpha():
        yield token[0][1:]
    elif token["set"]:
        yield from _members(token[0][1:-1])


def _members(inside: str) -> Iterator[str]:
    """The characters of a small set, those of figures apart, which every draft holds."""
    inside = re.sub(r"\\x([0-9A-Fa-f]{2})|\\u([0-9A-Fa-f]{4})", lambda code: chr(int(code[1] or code[2], 16)), inside)
    bare = re.sub(r"\\[^0-9A-Za-z]", "", inside)
    members = re.sub(r"\\([^0-9A-Za-z])", r"\1", inside)
    if len(members) <= _LARGE_SET and not set(bare) & set("\\^-][") and not members.isdecimal():
        yield from dict.fromkeys(members)
