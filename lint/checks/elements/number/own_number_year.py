"""Whether the year in the number of a draft (发文字号) is that of its signature."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import day_of
from lint.analysis.elements.own_number import own_numbers
from lint.checks.base import Check, Hit, Place
from lint.document.document_number import year_of
from lint.document.tree import Document
from lint.text.source import Span

_DECEMBER = 12


class OwnNumberYear(Check, frozen=True):
    """Numbers of another year than the date of signature, but for ``days`` around the turn of the year."""

    days: int = 10

    values: ClassVar[frozenset[str]] = frozenset({"found", "signed"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The date of signature."""
        return (("date",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the year of such a number, related to the date."""
        date = document.whole.main.date
        signed = day_of(document.slice(date)) if date else None
        if date is None or signed is None:
            return
        for number in own_numbers(document):
            if int(year_of(number["year"])) not in self._years(*signed):
                span = Span(*number.span("year"))
                yield Hit(span, {"found": document.slice(span), "signed": document.slice(date)}, (Place(date),))

    def _years(self, year: int, month: int, day: int) -> tuple[int, ...]:
        """The years that a number may have that is given about some day."""
        last = (year - 1,) if month == 1 and day <= self.days else ()
        following = (year + 1,) if month == _DECEMBER and day > 31 - self.days else ()
        return year, *last, *following
