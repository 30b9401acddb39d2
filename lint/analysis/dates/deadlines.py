"""The dates by which something is to be done: 完成时限：2025年6月底前, 请于2025年3月5日前报送."""

import re

from lint.analysis.dates.calendar import is_in_calendar, year_of
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.bounded import search
from lint.text.patterns.lazy import lazy

_HOUR = r"(?:[上下]午|中午|晚上?)?(?:\d{1,2}(?:[:：]\d\d|[时点](?:\d{1,2}分)?)|下班)"
_BY = lazy(rf"[初底末]?(?:之?前|止|完成|$)|(?:[上中下]旬)(?:前|完成|$)|[底末]|\s*$|{_HOUR}之?前", re.MULTILINE)
_QUALIFIES = lazy(rf"(?:[日底初末]|[上中下]旬|{_HOUR})?之?前(?![将把])[^，。；\n]{{1,12}}的(?=[^，。；\n])")
"""What is to be done by then as what something else is told of: 要求1月31日前完成的工作，仍未完成."""
_UNTIL = lazy(rf"(?:{_HOUR})?(?:之?前|止|截止)")
_CLOSES = lazy(r"截止(?:时间|日期)?(?:[为到至：:]|是)?\s*$")
_BEFORE = 14  # characters before a deadline that tell of it
_WORDS = 30  # characters in which the words stand that lead to it: 请各镇人民政府、街道办事处于
_SENTENCE = 30
_CLAUSES = frozenset("。；：，、！\n \u3000")
_PREPOSITIONS = "于在到至"


def day_said(date: re.Match[str]) -> tuple[int, ...]:
    """The year and the month of a date, and its day where it has one.

    Nothing where it has no year, or where no calendar has the day.
    """
    if not date["year"]:
        return ()
    day = year_of(date["year"]), value_of(date["month"])
    if not date["day"]:
        return day
    whole = (*day, value_of(date["day"]))
    return whole if is_in_calendar(*whole) else ()


def is_last_day(document: Document, date: re.Match[str]) -> bool:
    """Whether a day of the prose is the last for something: 3月18日17:00前, 报名截止时间：3月18日."""
    text = document.typed
    until = _UNTIL.match(text, date.end()) or _CLOSES.search(text, _near(text, date, _BEFORE), date.start())
    return bool(date["day"] and until) and not document.is_quoted(date.start())


def is_deadline(document: Document, date: re.Match[str], words: str, acts: str = "") -> bool:
    """Whether a date of the prose is a deadline: behind a match of ``words``, or before one of ``acts``.

    What is to be done by then (``acts``) counts where the date begins its clause.
    """
    text, clock = document.typed, document.clock
    if not _BY.match(text, date.end()) or document.is_quoted(date.start()):
        return False
    if search(words, text, _near(text, date, _WORDS), date.start(), clock) is not None:
        return _QUALIFIES.match(text, date.end()) is None
    before = text[: date.start()][-2:].rstrip(_PREPOSITIONS)[-1:]
    end = min(date.end() + _SENTENCE, len(text))
    stop = min((at for sign in "。；，\n" if (at := text.find(sign, date.end() + 3, end)) >= 0), default=end)
    return bool(acts) and (not before or before in _CLAUSES) and search(acts, text, date.end(), stop, clock) is not None


def around(document: Document, date: re.Match[str]) -> tuple[int, int]:
    """Where what stands beside a deadline begins and ends, in its line."""
    text = document.typed
    end = min(date.end() + _SENTENCE, len(text))
    line = text.find("\n", date.end(), end)
    return _near(text, date, _BEFORE), line if line >= 0 else end


def _near(text: str, date: re.Match[str], length: int) -> int:
    near = max(0, date.start() - length)
    return max(text.rfind("\n", near, date.start()) + 1, near)
