"""Things that are named and counted before 分别, and the figures behind it where these are not as many."""

import re

import msgspec

from lint.text.numerals import value_of
from lint.text.patterns.fragments import FIGURE, LETTER
from lint.text.patterns.lazy import lazy
from lint.text.sentences import sentence_end
from lint.text.source import Span

_NAME = "[^，。；：！？、（）()“”《》\n]{1,16}"
_COUNTED = lazy(
    rf"(?P<names>{_NAME}?(?:、{_NAME}?){{1,9}})(?P<number>[二三四五六七八九十]|两|[2-9])"
    rf"(?P<told>[个项大类种家名条位所县市区镇乡村处支级档批期块部]{LETTER}{{0,8}}?(?:，{LETTER}{{1,4}})?)，?\Z"
)
_LONGEST = 180  # characters of names, their number and what is told of them
_VALUE = rf"{FIGURE}(?:[%％]|[万亿]?(?![年月日号时点周至到]){LETTER})"
_JOINT = "(?:、|和|及|以及)"
_VALUES = lazy(rf"..{LETTER}{{0,6}}?(?P<values>{_VALUE}(?:{_JOINT}{_VALUE})+)(?=[，。；])(?!，[另和及]?[0-9])")
_FIGURE = lazy(FIGURE)
_UNIT = lazy("[%％]|[万亿]?[^0-9.、]")
_PAIR = lazy(
    "[和与及每各两前后]|男女|城乡|新老|内外|上下|左右|东西|南北|大小|高低|进出|去年|今年|[一二三四五六七八九十年月季期次批]$"
)
"""What the figures may be told of instead of the things: 三个镇，城乡分别增长5%、6%."""
_ALSO = lazy("和|及|与")
_LAST = 2  # characters by which a thing is told again
_AND_MORE = lazy("等\\Z")


class Unequal(msgspec.Struct, frozen=True):
    """The place of some things and their number, and the place of the figures behind 分别 and theirs."""

    things: Span
    number: int
    figures: Span
    told: int


def unequal_figures(text: str, place: int) -> Unequal | None:
    """The things before such a word and the figures behind it, where these have one unit and are fewer or more."""
    values = _VALUES.match(text, place)
    start = max(0, place - _LONGEST)
    things = _things(text[start:place]) if values else None
    if not values or not things or not _are_alike(values["values"]):
        return None
    number, told = value_of(things["number"]), len(_FIGURE.findall(values["values"]))
    rest = text[values.end() : sentence_end(text, values.end(), len(text))]
    if told == number or any(name[-_LAST:] in rest for name in things["names"].split("、")):
        return None
    return Unequal(Span(start + things.start(), start + things.end("told")), number, Span(place, values.end()), told)


def _things(before: str) -> re.Match[str] | None:
    """The things that end a text, where their number is that of their names."""
    found = _COUNTED.search(before)
    if found is None or _PAIR.search(found["told"]) or _AND_MORE.search(found["names"]):
        return None
    least = found["names"].count("、") + 1
    most = least + len(_ALSO.findall(found["names"].rpartition("、")[2]))
    return found if least <= value_of(found["number"]) <= most else None


def _are_alike(values: str) -> bool:
    """Whether figures have one unit; 两个县分别新建2所学校、3条道路 tells two things of each."""
    units = (_UNIT.match(values, found.end()) for found in _FIGURE.finditer(values))
    return len({unit[0] for unit in units if unit}) == 1
