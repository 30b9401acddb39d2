"""Whether a date is written in one kind of numerals: not 2025年3月二十一日."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import year_of
from lint.analysis.dates.passages import passages_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.numerals import value_of
from lint.text.source import Span

_FIELDS = ("year", "month", "day", "last")


class MixedDate(Check, frozen=True):
    """Dates whose year, month and day are partly in figures and partly in Chinese numerals."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each of them, outside quotations."""
        for passage in document.clock.watched(passages_of(document)):
            for match in passage.dates:
                span = passage.span(*match.span())
                edits = _edits(match)
                if edits and not document.is_quoted(span.start):
                    values = {"found": match[0], "expected": _mended(match, edits)}
                    yield Hit(span, values, edits=edits if passage.cell is None else ())


def _edits(match: re.Match[str]) -> tuple[Edit, ...]:
    """What puts a date into figures; nothing where it is in one kind of numerals."""
    numerals = [(name, match[name]) for name in _FIELDS if match[name]]
    if len({numeral.isdecimal() for _, numeral in numerals}) < 2:
        return ()
    return tuple(
        Edit(Span(*match.span(name)), str(year_of(numeral) if name == "year" else value_of(numeral)))
        for name, numeral in numerals
        if not numeral.isdecimal()
    )


def _mended(match: re.Match[str], edits: tuple[Edit, ...]) -> str:
    text, start = match[0], match.start()
    for edit in reversed(edits):
        text = text[: edit.span.start - start] + edit.text + text[edit.span.end - start :]
    return text
