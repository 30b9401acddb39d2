"""Whether the months beside a quarter or half-year are its own: no 第二季度（4月1日至7月31日）."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.day_ranges import LINK
from lint.analysis.dates.passages import Passage, passages_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of

_WORDS = ("季度", "半年")
_NAME = r"(?<![、至和及与—～\-个过近前后])(?P<name>前三个?季度|前[二两]个?季度|第?[一二三四1-4]季度|[上下]半年)(?:度)?"
_MONTHS = (
    rf"(?:\d{{4}}年)?(?P<first>\d{{1,2}})月?(?:(?P<first_day>\d{{1,2}})日?)?[初底末]?起?{LINK}"
    r"(?:\d{4}年)?(?P<last>\d{1,2})月(?:(?P<last_day>\d{1,2})日)?[初中底末]?止?"
)
_GLOSSED = lazy(rf"{_NAME}[（(](?:即|指|为)?(?P<months>{_MONTHS})[）)]")
_GLOSSING = lazy(rf"(?<!\d)(?P<months>{_MONTHS})[（(](?:即|指|为)?(?:\d{{4}}年)?{_NAME}[）)]")
_PATTERNS = {"（": _GLOSSED, "(": _GLOSSED, "）": _GLOSSING, ")": _GLOSSING}
"""Which of them it may be, by what stands behind the quarter."""
_OTHER_YEAR = lazy("财年|财政年度|会计年度|学年|供暖|采暖|榨季")
"""What a year is called that does not begin in January."""
_BACK, _AHEAD = 36, 48
_LAST_MONTH = 12
_LATE = 20  # the day of a month from which accounts may count it to the next


class QuarterMonths(Check, frozen=True):
    """Ranges of months in brackets behind or before a quarter or half-year that reach beyond it.

    What is counted from late in one month to late in another is left alone: 第一季度（12月26日至3月25日）.
    """

    values: ClassVar[frozenset[str]] = frozenset({"name", "found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """The words for a quarter and a half-year."""
        return _WORDS

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such range, in text order."""
        for passage in document.clock.watched(passages_of(document)):
            for match in _found(passage):
                first, last = _own_months(match["name"])
                span = passage.span(*match.span("months"))
                if _reaches_beyond(match, first, last) and not document.is_quoted(span.start):
                    values = {"name": match["name"], "found": match["months"], "expected": f"{first}月至{last}月"}
                    yield Hit(span, values)


def _found(passage: Passage) -> Iterator[re.Match[str]]:
    text, seen = passage.text, -1
    for place in sorted(place for word in _WORDS for place in places_of(word, text)):
        start = max(0, place - _BACK)
        behind = text[place + 2 : place + 4].removeprefix("度")[:1]
        if behind in _PATTERNS:
            for match in _PATTERNS[behind].finditer(text, start, place + _AHEAD):
                is_own = match.start("name") < place < match.end("name") and match.start() > seen
                if is_own and not _OTHER_YEAR.search(text, start, match.end()):
                    seen = match.start()
                    yield match


def _own_months(name: str) -> tuple[int, int]:
    """The first and the last month of a quarter or half-year."""
    if name.endswith("半年"):
        return (1, 6) if name.startswith("上") else (7, 12)
    number = value_of(name.lstrip("第前")[0].replace("两", "二"))
    return (1, 3 * number) if name.startswith("前") else (3 * number - 2, 3 * number)


def _reaches_beyond(match: re.Match[str], first: int, last: int) -> bool:
    begin, end = int(match["first"]), int(match["last"])
    if not (1 <= begin <= _LAST_MONTH and 1 <= end <= _LAST_MONTH):
        return False
    late = all(match[day] and int(match[day]) >= _LATE for day in ("first_day", "last_day"))
    is_shifted = late and end == last and begin % _LAST_MONTH == first - 1
    return not is_shifted and (begin < first or end > last or begin > end)
