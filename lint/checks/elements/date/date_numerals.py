"""Whether the date of signature (成文日期) is in Arabic figures."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import is_day, signing_dates
from lint.checks.base import Check, Hit
from lint.checks.shared.dates import rewritten
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.fragments import DIGIT_OF_YEAR
from lint.text.patterns.lazy import lazy

_HAN_DIGITS = {"○": "0", "零": "0"} | {char: str(value) for value, char in enumerate("〇一二三四五六七八九")}
_DATE = lazy(
    f"^(?P<year>{DIGIT_OF_YEAR}{{4}})年"
    r"(?P<month>[元正一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十廿]{1,3})[日号]$"
)
_SINCE = 2013
"""Until the 党政机关公文处理工作条例 of 2012 dates of signature were in Chinese numerals."""


class DateNumerals(Check, frozen=True):
    """Dates of signature in Chinese numerals: 二〇二五年六月一日. Those that mix both are another matter."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """Where the date of signature may stand."""
        return (("date", "subtitle"),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such date."""
        return rewritten(document, signing_dates(document), _in_figures)


def _in_figures(found: str) -> str:
    """A date in Arabic figures; nothing where it is not in Chinese numerals or too old."""
    match = _DATE.match("".join(found.split()))
    if match is None:
        return ""
    year = "".join(_HAN_DIGITS[char] for char in match["year"])
    month = 1 if match["month"] in "元正" else value_of(match["month"])
    day = value_of(match["day"].replace("廿", "二十"))
    return f"{year}年{month}月{day}日" if is_day(month, day) and int(year) >= _SINCE else ""
