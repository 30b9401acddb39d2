"""What the checks of totals and their parts tell: 27条，其中班子提出11条，基层提出9条，服务对象提出8条."""

from collections.abc import Sequence

from lint.analysis.counts.quantities.quantity import Share, shown
from lint.analysis.counts.totals.stated import Statement
from lint.analysis.counts.totals.sums import sum_of
from lint.checks.base import Hit
from lint.document.tree import Document
from lint.text.source import Span

VALUES = frozenset({"total", "sum", "text"})
SLIP = 10
"""Per cent of the total that a slip comes to; more than that, and the parts may overlap."""
_UNIT = 3  # characters of a unit with its noun, as messages show it


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
