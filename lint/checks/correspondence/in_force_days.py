"""Whether a draft says one thing on the day from which it is in force."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.in_force import InForce, issued_days, own_days
from lint.analysis.dates.signing import day_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document

_ISSUING = ("通知", "公告", "通告", "决定", "命令")  # what they say of themselves they do not say of what they issue


class InForceDays(Check, frozen=True):
    """Second statements of one text on when it is in force, or of what is issued, that contradict the first."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "other"})

    def signs(self) -> tuple[str, ...]:
        """What stands before the verb of every such statement."""
        return ("起",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the later of two days, related to the earlier."""
        date = document.whole.main.date
        signed = day_of(document.slice(date)) if date else None
        for first, second in _pairs(document):
            if _contradicts(first, second, signed):
                yield _hit(document, first, second)


def _contradicts(first: InForce, second: InForce, signed: tuple[int, int, int] | None) -> bool:
    """Whether two days differ; the day of issue is that of the signature, and unknown to a notice without one."""
    if first.day == second.day:
        return False
    if first.day and second.day:
        return True
    return first.subject == second.subject if signed is None else signed not in (first.day, second.day)


def _hit(document: Document, first: InForce, second: InForce) -> Hit:
    values = {"found": document.slice(second.when), "other": document.slice(first.when)}
    return Hit(second.when, values, (Place(first.when),))


def _pairs(document: Document) -> Iterator[tuple[InForce, InForce]]:
    """The statements on one thing: of a part on itself, and of a notice on the one text that it issues."""
    own = [own_days(document, part) for part in document.parts]
    for statements in own:
        for index, second in enumerate(statements):
            first = next((one for one in statements[:index] if one.subject == second.subject), None)
            if first is not None:
                yield first, second
    issued = next(iter(issued_days(document, document.parts[0])), None) if document.parts else None
    if issued is None:
        return
    regulations = [days[0] for days in own if days and days[0].when.start > issued.when.start]
    subjects = [regulation.subject for regulation in regulations]
    if len(subjects) == 1 and subjects[0] not in _ISSUING and (issued.subject or subjects[0]).endswith(subjects[0]):
        yield issued, regulations[0]
