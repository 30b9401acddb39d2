"""The date of signature (成文日期) of each text, below it or under its title, and the date of printing (印发日期)."""

import re
from collections.abc import Iterator

from lint.analysis.dates.calendar import is_in_calendar
from lint.analysis.paragraphs import subtitle_lines
from lint.document.tree import Document, Part
from lint.formats.blocks import PROSE
from lint.formats.plain.lines import PRINTED
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

FIGURES = lazy(r"^(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日$")
"""A date in Arabic figures."""
FIGURES_AT_END = lazy(r"(?<!\d)\d{4}年\d{1,2}月\d{1,2}日(?=[）)]?$)", re.MULTILINE)
"""A date in Arabic figures that ends a line."""
YEARLESS = lazy(
    r"^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号][）)]?$"
)
"""A line that is a date without its year."""


def signing_dates(document: Document) -> Iterator[Span]:
    """The lines that may be the date of a text, without the brackets around them."""
    for part in document.parts:
        for span in _dates(document, part):
            found = document.slice(span)
            inner = found.strip("（）()")
            start = span.start + found.index(inner)
            yield Span(start, start + len(inner))


def own_signing(document: Document) -> tuple[Span, tuple[int, int, int]] | None:
    """The first date of the main text that is a day, with that day."""
    main = document.whole.main.span
    for span in signing_dates(document):
        day = day_of(document.slice(span)) if main.start <= span.start < main.end else None
        if day:
            return span, day
    return None


def printing_dates(document: Document) -> Iterator[Span]:
    """The dates in the lines of the imprint that name the printer."""
    for block in document.reading.blocks:
        if block.kind in PROSE and document.text.endswith("发", block.start, block.end):
            match = PRINTED.match(document.text[block.start : block.end])
            if match:
                yield Span(block.start + match.start("date"), block.start + match.end("date"))


def day_of(date: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date in figures; None for any other, and for a day that no calendar has."""
    day = _figures_of(FIGURES.match(date.strip("（）()")))
    return day if day and is_in_calendar(*day) else None


def without_zeros(date: str) -> str:
    """A date in figures without its leading zeros; nothing where it has none or is no day."""
    match = FIGURES.match(date)
    day = _figures_of(match)
    if match is None or day is None or "0" not in (match["month"][0], match["day"][0]):
        return ""
    return f"{day[0]}年{day[1]}月{day[2]}日" if is_day(*day[1:]) else ""


def is_day(month: int | None, day: int | None) -> bool:
    """Whether numbers may be a month and a day of it."""
    return month in range(1, 13) and day in range(1, 32)


def _figures_of(match: re.Match[str] | None) -> tuple[int, int, int] | None:
    return (int(match["year"]), int(match["month"]), int(match["day"])) if match else None


def _dates(document: Document, part: Part) -> Iterator[Span]:
    if part.date is not None:
        yield part.date
    else:
        yield from subtitle_lines(document, part)
