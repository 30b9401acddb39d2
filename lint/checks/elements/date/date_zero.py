"""Whether the date of signature (成文日期) is without leading zeros."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import signing_dates, without_zeros
from lint.checks.base import Check, Hit
from lint.checks.shared.dates import rewritten
from lint.document.tree import Document


class DateZero(Check, frozen=True):
    """Dates of signature with a leading zero: 2025年06月01日."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """Where the date of signature may stand."""
        return (("date", "subtitle"),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such date."""
        return rewritten(document, signing_dates(document), without_zeros)
