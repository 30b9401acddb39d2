"""Whether a text is in force from its issue on: no 自2024年3月1日起施行 in what is signed in February 2025."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.in_force import InForce, issued_days, own_days
from lint.analysis.dates.signing import day_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr, search

_VERB = 10  # characters in which 起施行 follows the day
_CLOSE = 8  # months by which last year's day is earlier, so that this year's would follow within four
_ISSUERS = ("通知", "决定", "公告", "通告", "命令")
"""What speaks of itself: its day is its own, whatever it passes on."""
_Day = tuple[int, int, int]


class InForceOrder(Check, frozen=True):
    """Days of coming into force that are before the date of signature.

    Titles that match ``older`` pass on, amend or gather what was in force before. A verb of ``measures`` (执行) may
    reach back on purpose: its day counts only where it would follow the signature closely in the year after. The
    first day of the year of the signature counts for none.
    """

    older: RegexStr
    measures: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "signed"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("older", self.older), ("measures", self.measures))

    def signs(self) -> tuple[str, ...]:
        """What stands before the verb of every such statement."""
        return ("起",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such day, related to the date of signature."""
        main = document.whole.main
        signed = day_of(document.slice(main.date)) if main.date else None
        if main.date is None or signed is None:
            return
        title = main.title or main.date
        passes_on = search(self.older, document.typed, *title, document.clock) is not None
        for one in _statements(document):
            if passes_on and not one.subject.endswith(_ISSUERS):
                continue
            if one.day and one.day < signed and self._is_slip(document, one, one.day, signed):
                values = {"found": document.slice(one.when), "signed": document.slice(main.date)}
                yield Hit(one.when, values, (Place(main.date),))

    def _is_slip(self, document: Document, one: InForce, day: _Day, signed: _Day) -> bool:
        if day == (signed[0], 1, 1):
            return False
        end = min(one.when.end + _VERB, len(document.typed))
        reaches_back = search(self.measures, document.typed, one.when.end, end, document.clock) is not None
        months = (signed[0] - day[0]) * 12 + signed[1] - day[1]
        return not reaches_back or (months >= _CLOSE and (day[0] + 1, *day[1:]) >= signed)


def _statements(document: Document) -> list[InForce]:
    """What the main text says of what it issues, and each part of itself where it is signed with the main text."""
    main = document.whole.main
    found = [one for one in issued_days(document, main) if not one.subject]
    for part in document.parts:
        if part is main or part.date is None:
            found += own_days(document, part)
    return sorted(found, key=lambda one: one.when)
