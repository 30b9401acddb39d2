"""Intervals that grades are told by (60分以上75分以下, 不满60分, 20～100), and where those of a scale do not meet."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf

import msgspec

from lint.text.numerals import SCALES, value_of
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any
from lint.text.patterns.words import any_of

_LATIN = "[a-zA-Z]{1,5}(?:/[a-zA-Z]{1,3})?"
_NOT_WITHIN = r"(?<![\d.第〔一二三四五六七八九十百千])"
_END = (
    rf"{_NOT_WITHIN}(?:百分之)?"
    r"(?P<NAME>\d{1,9}(?:\.\d{1,4})?|[一二两三四五六七八九十百千]{1,8})(?P<NAME_scale>[万亿]?)"
    rf"(?P<NAME_unit>UNITS|{_LATIN}|[^\W\d_一二三四五六七八九十]{{1,2}}?|)(?:[（(]不?含[^（）()]{{0,5}}[）)])?"
)
_LINK = "(?:至|到|——?|[－–~～-]|(?:≤|[<＜])[^\\d，。；<＜≤]{1,6}(?:≤|[<＜]))"
_ASIDE = "(?:[（(]不?含[^（）()]{0,5}[）)])?"
_HAN = "一二两三四五六七八九十百千"
_SHARE = "百分之"
_BOUNDS = ("以上", "以下", "以内")
_TO = "至到—–－~～-"
_LESS = "≤<＜"
_NO_UNIT = frozenset("以至到及")
"""Letters that begin what stands behind a unit."""
_LONGEST = 9
"""Characters of a unit that is no word of the rule: Latin letters, or two others."""


_APART = lazy("[，、但且并和 \u3000]{0,3}")
_BACK = 8
_ENDS = ("first", "last", "bound", "least", "most")
_YEARS = range(1900, 2101)


class Interval(msgspec.Struct, frozen=True):
    """Numbers between two ends, either of which may be open, of a unit; ``step`` is one of its last digit."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    step: float
    following: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it goes on without an end."""
        return inf in (-self.low, self.high)


class IntervalWords(msgspec.Struct, frozen=True):
    """The words that intervals are told by, and those that tell that a number is no condition.

    ``over`` and ``under`` stand before a number, ``units`` after it; numbers of ``apart`` units may overlap on purpose
    or have rules of their own. What is ``given`` (罚款) or ``counted`` (扣 right before the number) is what a grade
    entails, and so is what ``consequences`` follow.
    """

    units: tuple[str, ...]
    over: tuple[str, ...]
    under: tuple[str, ...]
    apart: tuple[str, ...]
    given: tuple[str, ...]
    counted: tuple[str, ...]
    consequences: tuple[str, ...]


class IntervalReader(msgspec.Struct, frozen=True):
    """Finds the intervals that are told by some words.

    Each of them holds a match of ``sign`` of its own and one of ``hint``, which is much smaller than ``bound`` and
    matches only what holds one of ``hinting``. ``signs`` begin units and are no letters.
    """

    sign: re.Pattern[str]
    hint: re.Pattern[str]
    hinting: tuple[str, ...]
    signs: frozenset[str]
    bound: re.Pattern[str]
    before_given: re.Pattern[str]
    after_given: re.Pattern[str]
    apart: tuple[str, ...]

    def places(self, text: str) -> list[int]:
        """Where in a text there may be an interval, sorted: a look that spares most drafts the other patterns."""
        return [match.start() for match in self.sign.finditer(text)] if holds_any(text, self.hinting) else []

    def units(self, text: str, start: int, end: int) -> list[str]:
        """What the units of intervals in a piece of text would begin with, and "" where there may be none or any.

        It spares most drafts the large pattern: no interval has a unit that is not among them.
        """
        if not holds_any(text[start:end], self.hinting):
            return []
        return [self._unit(text, match, end) for match in self.hint.finditer(text, start, end)]

    def _unit(self, text: str, match: re.Match[str], end: int) -> str:
        sign = text[match.end() : min(match.end() + 1, end)]
        is_share = _SHARE in text[max(0, match.start() - len(_SHARE)) : match.end() + len(_SHARE)]
        return sign if (sign.isalpha() and sign not in _NO_UNIT and not is_share) or sign in self.signs else ""

    def intervals(self, text: str, start: int, end: int) -> list[Interval]:
        """The intervals in a piece of text that are conditions; what is given, fined or deducted is none."""
        found: list[Interval] = []
        for match in self.bound.finditer(text, start, end):
            one = _interval(match, text[match.end() : match.end() + 2], self.apart)
            if one is None or self._is_given(text, match):
                continue
            if found and (both := _joined(found[-1], one, text)):
                found[-1] = both
            else:
                found.append(one)
        return found

    def _is_given(self, text: str, match: re.Match[str]) -> bool:
        """Whether a number is the amount of a consequence: 处1万元以上5万元以下的罚款."""
        near = text[max(0, match.start() - _BACK) : match.start()]
        return bool(self.before_given.search(near) or self.after_given.match(text, match.end()))


class Misfit(msgspec.Struct, frozen=True):
    """Two neighbours of a scale that overlap or leave a gap, by their place in it."""

    first: int
    second: int
    overlaps: bool


@lru_cache(maxsize=8)
def reader_of(words: IntervalWords) -> IntervalReader:
    """What finds the intervals that are told by some words."""
    return IntervalReader(
        lazy(rf"以[上下内]|[{_TO}](?:百分之)?[\d{_HAN}]|[{_LESS}]|{any_of((*words.over, *words.under))}"),
        _hint(words),
        (*words.over, *words.under, *_BOUNDS, *_TO, *_LESS),
        frozenset(unit[0] for unit in words.units if not unit[0].isalpha()),
        _bound(words),
        lazy(f"(?:{any_of(words.given)}[^，；。：（]{{0,3}}|{any_of(words.counted)})$"),
        lazy(f"的?{any_of(words.consequences)}"),
        words.apart,
    )


def misfits(scale: Sequence[Interval], *, graded: bool) -> list[Misfit]:
    """Where the intervals of a scale do not meet; nothing where they are no scale.

    They are one when both ends rise or both fall from each to the next, all are of one unit, and more neighbours meet
    than do not. A gap counts only in a scale whose grades have names (``graded``).
    """
    if len({one.unit for one in scale}) != 1 or not (_rises(scale) or _rises(scale[::-1])):
        return []
    found: list[Misfit] = []
    meeting = 0
    for index, (one, other) in enumerate(pairwise(scale)):
        low, high = (one, other) if one.low < other.low else (other, one)
        gap = high.low - low.high
        if gap < 0:
            found.append(Misfit(index, index + 1, overlaps=True))
        elif gap > 1.001 * min(one.step, other.step):
            found.append(Misfit(index, index + 1, overlaps=False))
        else:
            meeting += 1
    if len(found) > meeting:
        return []
    return [one for one in found if one.overlaps or graded]


def _rises(scale: Sequence[Interval]) -> bool:
    return all(one.low < other.low and one.high < other.high for one, other in pairwise(scale))


def _interval(match: re.Match[str], following: str, apart: tuple[str, ...]) -> Interval | None:
    names = [name for name in _ENDS if match[name]]
    units = {match[f"{name}_unit"] for name in names} - {""}
    percent = "%" if "百分之" in match[0] else ""
    unit = percent or next(iter(units), "")
    if len(units) > 1 or unit in apart or following[:1] in apart:
        return None
    scales = [match[f"{name}_scale"] for name in names]
    values = [_value(match[name]) * SCALES[scale or scales[-1]] for name, scale in zip(names, scales, strict=True)]
    if not unit and any(value in _YEARS for value in values):
        return None
    step = min(_step(match[name]) * SCALES[scale or scales[-1]] for name, scale in zip(names, scales, strict=True))
    low = values[0] if names[0] in ("first", "least") or match["over"] else -inf
    high = values[-1] if names[-1] in ("last", "most") or match["under"] else inf
    return Interval(*match.span(), low, high, unit.replace("％", "%"), step, following) if low < high else None


def _value(number: str) -> float:
    return float(number) if number[0].isdecimal() else float(value_of(number))


def _step(number: str) -> float:
    return 10.0 ** -len(number.partition(".")[2])


def _joined(one: Interval, other: Interval, text: str) -> Interval | None:
    """Two bounds side by side as one interval: 75分以上、不满90分."""
    if (
        not one.is_open
        or not other.is_open
        or one.unit != other.unit
        or not _APART.fullmatch(text, one.end, other.start)
    ):
        return None
    low, high = max(one.low, other.low), min(one.high, other.high)
    if not -inf < low < high < inf:
        return None
    return Interval(one.start, other.end, low, high, one.unit, min(one.step, other.step), other.following)


def _hint(words: IntervalWords) -> re.Pattern[str]:
    """A number with the word before it, or before the sign behind its unit, that makes it one end of an interval."""
    longest = max(_LONGEST, *map(len, words.units))
    word = any_of((*words.over, *words.under))
    number = rf"(?:[\d.]+|[{_HAN}]+)[万亿]?"
    no_figure = "" if any(char.isdecimal() for unit in words.units for char in unit) else r"\d"
    link = rf"[{_TO}]{{1,2}}(?:百分之)?[\d{_HAN}]|[{_LESS}]"
    return lazy(
        rf"{word}(?:百分之)?{number}"
        rf"|{_NOT_WITHIN}{number}(?=[^，。；{no_figure}\n]{{0,{longest}}}?{_ASIDE}(?:(?:及其?)?以[上下内]|{link}))"
    )


def _bound(words: IntervalWords) -> re.Pattern[str]:
    units = any_of(sorted(words.units, key=len, reverse=True))

    def end(name: str) -> str:
        return _END.replace("NAME", name).replace("UNITS", units)

    return lazy(
        rf"{end('first')}{_LINK}{end('last')}(?:之间|以[下内]|(?!以))"
        rf"|(?:(?P<over>{any_of(words.over)})|(?P<under>{any_of(words.under)})){end('bound')}"
        rf"|{end('least')}(?:及|及其)?以上{_ASIDE}"
        rf"|{end('most')}(?:及|及其)?以[下内]{_ASIDE}"
    )
