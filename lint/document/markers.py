"""The marker families of Chinese drafts as one table: recognise, value, render (GB/T 9704-2012 7.3.3; practice).

A marker is recognised by its shape and by where it stands. Shapes that also occur as ordinary words
or figures are doubtful: the parser keeps them only where they fit a run.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

import msgspec

from lint.formats.automatic import AutomaticNumber
from lint.text.numerals import parse_digits, parse_enclosed, parse_han, parse_roman, render_han
from lint.text.patterns.lazy import lazy
from lint.text.patterns.shapes import ENCLOSED, LETTER, Alphabet
from lint.text.patterns.shapes import ROMAN as ROMAN_SIGN
from lint.text.source import Span


class Family(msgspec.Struct, frozen=True):
    """A kind of marker.

    ``rank`` orders the families by level, the highest level first. ``kin`` names the families that can
    stand for one another in one run by mistake. ``inline`` families live inside paragraphs.
    ``render`` gives the marker of a number; ``numeral`` names its number alone.
    """

    name: str
    rank: int
    kin: str
    render: Callable[[int], str]
    numeral: Callable[[int], str] = str
    inline: bool = False


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


def _han(value: int) -> str:
    """A Chinese numeral; what is beyond those that markers use is written in digits."""
    return render_han(value) if 1 <= value <= 9999 else str(value)


def _one_of(first: str, count: int) -> Callable[[int], str]:
    """The ready-made sign of a number, counted from the first one; digits where there is none."""
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= count else str(value)


def _law(unit: str) -> Callable[[int], str]:
    return lambda value: f"第{_han(value)}{unit}"


_ORDER_WORDS = ("首先", "其次", "再次")
LAST_WORD = "最后"
STEP_WORDS = ("接着", "紧接着", "接下来", "随后", "继而", "然后")
"""What may stand for a number between 首先 and 最后, where no 其次 does."""


def _order_word(value: int) -> str:
    return _ORDER_WORDS[value - 1] if value <= len(_ORDER_WORDS) else LAST_WORD


def _side_word(value: int) -> str:
    return "一方面" if value == 1 else "另一方面"


VOLUME = Family("volume", 1, "volume", _law("编"), _han)
SUBVOLUME = Family("subvolume", 2, "subvolume", _law("分编"), _han)
PART = Family("part", 3, "part", _law("部分"), _han)
CHAPTER = Family("chapter", 4, "chapter", _law("章"), _han)
SECTION = Family("section", 5, "section", _law("节"), _han)
ARTICLE = Family("article", 6, "article", _law("条"), _han)
ROMAN = Family("roman", 8, "roman", lambda value: f"{_one_of('Ⅰ', 12)(value)}.", _one_of("Ⅰ", 12))
HAN = Family("han", 10, "enumerator", lambda value: f"{_han(value)}、", _han)
DOTTED = tuple(Family(f"dotted{depth}", 10 + depth, f"dotted{depth}", str) for depth in range(1, 5))
"""1, 1.1, 1.1.1, 1.1.1.1; the value of such a marker is its last number."""
HAN_PAREN = Family("han_paren", 20, "enumerator", lambda value: f"（{_han(value)}）", _han)
HAN_HALF_PAREN = Family("han_half_paren", 25, "enumerator", lambda value: f"{_han(value)}）", _han)
DIGIT = Family("digit", 30, "enumerator", lambda value: f"{value}.")
LISTS = (DIGIT, *(Family(f"list{level}", 30 + level, f"list{level}", lambda value: f"{value}.") for level in (2, 3, 4)))
DIGIT_PAREN = Family("digit_paren", 40, "enumerator", lambda value: f"（{value}）")
DIGIT_HALF_PAREN = Family("digit_half_paren", 45, "enumerator", lambda value: f"{value}）")
CIRCLED = Family("circled", 50, "enumerator", _one_of("①", 20), _one_of("①", 20))
LATIN = Family("latin", 60, "latin", lambda value: f"{_one_of('a', 26)(value)}.", _one_of("a", 26))
IS = Family("is", 70, "counter", lambda value: f"{_han(value)}是", _han, inline=True)
MUST = Family("must", 70, "counter", lambda value: f"{_han(value)}要", _han, inline=True)
NTH = Family("nth", 70, "ordinal", lambda value: f"第{_han(value)}，", _han, inline=True)
AMONG = Family("among", 71, "among", lambda value: f"其{_han(value)}，", _han, inline=True)
ORDER = Family("order", 70, "ordinal", _order_word, _order_word, inline=True)
SIDE = Family("side", 72, "side", _side_word, _side_word, inline=True)
DASH = Family("dash", 90, "dash", lambda _: "——")
HEADING = Family("heading", 0, "heading", lambda _: "")
VERB = "verb "
"""How the names of the families begin that count with the word they repeat: 一不迟到，二不早退; 一看现场，二看台账."""
LABEL = "label "
"""How the names of the families of labels begin: 课题3, 步骤一, 第2阶段."""

LAWS = {"编": VOLUME, "分编": SUBVOLUME, "部分": PART, "章": CHAPTER, "节": SECTION, "条": ARTICLE}
_VERBS = "不看"  # that name no unit, as 一级 and 二级 do


def _verb_family(verb: str) -> Family:
    return Family(f"{VERB}{verb}", MUST.rank, MUST.kin, lambda value: f"{_han(value)}{verb}", _han, inline=True)


_COUNTERS = {"是": IS, "要": MUST} | {verb: _verb_family(verb) for verb in _VERBS}

_N = "[一二三四五六七八九十百千零〇]"
_D = "[0-9]"  # of both widths: a shape has those of one
_NOT_A_NOUN = "(?![素务件点义害领旨职员塞目闻诀])"  # 六要素, 第一要务, 三要件 …
_NOT_A_GROUP = f"(?!{_N}(?:、|[线类级等期产审流把手批次档者号]))"  # 一、二线城市; 一、三产业
_B = r"[ \u3000]?"


_TITLED = f"{LETTER}|{ROMAN_SIGN}|[“《]"  # how a heading may begin: 4.3.1　Ⅳ级响应
_UNIT = "[项款条目](?!目|件|例|标|录|的|前|项)|班(?!子)"  # （一）项; （3）班
_OTHER = f"[、，,和及或至]?第?[（(][{_N[1:-1]}0-9]+[）)]"  # （一）、（二）项


def _in_brackets(group: str, numeral: str, *, head: bool) -> str:
    """A numeral in brackets, with the mark after it; inside a paragraph not （一）（二）项 or （3）班."""
    cited = "" if head else rf"(?!{_UNIT}|(?![（(](?P={group})[）)]){_OTHER})"
    return rf"[（(]{_B}(?P<{group}>{numeral}){_B}[）)](?P<{group}_mark>[、，,．.]?){cited}"


# Shapes that stand alike at the head of a paragraph and after a pause inside it. In every alternative the
# group without a suffix holds the numeral, and the last group that can match is ``…_mark``. What looks like a word
# (（一）班, 一、二线) is none inside a paragraph, and doubtful at its head.
def _anywhere(*, head: bool) -> str:
    group = "" if head else _NOT_A_GROUP
    return rf"""
    (?P<counter>{_N}+)(?P<counter_kind>是(?!(?P=counter)[，。；、])|要{_NOT_A_NOUN}|[{_VERBS}](?![{_N[1:-1]}两]))(?P<counter_mark>[，,、：:]?)
    |第(?P<nth>{_N}+)(?P<nth_mark>[，,、])(?!第|{_D}|{_N}+(?:[、，,和及至]|产业)|(?<=、){_N})
    |其(?P<among>{_N}+)(?P<among_mark>[，,、]|是)
    |(?P<order>首先|其次|再次|最后|{"|".join(STEP_WORDS)})(?P<order_mark>[，,、]?)
    |(?P<side>另?一方面)(?P<side_mark>[，,]?)
    |{_in_brackets("han_paren", f"{_N}+", head=head)}
    |{_in_brackets("digit_paren", f"{_D}{{1,3}}", head=head)}
    |(?P<digit_half_paren>{_D}{{1,2}})(?P<digit_half_paren_mark>[）)])
    |(?P<han_half_paren>{_N}{{1,3}})(?P<han_half_paren_mark>[）)])
    |(?P<han>{_N}+)(?P<han_mark>[、，,．.]){group}
