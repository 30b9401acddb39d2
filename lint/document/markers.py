"""Markers as they stand in a text, found by their shape and read: family, value, doubt.

A marker is recognised by its shape and by where it stands. Shapes that also occur as ordinary words
or figures are doubtful: the parser keeps them only where they fit a run.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

import msgspec

from lint.document.families import (
    AMONG,
    CIRCLED,
    COUNTERS,
    DASH,
    DIGIT,
    DIGIT_HALF_PAREN,
    DIGIT_PAREN,
    DOTTED,
    HAN,
    HAN_HALF_PAREN,
    HAN_PAREN,
    IS,
    LAST_WORD,
    LATIN,
    LAWS,
    NTH,
    ORDER,
    ORDER_WORDS,
    ROMAN,
    SIDE,
    STEP_WORDS,
    VERB,
    VERBS,
    Family,
)
from lint.document.marker_shapes import (
    ENCLOSED_SHAPE,
    GROUP,
    HEAD_SHAPE,
    INLINE_SHAPE,
    LED_IN,
    OTHER_AFTER,
    SIGNS,
    UNIT_AFTER,
)
from lint.formats.automatic import AutomaticNumber
from lint.text.numerals import parse_digits, parse_enclosed, parse_han, parse_roman
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NAMED = lazy("(?:原因|方面|问题|表现|做法|目的|特点)$")
_SECOND_OR_THIRD = (2, 3)
_LEAST_DATE = 11  # 十一是 may be the first of October, 十五是 the full moon
_DIGITS = lazy("[0-9]+")
_FOUR_DIGITS = lazy(r"\s*[0-9]{4}年")
_YEAR = lazy(r"\s*(?:[0-9]{4}年|[0-9]{1,2}月|\s)")


class Marker(msgspec.Struct, frozen=True, gc=False):
    """A numbering sign as it stands in the reading.

    ``value`` is None when the numeral is malformed (十十一). ``sub`` is the N of 第十二条之N.
    ``mark`` is the punctuation after the numeral, ``numeral`` where the number itself stands.
    ``head`` says that the marker begins its paragraph, ``listed`` that Markdown's list gave it.
    ``doubt`` is 0 for a sure marker, 1 when the shape also occurs as ordinary words (第一，; 二，),
    2 when it is more likely a figure (2.3万户). ``automatic`` is the number of a marker that Word computes and nobody
    typed; its ``mark`` is one that was typed after it. ``slip`` says that no family is written so, and that only the
    numbers around tell it (三。 between 二、 and 四、).
    """

    family: Family
    value: int | None
    span: Span
    numeral: Span
    mark: str = ""
    sub: int = 0
    head: bool = True
    doubt: int = 0
    listed: bool = False
    automatic: AutomaticNumber | None = None
    slip: bool = False


def find_head(text: str, start: int, end: int) -> Marker | None:
    """The marker that begins the paragraph ``text[start:end]``, if any."""
    match = HEAD_SHAPE.match(SIGNS.shape(text), start, end)
    return _marker(text, match, head=True) if match else None


def find_inline(text: str) -> list[Marker]:
    """Markers inside paragraphs, in text order: after a stop or, counters and brackets, a comma; ① anywhere."""
    found = []
    shape = SIGNS.shape(text)
    for match in INLINE_SHAPE.finditer(shape):
        marker = _marker(text, match, head=False)
        before = text[match.start()]
        if marker is None or not (before in _STOPS or _may_follow_comma(text, marker)):
            continue
        if marker.family is DIGIT_PAREN and text[marker.span.start - 1] == "”":  # may be the number of a note
            marker = msgspec.structs.replace(marker, doubt=1)
        if before == "、":
            if marker.family.name not in _AFTER_PAUSE:
                continue
            marker = msgspec.structs.replace(marker, doubt=1)
        found.append(marker)
    found += _led_in(text, found)
    enclosed = [marker for match in ENCLOSED_SHAPE.finditer(shape) if (marker := _marker(text, match, head=False))]
    return sorted(_without_steps(text, found) + enclosed, key=lambda marker: marker.span)


def _led_in(text: str, markers: Sequence[Marker]) -> list[Marker]:
    """The first of lists without a stop before it: 一是 after what it counts, or one that goes on in its paragraph."""
    found: list[Marker] = []
    counters: dict[str, list[Marker]] = {}
    for one in markers:
        if one.family.kin == IS.kin:
            counters.setdefault(one.family.name, []).append(one)
    for match in LED_IN.finditer(text) if "一是" in text or counters else ():
        marker = _marker(text, match, head=False)
        if marker is None:
            continue
        alike = counters.get(marker.family.name, [])
        later = bisect_left(alike, match.end(), key=lambda one: one.span.start)
        following = alike[later] if later < len(alike) else None
        goes_on = (
            following is not None
            and following.value in _SECOND_OR_THIRD
            and text.find("\n", match.end(), following.span.start) < 0
        )
        if goes_on or (marker.family is IS and _NAMED.search(text, match.start() - 2, match.start())):
            found.append(marker)
    return found


def _without_steps(text: str, markers: list[Marker]) -> list[Marker]:
    """The markers without 接着 and the like that tell a story rather than count from 首先 to 最后 in one paragraph."""
    told: set[Span] = set()
    start = end = first = last = -1
    for marker in markers:
        place = marker.span.start
        if marker.family is not ORDER or text[slice(*marker.numeral)] not in STEP_WORDS:
            continue
        if place > end:
            start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
            end = end if end >= 0 else len(text)
            first, last = text.find(ORDER_WORDS[0], start, end), text.rfind(LAST_WORD, start, end)
            if any(text.find(word, start, end) >= 0 for word in ORDER_WORDS[1:]):
                last = -1
        if not 0 <= first < place < last:
            told.add(marker.span)
    return [marker for marker in markers if marker.span not in told] if told else markers


def _may_follow_comma(text: str, marker: Marker) -> bool:
    """Whether a marker may come after a comma, as 第一， does; of 会议决定，一、同意 the first."""
    named = marker.family is NTH and marker.mark == "，" and text[marker.span.end : marker.span.end + 1].isalpha()
    return named or marker.family.name not in _AFTER_STOP_ONLY or (marker.family is HAN and marker.value == 1)


def numbers_of(text: str, marker: Marker) -> tuple[int, ...]:
    """The numbers of a decimal marker of a text: of 2.1 both, as typed or as computed."""
    if marker.automatic is not None:
        numbers = marker.automatic.numbers
        return tuple(number.value for number in (numbers if marker.automatic.decimal else numbers[-1:]))
    return dotted_numbers(text[marker.numeral.start : marker.numeral.end])


def dotted_numbers(text: str) -> tuple[int, ...]:
    """The numbers of a dotted marker: 2.1 is (2, 1)."""
    return tuple(parse_digits(number) for number in _DIGITS.findall(text))


_STOPS = frozenset("。；：！？;:!?】")
_AFTER_PAUSE = {"is", "han_paren", "digit_paren", *(f"{VERB}{verb}" for verb in VERBS)}
_AFTER_STOP_ONLY = {"nth", "order", "digit", "digit_half_paren", "han_half_paren", "han", "latin"}


def _marker(text: str, match: re.Match[str], *, head: bool) -> Marker | None:
    """The marker of a match in the shape of a text."""
    kind, mark_group = _KIND_OF_GROUP[match.lastgroup or ""]
    numeral = Span(*match.span(kind))
    sign = _Sign(text, match, head)
    mark = sign[mark_group]
    family, value, doubt = _FAMILIES[kind](sign, mark)
    if value is None and (not head or numeral.end - numeral.start < 2):
        return None
    start, end = numeral.start, match.end(mark_group)
    if kind in _OPENED:
        start -= 2 if text[start - 1] in " \u3000" else 1
    sub = 0
    if kind == "law":
        end = max(match.end("unit"), match.end("sub"))
        sub = parse_han(sign["sub"]) or 0 if sign["sub"] else 0
    return Marker(family, value, Span(start, end), numeral, mark, sub, head, doubt)


class _Sign(msgspec.Struct, frozen=True):
    """A match in the shape of a text; its groups read as they are written."""

    text: str
    match: re.Match[str]
    head: bool

    def __getitem__(self, group: str) -> str:
        start, end = self.match.span(group)
        return self.text[start:end] if start >= 0 else ""


_Read = Callable[[_Sign, str], tuple[Family, int | None, int]]


def _law_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    numeral = sign["law"]
    value = parse_digits(numeral) if numeral.isdecimal() else parse_han(numeral)
    return LAWS[sign["unit"]], value, 0 if sign.match["law_mark"] is not None else 1


def _dotted_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    numbers = dotted_numbers(sign["dotted"])
    return DOTTED[len(numbers) - 1], numbers[-1], 0 if sign["dotted_space"] or len(numbers) > 2 else 1


def _digit_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    end = sign.match.end("digit_mark")
    following = sign.text[end : end + 8]
    figure = following[:1].isdecimal() or (mark == "、" and following.lstrip()[:1].isdecimal())
    doubt = 0 if sign.head else 1
    if figure and not (sign.head and mark == "、" and _FOUR_DIGITS.match(following)):  # 2、2025年 is no figure
        doubt = 1 if mark != "、" and _YEAR.match(following) else 2
    return DIGIT, parse_digits(sign["digit"]), doubt


def _counter_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    family, value = COUNTERS[sign["counter_kind"][0]], parse_han(sign["counter"])
    return family, value, 0 if family is IS and (value or 0) < _LEAST_DATE else 1


def _enclosed_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    char = sign["enclosed"]
    family = next(family for first, family in _ENCLOSED_FAMILIES if char >= first)
    return family, parse_enclosed(char), 0


def _han_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    value = parse_han(sign["han"])
    group = GROUP.match(sign.text, sign.match.end("han_mark"), sign.match.endpos) if sign.head else None
    if group and (parse_han(group["first"]) or 0) > (value or 0):  # 一、二线城市 are two; 三、一次性 is the third
        return HAN, value, 2
    return HAN, value, 0 if sign.head and mark == "、" else 1


def _bracketed_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    kind = "han_paren" if sign["han_paren"] else "digit_paren"
    family, value = (
        (HAN_PAREN, parse_han(sign[kind])) if kind == "han_paren" else (DIGIT_PAREN, parse_digits(sign[kind]))
    )
    if not sign.head:
        return family, value, 0
    end = sign.match.end(f"{kind}_mark")
    if UNIT_AFTER.match(sign.text, end, sign.match.endpos):
        return family, value, 1
    other = OTHER_AFTER.match(sign.text, end, sign.match.endpos)
    if other is None or other[0].strip("（()）") == sign[kind]:
        return family, value, 0
    return family, None if mark else value, 2  # （一）、（二）项 are two; （三）第（一）、（二）两项 is the third


def _order_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    word = sign["order"]
    return ORDER, 0 if word == LAST_WORD or word in STEP_WORDS else ORDER_WORDS.index(word) + 1, 1


def _side_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    return SIDE, 2 if sign["side"].startswith("另") else 1, 1


def _plain(group: str, family: Family, parse: Callable[[str], int | None], doubt: int = 0) -> _Read:
    return lambda sign, mark: (family, parse(sign[group]), doubt)


_ENCLOSED_FAMILIES = (
    ("㊱", CIRCLED),
    ("㉑", CIRCLED),
    ("㈠", HAN_PAREN),
    ("⒈", DIGIT),
    ("⑴", DIGIT_PAREN),
    ("①", CIRCLED),
)
_FAMILIES: dict[str, _Read] = {
    "law": _law_family,
    "dotted": _dotted_family,
    "digit": _digit_family,
    "bare": _plain("bare", DOTTED[0], parse_digits, doubt=1),
    "roman": _plain("roman", ROMAN, parse_roman),
    "latin": _plain("latin", LATIN, lambda letter: ord(letter.lower()) - 96, doubt=1),
    "dash": _plain("dash", DASH, lambda _: 0),
    "counter": _counter_family,
    "nth": _plain("nth", NTH, parse_han, doubt=1),
    "among": _plain("among", AMONG, parse_han, doubt=1),
    "order": _order_family,
    "side": _side_family,
    "enclosed": _enclosed_family,
    "han_paren": _bracketed_family,
    "digit_paren": _bracketed_family,
    "digit_half_paren": _plain("digit_half_paren", DIGIT_HALF_PAREN, parse_digits, doubt=1),
    "han_half_paren": _plain("han_half_paren", HAN_HALF_PAREN, parse_han, doubt=1),
    "han": _han_family,
    "unmarked": _plain("unmarked", HAN, parse_han, doubt=2),
}
_OPENED = {"law", "nth", "among", "han_paren", "digit_paren"}
_LAST_GROUPS = {f"{kind}_mark": kind for kind in _FAMILIES} | {"unit": "law", "sub": "law", "dotted_space": "dotted"}
_KIND_OF_GROUP = {group: (kind, f"{kind}_mark") for group, kind in _LAST_GROUPS.items()}
