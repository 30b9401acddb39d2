"""Verbs that say which way a figure went, with the figures before and after: 由62%提高到65%."""

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from lint.text.numerals import SCALES
from lint.text.patterns.fragments import FIGURE, LETTER
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_MORE = "增加|增长|增|扩大|提高|提升|上升|上调|上涨|攀升|跃升|回升"
_LESS = "减少|减|下降|下调|下跌|降低|降|压减|压缩|精简|缩短|缩减|缩小|回落|收窄"
_TURN = "到|至|为|成"
TURNS = tuple(f"{verb}{turn}" for verb in f"{_MORE}|{_LESS}".split("|") for turn in _TURN.split("|"))
"""What stands before the second figure: 提高到, 降至."""
_SHORT = "[^，,。；;：！？!?（）()、0-9\n]"
_YEAR = rf"(?:(?:19|20)[0-9]{{2}}年(?:底|末|初)?{_SHORT}{{0,4}})?"
_NO_UNIT = "(?!年|月|日|时|号|倍|成|多|余|左|上|下|以|比)"


def _figure(name: str, unit: str) -> str:
    return (
        rf"(?<![0-9.．第:：/／～~—–-])(?P<{name}>{FIGURE})"
        rf"(?P<{name}_scale>万亿|[百千万亿])?(?P<{name}_unit>[%％]|{_NO_UNIT}{LETTER}{unit})"
    )


_FIRST = _figure("first", f"{LETTER}{{0,3}}?")
_TO = (
    rf"(?P<verb>(?P<more>{_MORE})|(?:{_LESS}))(?:{_TURN})了?"
    rf"(?P<target>{_SHORT}{{0,6}}?){_YEAR}{_figure('second', '')}"
)
_DEADLINE = (
    "(?:力争|计划|预计|确保|争取)?[到至]?(?:(?:19|20)[0-9]{2}年[底末初]?|今年底|年底|明年)前?，?"
    "(?:力争|要|将|再|进一步|逐步)?"
)
_STARTS = "由从较比"
_FROM_TO = lazy(rf"[{_STARTS}](?:(?!分别)[^，。；：！？、\n]){{0,24}}?{_FIRST}{_TO}")
_LATER = lazy(rf"{_FIRST}，{_DEADLINE}{_TO}")
_BELOW_NOUGHT = lazy(f"负|零下|亏|逆差|赤字|缺口|{_MORE}|{_LESS}")
_OTHER_BASE = lazy("[每各均]|其中|以[上下]")
_UPPER_END = lazy("[0-9][^0-9]{1,6}以上$")
_GOES_ON = lazy("[^0-9，,。；;、]{0,4}(?:以[上外]|[至到—～~－-])[^0-9，,。；;、]{0,2}[0-9]")
"""Around a figure that is one end of a range, either of which may move: 1万元以上3万元以下 to 2万元以上5万元以下."""
_FINE = lazy(
    "精度|误差|偏差|分辨率|[提减]速|排[名位]|[名位]次|第[ \u3000]*$"
    f"|(?:周期|频次|时[限效间长]|[耗用]时|响应|等级)(?!{LETTER}{{0,6}}率)"
)
"""What is better the less it is; a share of what kept to it (时限内办结率) is not."""
_RANK = lazy("[位名级类等档次期]|[天秒周]|小时|分钟|个(?:工作|自然|月|小时|星期)")
_AMOUNTS = frozenset(("增加", "增长", "增", "扩大", "减少", "减", "压减", "压缩", "精简", "缩短", "缩减", "缩小"))
"""Verbs that speak of a number and not of a rank, which rises as its number falls."""
_VERBS = tuple(f"{_MORE}|{_LESS}".split("|"))
_DIGIT = lazy("[0-9]")
_TARGET = 9  # characters to the second figure
_NEAR = 48  # characters from the clause before to the second figure
_NOUN = lazy(LETTER)
_BACK = 24  # characters before a change that may say what it is of


class Direction(msgspec.Struct, frozen=True):
    """A change to a second figure: its place, whether its verb says that it is more, and both figures."""

    place: Span
    says_more: bool
    first: Fraction
    second: Fraction

    @property
    def is_wrong(self) -> bool:
        """Whether the second figure lies on the other side of the first."""
        return self.second < self.first if self.says_more else self.second > self.first


def directions_in(text: str, start: int, end: int) -> Iterator[Direction]:
    """The changes of a stretch of text whose figures count the same."""
    turns = [place for place in turns_in(text, start, end) if text.endswith(_VERBS, start, place)]
    from_to = _FROM_TO.finditer(text, start, end) if any(is_from(text, start, place) for place in turns) else ()
    later = _LATER.finditer(text, start, end) if any(_is_later(text, start, place) for place in turns) else ()
    for pattern in (from_to, later):
        for found in pattern:
            if _counts_one_thing(found, start):
                says_more = found["more"] is not None
                place = Span(found.start("first"), found.end("second_unit"))
                yield Direction(place, says_more, _value(found, "first"), _value(found, "second"))


def turns_in(text: str, start: int, end: int) -> Iterator[int]:
    """The places of what turns to a second figure right behind it: the 到 of 提高到65%."""
    for turn in _TURN.split("|"):
        place = text.find(turn, start, end)
        while place >= 0:
            if _DIGIT.search(text, place + 1, min(place + _TARGET, end)):
                yield place
            place = text.find(turn, place + 1, end)


def is_from(text: str, start: int, turn: int) -> bool:
    """Whether a first figure stands before such a place in its clause, behind 由 or the like."""
    clause = max(text.rfind(mark, start, turn) for mark in "，。；：！？、\n") + 1
    first = min((place for word in _STARTS if (place := text.find(word, max(start, clause), turn)) >= 0), default=turn)
    return _DIGIT.search(text, first, turn) is not None


def _is_later(text: str, start: int, turn: int) -> bool:
    """Whether a first figure stands before the clause of such a place, which says when: 62%，到2030年提高到65%."""
    near = text[max(start, turn - _NEAR) : turn]
    return any("年" in near[place:] and _DIGIT.search(near, 0, place) for place in places_of("，", near))


def _counts_one_thing(found: re.Match[str], start: int) -> bool:
    """Whether both figures count in one unit, above nought, and for one base; and whether more of it is a rise."""
    first, second = (found[f"{name}_unit"].replace("％", "%") for name in ("first", "second"))
    clause = max(found.string.rfind(mark, start, found.start("first")) for mark in "，。；、") + 1
    before = found.string[max(start, clause, found.start() - _BACK) : found.start("first")]
    label = before.rpartition("由")[2].rpartition("从")[2]
    around = label + found["target"]
    if _UPPER_END.search(label) or _GOES_ON.match(found.string, found.end("second_unit")):
        return False
    if first[:1] != second[:1] or _BELOW_NOUGHT.search(around) or _OTHER_BASE.search(around):
        return False
    if _counts_other_things(found):
        return False
    return found["verb"] in _AMOUNTS or not (_FINE.search(before) or _RANK.match(first))


def _counts_other_things(found: re.Match[str]) -> bool:
    """Whether different nouns follow the same measure: 35个县扩大到3个市."""
    noun, other = found["first_unit"][1:2], found.string[found.end("second_unit") : found.end("second_unit") + 1]
    return bool(noun) and _NOUN.match(other) is not None and noun != other


def _value(found: re.Match[str], name: str) -> Fraction:
    return Fraction(found[name]) * SCALES[found[f"{name}_scale"] or ""]
