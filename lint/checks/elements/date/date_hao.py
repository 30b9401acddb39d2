"""Whether the date of signature (成文日期) ends in 日."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import is_day, signing_dates
from lint.checks.base import Check, Hit
from lint.checks.shared.dates import rewritten
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy

_DATE = lazy(r"^(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})号$")


class DateHao(Check, frozen=True):
    """Dates of signature in figures with 号 for 日: 2025年6月1号."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """Where the date of signature may stand."""
        return (("date", "subtitle"),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such date."""
        return rewritten(document, signing_dates(document), _with_ri)


def _with_ri(found: str) -> str:
    match = _DATE.match("".join(found.split()))
    if match is None:
        return ""
    month, day = int(match["month"]), int(match["day"])
    return f"{match['year']}年{month}月{day}日" if is_day(month, day) else ""