"""


_HEAD = rf"""[“‘"]?(?:
    第(?P<law>{_N}+|{_D}{{1,4}})(?P<unit>分编|部分|[编章节条])(?:之(?P<sub>{_N}+))?(?P<law_mark>(?=[\s：:])|\Z)?
    |(?P<dotted>{_D}{{1,2}}(?:[.．]{_D}{{1,2}}){{1,3}})(?P<dotted_mark>[.．、]?)(?P<dotted_space>\s+)?(?={_TITLED})
    |(?P<digit>{_D}{{1,3}})(?P<digit_mark>[.．、])
    |(?P<bare>{_D}{{1,2}})(?P<bare_mark>)(?=[ \u3000]+{_TITLED})
    |(?P<roman>{ROMAN_SIGN})(?P<roman_mark>[.．、])
    |(?P<latin>[a-zA-Z])(?P<latin_mark>[.．、)）])(?=\s*{LETTER})
    |(?P<enclosed>{ENCLOSED})(?P<enclosed_mark>[、，,．.]?)
    |(?P<dash>—{{1,2}})(?P<dash_mark>)(?=[^—])
    |(?P<unmarked>{_N}{{1,3}})(?P<unmarked_mark>[ \u3000])(?={LETTER}{{2}})
    |{_anywhere(head=True)})"""
# Begins with a set, which is found fast, and looks what comes next before it tries the shapes one by one.
_BEGINNINGS = f"{_N[1:-1]}{_D[1:-1]}第其首再最接紧随继然另（(a-zA-Z"
_INLINE = rf"""[。；：！？;:!?、，,“‘】]["“‘”’）)]?[ \u3000]*(?=[{_BEGINNINGS}])(?:
    (?P<digit>{_D}{{1,2}})(?P<digit_mark>[.．、])(?=\s*[^\s\d.．、])
    |(?P<latin>[a-zA-Z])(?P<latin_mark>[.．、)）])(?=\s*{LETTER})
    |{_anywhere(head=False)})"""
_NO_PAUSE = f"{_N[1:-1]}唯之统逐单专划第其每万不同期周初这那此某另任如"  # 唯一是, 周一要
_LED_IN = lazy(
    rf"(?<=[^\W\d_])(?<![{_NO_PAUSE}])(?P<counter>一)(?P<counter_kind>[是要{_VERBS}])(?P<counter_mark>)"
    "(?!一|求(?![真实新稳变]))"
)  # the first of a list that its sentence names without a stop: 最重要的原因一是…, 各单位一要…
_NAMED = lazy("(?:原因|方面|问题|表现|做法|目的|特点)$")
_SECOND_OR_THIRD = (2, 3)
_INLINE_ENCLOSED = rf"(?P<enclosed>{ENCLOSED})(?P<enclosed_mark>)(?<![图表注见式第\n].)(?![。；，）)\n])"
_SIGNS = Alphabet(_HEAD + _INLINE + _INLINE_ENCLOSED)
_HEAD_SHAPE, _INLINE_SHAPE = (lazy(_SIGNS.pattern(each), re.VERBOSE) for each in (_HEAD, _INLINE))
_ENCLOSED_SHAPE = lazy(_SIGNS.pattern(_INLINE_ENCLOSED))
_LEAST_DATE = 11  # 十一是 may be the first of October, 十五是 the full moon
_DIGITS = lazy(f"{_D}+")
_GROUP = lazy(rf"(?P<first>{_N})(?:、|[线类级等期产审流把手批次档者号])")  # what _NOT_A_GROUP excludes
_UNIT_AFTER = lazy(_UNIT)
_OTHER_AFTER = lazy(_OTHER)
_FOUR_DIGITS = lazy(rf"\s*{_D}{{4}}年")
_YEAR = lazy(rf"\s*(?:{_D}{{4}}年|{_D}{{1,2}}月|\s)")


def find_head(text: str, start: int, end: int) -> Marker | None:
    """The marker that begins the paragraph ``text[start:end]``, if any."""
    match = _HEAD_SHAPE.match(_SIGNS.shape(text), start, end)
    return _marker(text, match, head=True) if match else None


def find_inline(text: str) -> list[Marker]:
    """Markers inside paragraphs, in text order: after a stop or, counters and brackets, a comma; ① anywhere."""
    found = []
    shape = _SIGNS.shape(text)
    for match in _INLINE_SHAPE.finditer(shape):
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
    enclosed = [marker for match in _ENCLOSED_SHAPE.finditer(shape) if (marker := _marker(text, match, head=False))]
    return sorted(_without_steps(text, found) + enclosed, key=lambda marker: marker.span)


def _led_in(text: str, markers: Sequence[Marker]) -> list[Marker]:
    """The first of lists without a stop before it: 一是 after what it counts, or one that goes on in its paragraph."""
    found: list[Marker] = []
    counters: dict[str, list[Marker]] = {}
    for one in markers:
        if one.family.kin == IS.kin:
            counters.setdefault(one.family.name, []).append(one)
    for match in _LED_IN.finditer(text) if "一是" in text or counters else ():
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
            first, last = text.find(_ORDER_WORDS[0], start, end), text.rfind(LAST_WORD, start, end)
            if any(text.find(word, start, end) >= 0 for word in _ORDER_WORDS[1:]):
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
_AFTER_PAUSE = {"is", "han_paren", "digit_paren", *(f"{VERB}{verb}" for verb in _VERBS)}
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
    family, value = _COUNTERS[sign["counter_kind"][0]], parse_han(sign["counter"])
    return family, value, 0 if family is IS and (value or 0) < _LEAST_DATE else 1


def _enclosed_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    char = sign["enclosed"]
    family = next(family for first, family in _ENCLOSED_FAMILIES if char >= first)
    return family, parse_enclosed(char), 0


def _han_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    value = parse_han(sign["han"])
    group = _GROUP.match(sign.text, sign.match.end("han_mark"), sign.match.endpos) if sign.head else None
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
    if _UNIT_AFTER.match(sign.text, end, sign.match.endpos):
        return family, value, 1
    other = _OTHER_AFTER.match(sign.text, end, sign.match.endpos)
    if other is None or other[0].strip("（()）") == sign[kind]:
        return family, value, 0
    return family, None if mark else value, 2  # （一）、（二）项 are two; （三）第（一）、（二）两项 is the third


def _order_family(sign: _Sign, mark: str) -> tuple[Family, int | None, int]:
    word = sign["order"]
    return ORDER, 0 if word == LAST_WORD or word in STEP_WORDS else _ORDER_WORDS.index(word) + 1, 1


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
