"""How the date of signature (成文日期) is written: in Arabic figures, without leading zeros."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.analysis.paragraphs import lines
from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.edit import Edit
from lint.text.lazy import lazy
from lint.text.numerals import value_of
from lint.text.source import Span

_HAN_DIGITS = {"○": "0", "零": "0"} | {char: str(value) for value, char in enumerate("〇一二三四五六七八九")}
_HAN = lazy(
    r"^(?![\d年月日]*$)(?P<year>[〇○零一二三四五六七八九0-9]{4})年(?P<month>[元正一二三四五六七八九十]{1,2}|\d{1,2})月"
    r"(?P<day>[一二三四五六七八九十廿]{1,3}|\d{1,2})[日号]$"
)
_FIGURES = lazy(r"^(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日$")
_POINTS = lazy(r"^(?P<year>20\d\d)(?P<mark>[.．/\-—])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})[.日]?$")
_NO_DAY = lazy(r"^20\d\d年(?:[1-9]|1[0-2])月$")
_UNKNOWN_DAY = "×日"
_LAST = 6  # paragraphs
_BELOW = 200  # characters
_SINCE = 2013


class DateForm(Check, frozen=True):
    """Dates of signature in Chinese numerals (``han``), with leading zeros (``zero``), as 2024.5.1 or without
    a day (``points``).
    """

    report: Literal["han", "zero", "points"]

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such date."""
        for part in document.parts:
            spans = list(_lone_points(document, part) if self.report == "points" else _dates(document, part))
            certain = self.report != "points" or (len(spans) == 1 and not _has_date(document, part, spans[0]))
            for span in spans:
                found = document.slice(span)
                inner = found.strip("（）()")
                place = Span(span.start + found.index(inner), span.start + found.index(inner) + len(inner))
                expected = self._expected(inner)
                if expected:
                    edits = () if _UNKNOWN_DAY in expected else (Edit(place, expected),)
                    yield Hit(place, {"found": inner, "expected": expected}, edits=edits, certain=certain)

    def _expected(self, found: str) -> str:
        """The date as it should be written; nothing when it is, or when another report is about it."""
        if self.report == "han":
            return _from_han(found)
        if self.report == "points" and _NO_DAY.match(found):
            return f"{found}{_UNKNOWN_DAY}"
        match = (_FIGURES if self.report == "zero" else _POINTS).match(found)
        if match is None or (self.report == "zero" and "0" not in (match["month"][0], match["day"][0])):
            return ""
        month, day = int(match["month"]), int(match["day"])
        return f"{match['year']}年{month}月{day}日" if _is_day(month, day) else ""


def _is_day(month: int | None, day: int | None) -> bool:
    return month in range(1, 13) and day in range(1, 32)


def _from_han(found: str) -> str:
    match = _HAN.match("".join(found.split()))
    if match is None:
        return ""
    year = "".join(_HAN_DIGITS.get(char, char) for char in match["year"])
    month = 1 if match["month"] in "元正" else value_of(match["month"])
    day = value_of(match["day"].replace("廿", "二十"))
    # Until the 党政机关公文处理工作条例 of 2012 dates of signature were written so.
    return f"{year}年{month}月{day}日" if _is_day(month, day) and int(year) >= _SINCE else ""


def _dates(document: Document, part: Part) -> Iterator[Span]:
    """The date below a part, or the one under its title."""
    if part.date is not None:
        yield part.date
    elif part.subtitle is not None:
        start = part.subtitle.start
        for line in document.slice(part.subtitle).split("\n"):
            yield Span(start, start + len(line))
            start += len(line) + 1


def _has_date(document: Document, part: Part, other: Span) -> bool:
    """Whether the date of signature stands in full among the last lines of a part or right below another date."""
    last = [document.slice(line) for line in lines(document, part)[-_LAST:]]
    return any(map(_FIGURES.match, [*last, *document.text[other.end : other.end + _BELOW].split("\n")[1:_LAST]]))


def _lone_points(document: Document, part: Part) -> Iterator[Span]:
    """A line such as 2024.5.1 or 2024年5月 among the last of a part."""
    for line in lines(document, part)[-_LAST:]:
        if _POINTS.match(document.slice(line)) or _NO_DAY.match(document.slice(line)):
            yield line
