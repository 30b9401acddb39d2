"""Changes that a text tells together with the figures before and after: 由412件减至380件，减少32件，下降7.8%."""

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec
from msgspec.structs import replace

from lint.analysis.counts.quantities.directions import is_from, turns_in
from lint.text.numerals import SCALES
from lint.text.patterns.fragments import FIGURE, LETTER
from lint.text.patterns.lazy import lazy
from lint.text.sentences import sentence_start
from lint.text.source import Span

_NO_UNIT = "(?!年|月|日|时|号|倍|成|多|余|左|上|下|以)"
_LETTER = f"{_NO_UNIT}{LETTER}"
_CHANGED = (
    "(?:增加|增长|新增|增|扩大|扩|提高|提升|上升|升|上调|上涨|涨|回升|多|高|"
    "减少|减|下降|降低|下调|降|压减|压缩|精简|缩短|缩减|缩|少|低|回落)"
)
_SHORT = "[^，,。；;：！？!?（）()、0-9\n]"
_YEAR = rf"(?:(?:19|20)[0-9]{{2}}年{_SHORT}{{0,6}})?"


def _figure(name: str, unit: str) -> str:
    return (
        f"(?P<{name}_about>[约近超逾])?(?<![0-9.])(?P<{name}>{FIGURE})"
        rf"(?P<{name}_scale>万亿|[百千万亿])?(?P<{name}_unit>{unit})"
    )


_FROM_TO = lazy(
    rf"[由从](?:(?!分别)[^，。；：！？、\n]){{0,24}}?{_figure('first', f'(?:[%％]|(?:{_LETTER}){{0,3}}?)')}{_CHANGED}"
    f"[至到为成]{_SHORT}{{0,6}}{_YEAR}{_figure('second', f'(?:[%％]|{_LETTER})')}{LETTER}{{0,4}}"
)
_AGAINST = lazy(
    f"{_figure('second', f'(?:[%％]|{_LETTER})')}{LETTER}{{0,4}}?[，,（(]?"
    rf"[比较](?P<base>{_SHORT}{{0,8}}?{_YEAR})"
    f"{_figure('first', f'(?:[%％]|{_LETTER})')}{LETTER}{{0,4}}?(?:相比)?(?=[，,]?净?{_CHANGED})"
)
_BY = lazy(
    f"{_figure('second', _LETTER)}{LETTER}{{0,4}}?[，,（(]?[比较]{_SHORT}{{0,8}}?(?P<verb>{_CHANGED})了?"
    f"{_figure('by', _LETTER)}{LETTER}{{0,4}}?[，,、]"
    rf"(?P<text>(?:[增降升]幅|{_CHANGED})[了为达]?{_figure('told', '[%％]')})"
)
_COMPARED = lazy(f"[0-9][^0-9，,（(]{{1,7}}[，,（(]?[比较]{_SHORT}{{0,12}}[0-9]")
"""What stands between the two figures of a comparison: 件，比上年增加."""
_LESS = lazy("[减下降压精缩少低]|回落")
_CHANGE = lazy(
    rf"[，,、（(]?(?:净|累计|总?共|合计|大幅|实际)?(?P<text>{_CHANGED}了?"
    rf"{_figure('told', f'(?:[%％]|个百分点|{_LETTER})')})"
)
_VERB = lazy(_CHANGED)
_OTHER_WAY = lazy(
    f"[，,、；;（(]?(?:同时|另|并|又)?(?:注销|撤[销并]|退[出休]|关[停闭]|淘汰|合并|调出|核减|清退|流失|迁出|死亡|离职|[减新增]){LETTER}{{0,4}}?[0-9]"
)
_MORE = lazy("以[上下内]|左右|[多余]")
_FIGURE = lazy(_figure("one", f"(?:[%％]|{_LETTER})"))
_NEXT = lazy(f"{LETTER}{{0,4}}[，,、；;（(]{_SHORT}{{1,8}}?{_figure('one', _LETTER)}")
_LONGEST = 200  # characters of a sentence


class Figure(msgspec.Struct, frozen=True):
    """A number of a text between the bounds of what may have been rounded to it, and its unit's first character."""

    low: Fraction
    high: Fraction
    unit: str
    decimals: int
    scale: str


