"""The year of a day that a text writes without one, where it can only be that of the text itself."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from lint.analysis.dates.calendar import year_of
from lint.analysis.headings import headings_above
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_YEAR = lazy(r"(?<![\d〔\[])(?P<year>20\d\d)年|[明次翌来下上去往每历常前]一?年")
_SEVERAL = lazy(r"20\d\d年?[—～~至-](?:20)?\d\d|学年|学期|[明来次]年|冬春|[今去]冬|[一二三四五]年(?!级)")
"""What makes of a title that of more than one year."""
_LITTLE = 92  # days; what lies farther back may be of the next year
_MONTHS = range(1, 13)


def days_gone(document: Document, match: re.Match[str], made: tuple[int, int, int]) -> int:
    """By how many days a day or month without a year was over when a text was made; 0 where it may be of another year.

    A month is over with its last day. The year is that of the text where neither the title, nor the headings above, nor
    the words before in the line name another, and what is gone by more than three months may be of the next one.
    """
    last = None if match["year"] or match["last"] else _last_day(match, made[0])
    gone = (date(*made) - last).days if last else 0
    return gone if 0 < gone <= _LITTLE and not _is_of_another(document, match.start(), made[0]) else 0


def _last_day(match: re.Match[str], year: int) -> date | None:
    month = value_of(match["month"])
    length = monthrange(year, month)[1] if month in _MONTHS else 0
    day = value_of(match["day"]) if match["day"] else length
    return date(year, month, day) if 0 < day <= length else None


def _is_of_another(document: Document, place: int, year: int) -> bool:
    title = document.whole.main.title
    if title is not None and _SEVERAL.search(document.typed, *title):
        return True
    named = (found["year"] for span in _above(document, place) for found in _YEAR.finditer(document.typed, *span))
    return any(other is None or year_of(other) != year for other in named)


def _above(document: Document, place: int) -> Iterator[Span]:
    """The titles and headings under which a place stands, and its line up to there."""
    yield Span(document.typed.rfind("\n", 0, place) + 1, place)
    part = document.part_at(place)
    yield from (one.title for one in (document.whole.main, part) if one is not None and one.title is not None)
    yield from headings_above(document, place)
