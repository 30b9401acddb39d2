"""The families of markers as one table: level, number and sign of each (GB/T 9704-2012 7.3.3; practice)."""

from collections.abc import Callable

import msgspec

from lint.text.numerals import render_han


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


def _han(value: int) -> str:
    """A Chinese numeral; what is beyond those that markers use is written in digits."""
    return render_han(value) if 1 <= value <= 9999 else str(value)


def _one_of(first: str, count: int) -> Callable[[int], str]:
    """The ready-made sign of a number, counted from the first one; digits where there is none."""
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= count else str(value)


def _law(unit: str) -> Callable[[int], str]:
    return lambda value: f"第{_han(value)}{unit}"


ORDER_WORDS = ("首先", "其次", "再次")
LAST_WORD = "最后"
STEP_WORDS = ("接着", "紧接着", "接下来", "随后", "继而", "然后")
"""What may stand for a number between 首先 and 最后, where no 其次 does."""


def _order_word(value: int) -> str:
    return ORDER_WORDS[value - 1] if value <= len(ORDER_WORDS) else LAST_WORD


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
VERBS = "不看"  # that name no unit, as 一级 and 二级 do


def _verb_family(verb: str) -> Family:
    return Family(f"{VERB}{verb}", MUST.rank, MUST.kin, lambda value: f"{_han(value)}{verb}", _han, inline=True)


COUNTERS = {"是": IS, "要": MUST} | {verb: _verb_family(verb) for verb in VERBS}