class Change(msgspec.Struct, frozen=True):
    """A change that a text tells, its place, the two figures it stands by, and others that it may be of.

    ``by`` is how much the change is, where the text tells that instead of the first figure. A change ``is_misnamed``
    that is told in per cent of shares, or in points of anything else.
    """

    first: Figure
    second: Figure
    told: Figure
    place: Span
    others: tuple[Figure, ...] = ()
    by: Figure | None = None
    is_misnamed: bool = False

    @property
    def is_relative(self) -> bool:
        """Whether it is told in per cent of the first figure."""
        return self.told.unit == "%" != self.first.unit

    @property
    def difference(self) -> Fraction:
        """How much more or less the second figure is."""
        return abs(self.second.low + self.second.high - self.first.low - self.first.high) / 2

    @property
    def share(self) -> Fraction:
        """How many per cent of the first figure the second is more or less."""
        before, after = (one.low + one.high for one in (self.first, self.second))
        return abs(100 * (after - before) / before)

    def bounds(self, second: Figure) -> tuple[Fraction, Fraction]:
        """The least and the greatest change from the first figure to another, in the unit in which it is told."""
        ends = [(self.first.low, second.high), (self.first.high, second.low)]
        changes = [abs(after - before) for before, after in ends]
        if self.by:
            changes = [self.by.low, self.by.high]
            ends.sort(reverse=True)
        if self.is_relative:
            changes = [100 * change / before for change, (before, _) in zip(changes, ends, strict=True)]
        may_be_none = not self.by and self.first.low <= second.high and second.low <= self.first.high
        return Fraction(0) if may_be_none else min(changes), max(changes)


def changes_in(text: str, start: int, end: int) -> Iterator[Change]:
    """The changes of a stretch of text, all of their figures exact and of one unit."""
    if any(is_from(text, start, place) for place in turns_in(text, start, end)):
        for found in _FROM_TO.finditer(text, start, end):
            yield from _changes(found, end, ())
    if not _COMPARED.search(text, start, end):
        return
    for found in _AGAINST.finditer(text, start, end):
        if _VERB.search(found["base"]):  # 比上年增加5.7万吨，增长139%: no figure of last year
            continue
        begin = sentence_start(text, max(start, found.start() - _LONGEST), found.start())
        others = (_read(one, "one") for one in _FIGURE.finditer(text, begin, found.start()))
        yield from _changes(found, end, tuple(one for one in others if one))
    for found in _BY.finditer(text, start, end):
        change = _by(found, start)
        if change:
            yield change


def _by(found: re.Match[str], start: int) -> Change | None:
    """A share told behind how much more or less a figure is: 286件，比上年增加26件，增长10%.

    None where the sentence has another figure of the unit before, which may be what has changed.
    """
    second = _read(found, "second")
    by, told = _read(found, "by", second), _read(found, "told")
    if second is None or by is None or told is None or by.unit != second.unit:
        return None
    begin = sentence_start(found.string, max(start, found.start() - _LONGEST), found.start())
    if any(one["one_unit"] == second.unit for one in _FIGURE.finditer(found.string, begin, found.start())):
        return None
    if _LESS.match(found["verb"]):
        first = replace(second, low=second.low + by.low, high=second.high + by.high)
    else:
        first = replace(second, low=second.low - by.high, high=second.high - by.low)
    if first.low <= 0:
        return None
    return Change(first, second, told, Span(*found.span("text")), by=by)


def _changes(found: re.Match[str], end: int, others: tuple[Figure, ...]) -> Iterator[Change]:
    """The changes told right behind two figures."""
    second = _read(found, "second")
    first = _read(found, "first", second)
    if first is None or second is None or first.unit != second.unit or not first.low:
        return
    of_unit = tuple(one for one in others if one.unit == first.unit)
    change = _CHANGE.match(found.string, found.end(), end)
    while change:
        told = _read(change, "told", second)
        is_misnamed = (
            change["told_unit"].endswith("点") != (first.unit == "%") and told is not None and told.unit == "%"
        )
        is_open = is_misnamed and _MORE.match(found.string, change.end()) is not None
        if told and told.unit in (first.unit, "%") and not is_open and not _is_gross(first, second, told, change, end):
            yield Change(first, second, told, Span(*change.span("text")), of_unit, is_misnamed=is_misnamed)
        change = _CHANGE.match(found.string, change.end(), end)


def _is_gross(first: Figure, second: Figure, told: Figure, change: re.Match[str], end: int) -> bool:
    """Whether the clause behind a change tells what went the other way: 300家增加到350家，新增60家，注销10家."""
    found = _NEXT.match(change.string, change.end(), end)
    back = _read(found, "one") if found else None
    if back is None or not told.unit == back.unit == first.unit:
        return False
    before, after, gross, back_again = (one.low + one.high for one in (first, second, told, back))
    return gross - back_again == abs(after - before)


def _read(found: re.Match[str], name: str, like: Figure | None = None) -> Figure | None:
    """A figure of a match; None where it is about so much. A bare one counts in the unit and scale of another."""
    if found[f"{name}_about"]:
        return None
    number, scale, unit = found[name], found[f"{name}_scale"] or "", found[f"{name}_unit"][:1].replace("％", "%")
    if found[f"{name}_unit"].endswith("百分点"):
        unit = "%"
    if like and not unit:
        unit, scale = like.unit, scale or like.scale
    decimals = len(number.partition(".")[2])
    factor = Fraction(SCALES[scale])
    is_rounded = bool(decimals or scale or unit == "%")
    half = factor / (2 * 10**decimals) if is_rounded else Fraction(0)
    value = Fraction(number) * factor
    return Figure(value - half, value + half, unit, decimals, scale)
