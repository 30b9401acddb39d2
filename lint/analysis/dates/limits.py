"""Ranges told by limits in words: 不少于15日、不超过10日."""

import re
from collections.abc import Iterator

from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any, places_of

_NUMBER = r"(?P<{0}>\d+(?:\.\d+)?)(?P<{0}_scale>[万亿]?)"
_UNIT = rf"(?P<unit>[%％‰]|{LETTER}{{1,3}}?)"
_LEAST = "(?:不(?:少|低|小|短|早)于|至少|最[少低短](?:不(?:少|低|短)于)?)"
_MOST = "(?:不得?(?:超过|[多高大长晚]于)|最[多长高大晚](?:不得?超过|为|是)?|至多)"
_LIMITS = lazy(
    rf"{_LEAST}{_NUMBER.format('first')}{_UNIT}(?:[（(]不?含[^（）()]{{0,5}}[）)])?(?:(?P<comma>，)|、)?(?:且|并|但|又|同时)?应?"
    rf"{_MOST}{_NUMBER.format('last')}(?P=unit)(?=[，。；、）)\n]|的(?(comma)(?!{LETTER}))|$)"
)
"""Both limits of one thing: not 至少3人，最多2人兼任, nor 不低于1000万元，不超过500万元的分期缴纳."""
_UPPER = ("超过", "至多", "多于", "高于", "大于", "长于", "晚于", "最多", "最高", "最大", "最长", "最晚")
"""What an upper limit holds."""
_LOWER = ("不少于", "不低于", "不小于", "不短于", "不早于", "至少", "最少", "最低", "最短")
"""What a lower limit holds."""
_REACH = 50  # characters from one limit to the other


def limits_in(text: str) -> Iterator[re.Match[str]]:
    """Quantities between a lower limit and an upper one, each with a word before it; ``first`` and ``last``."""
    for sign in _LOWER:
        for place in places_of(sign, text):
            match = _LIMITS.match(text, place) if _may_be_lower(text, place + len(sign)) else None
            if match is not None:
                yield match


def _may_be_lower(text: str, place: int) -> bool:
    """Whether the words of a lower limit may end at a place, or behind it: a number and an upper limit follow."""
    ahead = text[place : place + 1]
    return (ahead.isdecimal() or ahead == "不") and holds_any(text[place : place + _REACH], _UPPER)
