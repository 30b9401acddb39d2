"""Whether the date of signature (成文日期) or of printing (印发日期) is without leading zeros."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.signing_dates import FIGURES, is_day, printing_dates, signing_dates
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.edit import Edit


class DateZero(Check, frozen=True):
    """Dates of signature with a leading zero: 2025年06月01日; those of the printer (印发日期) with ``printed``."""

    printed: bool = False

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such date."""
        for span in printing_dates(document) if self.printed else signing_dates(document):
            found = document.slice(span)
            match = FIGURES.match(found)
            if match is None or "0" not in (match["month"][0], match["day"][0]):
                continue
            month, day = int(match["month"]), int(match["day"])
            if is_day(month, day):
                expected = f"{match['year']}年{month}月{day}日"
                yield Hit(span, {"found": found, "expected": expected}, edits=(Edit(span, expected),))
