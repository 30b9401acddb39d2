"""The year that the title of a text names."""

import msgspec

from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_YEAR = lazy(r"(?<!\d)(?P<year>20\d\d)年(?P<whole>度?)(?=(?P<words>[^\d，。；：、》（）()\n]{0,24})(?P<behind>.?))")
_RANGE = lazy(r"20\d\d年?(?:[—～~至-]|度?和)")
_BEFORE = frozenset("〔[（(—～~至-")
"""What stands before a year that a title tells beside its own, in brackets or at the end of a range."""


class NamedYear(msgspec.Struct, frozen=True):
    """A year as a text writes it: its digits, whether it is a ``whole`` one (2025年度), and the words behind.

    A ``plain`` year is all that is told of a time: neither a month (2025年3月) nor a bracket or a range belongs to it.
    """

    span: Span
    value: int
    is_whole: bool
    is_dated: bool
    is_plain: bool
    words: str

    @property
    def text(self) -> str:
        """The year with its 年."""
        return f"{self.value}年"

    @property
    def place(self) -> Span:
        """The place of the year with its 年."""
        return Span(self.span.start, self.span.end + len("年"))

    @property
    def whole_place(self) -> Span:
        """The place of the year with its 年 or 年度."""
        return Span(self.span.start, self.place.end + self.is_whole)


def years_in(document: Document, span: Span) -> list[NamedYear]:
    """The years of a stretch of text, in its order."""
    text, years = document.typed, []
    for match in _YEAR.finditer(text, *span):
        is_dated = match["behind"].isdecimal() and not match["words"].strip()
        is_beside = text[match.start() - 1 : match.start()] in _BEFORE
        years.append(
            NamedYear(
                span=Span(*match.span("year")),
                value=int(match["year"]),
                is_whole=match["whole"] != "",
                is_dated=is_dated,
                is_plain=not (is_dated or is_beside),
                words=match["words"],
            )
        )
    return years


def year_of_title(document: Document, part: Part) -> NamedYear | None:
    """The year of a title that names one and no other, and no range of years; the plain ones count before others."""
    if part.title is None or _RANGE.search(document.typed, *part.title):
        return None
    years = years_in(document, part.title)
    named = [year for year in years if year.is_plain] or years
    return named[0] if len(named) == 1 else None


def plain_year_of_title(document: Document, part: Part) -> NamedYear | None:
    """The year of a title that is all that it tells of a time."""
    year = year_of_title(document, part)
    return year if year is not None and year.is_plain else None
