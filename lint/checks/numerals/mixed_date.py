"""Whether a date is written in one kind of numerals: not 2025年3月二十一日."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import dates_of, year_of
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
        for match in dates_of(document):
            numerals = [(name, match[name]) for name in _FIELDS if match[name]]
            kinds = {numeral.isdecimal() for _, numeral in numerals}
            if len(kinds) < 2 or document.is_quoted(match.start()):
                continue
            span = Span(*match.span())
            edits = tuple(
                Edit(Span(*match.span(name)), str(year_of(numeral) if name == "year" else value_of(numeral)))
                for name, numeral in numerals
                if not numeral.isdecimal()
            )
            yield Hit(span, {"found": document.slice(span), "expected": _mended(document, span, edits)}, edits=edits)


def _mended(document: Document, span: Span, edits: tuple[Edit, ...]) -> str:
    text = document.slice(span)
    for edit in reversed(edits):
        text = text[: edit.span.start - span.start] + edit.text + text[edit.span.end - span.start :]
    return text
