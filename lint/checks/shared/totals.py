"""What the checks of totals and their parts tell: 27条，其中班子提出11条，基层提出9条，服务对象提出8条."""

from collections.abc import Sequence
from typing import ClassVar

from lint.analysis.counts.quantities.quantity import Share, shown
from lint.analysis.counts.totals.part_words import PartWords
from lint.analysis.counts.totals.stated import Statement
from lint.analysis.counts.totals.sums import sum_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.source import Span

SLIP = 10
"""Per cent of the total that a slip comes to; more than that, and the parts may overlap."""
_UNIT = 3  # characters of a unit with its noun, as messages show it


class PartsCheck(Check, frozen=True, kw_only=True):
    """A check of totals and their parts.

    Parts that hold a word of ``finished`` or ``status`` are told by how far they are, those of ``under_way`` are not
    done yet. Behind a text that tells ``matters`` (问题, 任务) in number, ``put_right`` tells how many of these were;
    parts with a ``narrower`` word are of some of them. What has words of two groups of ``qualities``, or a quality
    that others lack, may be among these others, too; ``works`` are such a quality of things, not of sums. ``results``
    tell how a number grew or what came of it.
    """

    finished: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    under_way: tuple[str, ...] = ()
    put_right: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    qualities: tuple[tuple[str, ...], ...] = ()
    works: tuple[str, ...] = ()
    results: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"total", "sum", "text"})

    @property
    def words(self) -> PartWords:
        """The vocabulary as the reading of totals takes it."""
        return PartWords(
            finished=self.finished,
            status=self.status,
            under_way=self.under_way,
            put_right=self.put_right,
            narrower=self.narrower,
            matters=self.matters,
            qualities=self.qualities,
            works=self.works,
            results=self.results,
        )


def hit(document: Document, statement: Statement, shares: Sequence[Share]) -> Hit:
    """The hit at a total with the parts that it does not hold."""
    total = statement.total
    unit = total.unit if len(total.unit) <= _UNIT else _common(shares[0].quantity.unit, total.unit)
    first, last = shares[0].quantity, shares[-1].quantity
    end = total.start + len(total.written) + len(unit)
    start = total.start if statement.is_apart else min(total.start, first.start)
    span = Span(start, max(0 if statement.is_apart else last.end, end))
    values = {
        "total": f"{total.written}{unit}",
        "sum": f"{shown(sum_of(shares), total.scale)}{unit}",
        "text": document.slice(span),
    }
    return Hit(span, values)


def _common(one: str, other: str) -> str:
    """The shorter of two units of which one begins with the other."""
    return min(one, other, key=len)
