"""Whether a draft is printed (印发日期) on the day of its signature or later."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import day_of, printing_dates
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class PrintingOrder(Check, frozen=True):
    """Dates of printing that are before the date of signature of the main text."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "signed"})

    def signs(self) -> tuple[str, ...]:
        """What the line of the printer ends in."""
        return ("发",)

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The date of signature."""
        return (("date",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such date, related to that of the signature."""
        date = document.whole.main.date
        signed = day_of(document.slice(date)) if date else None
        if date is None or signed is None:
            return
        for span in printing_dates(document):
            printed = day_of(document.slice(span))
            if printed and printed < signed:
                values = {"found": document.slice(span), "signed": document.slice(date)}
                yield Hit(span, values, (Place(date),))
