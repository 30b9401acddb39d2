"""Whether the date of printing (印发日期) is without leading zeros."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import printing_dates, without_zeros
from lint.checks.base import Check, Hit
from lint.checks.shared.dates import rewritten
from lint.document.tree import Document


class PrintingZero(Check, frozen=True):
    """Dates of printing with a leading zero: 2025年06月01日印发."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such date."""
        return rewritten(document, printing_dates(document), without_zeros)
