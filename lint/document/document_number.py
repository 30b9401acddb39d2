"""The number of a document (发文字号) in every form that drafts give it: 清政发〔2024〕3号, 清政发（24）第003号."""

import re

from lint.text.patterns.fragments import DIGIT_OF_YEAR, LETTER
from lint.text.patterns.lazy import lazy

OFFICE_SIGNS = "发函办字文令规呈报通党组政委局院厅复请教财人安水农林交城"
"""The characters before the year of an office's own number."""

_B = r"[ \t\u3000]*"
OPEN = "[〔﹝\\[（(【［]"
CLOSE = "[〕﹞\\]）)】］]"
"""The brackets around a year, in every form that drafts give them."""
_SIGNS = "号〔﹝[（(【［"
"""What a line holds that is a number of a document: 号, or the bracket before the year."""
_OTHERS = lazy(rf"^第\s*\d+\s*号$|^[（(〔]\d{{4}}[）)〕]{LETTER}{{1,10}}\d*{LETTER}{{0,6}}第?\d+号$")
_DIGITS = {"○": "0", "零": "0"} | {char: str(value) for value, char in enumerate("〇一二三四五六七八九")}

_YEAR = rf"(?P<year>(?:19|20)?\d\d|(?:二{DIGIT_OF_YEAR})?{DIGIT_OF_YEAR}{{2}})"
"""The year, of two or four figures or Chinese numerals."""

_LONGEST = 12
"""Letters before the year."""
_BEFORE_YEAR = frozenset("〔﹝[（(【［ \t\u3000〇○零一二三四五六七八九")
"""A year in Chinese numerals, or what stands before one."""

_BLANK = r"[ \t\u3000_＿]*"
"""What is left open for the number within the year: 〔2024〕＿＿号."""

_NUMBER = rf"(?P<nth>第?){_B}(?P<number>\d{{1,5}}|[一二三四五六七八九十百〇零]{{1,5}}){_B}"
"""The number within the year."""

_LINE = lazy(
    f"(?P<code>{LETTER}{{1,12}}?){_B}"
    rf"(?P<open>{OPEN}?){_B}{_YEAR}{_B}年?{_B}(?P<close>{CLOSE}?){_B}(?:{_NUMBER}(?P<sign>号?)|第?{_BLANK}(?P<blank_sign>号))"
    r"(?=$|[ \t\u3000]|签发人)[^。；，]*$"
)
"""A line that may be the number of a document; who signs it may stand behind."""


def year_of(numeral: str) -> str:
    """The year in four figures; one of two figures is of this century."""
    figures = "".join(_DIGITS.get(char, char) for char in numeral)
    return figures if len(figures) == 4 else f"20{figures}"


def own_number(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The number of a document, where a line is one; the groups are ``code``, ``open``, ``year``, ``close``, ``nth``,
    ``number`` and ``sign``; ``blank_sign`` is 号 where the number is not given yet.

    Its year stands in brackets, or has four figures behind the sign of an office; 公告2024年第3号 is another kind.
    """
    end = len(text) if end is None else end
    may_be_one = text[start : start + 1].isalnum() and any(text.find(sign, start, end) >= 0 for sign in _SIGNS)
    match = _LINE.match(text, start, end) if may_be_one and _may_begin_one(text[start : start + _LONGEST + 1]) else None
    if match is None:
        return None
    bracketed = match["open"] and match["close"]
    plain = match["sign"] and match["year"].isdecimal() and len(match["year"]) == 4
    return match if bracketed or (plain and match["code"][-1] in OFFICE_SIGNS) else None


def _may_begin_one(text: str) -> bool:
    """Whether a year, or what stands before it, may follow the letters that a line begins with."""
    for char in text[1:]:
        if char in _BEFORE_YEAR or char.isdecimal():
            return True
        if not char.isalnum():
            return False
    return False


def is_number(line: str) -> bool:
    """Whether a line is a document's number, or that of an order (第12号) or a case (（2024）青行决1号)."""
    return own_number(line) is not None or _OTHERS.match(line) is not None
