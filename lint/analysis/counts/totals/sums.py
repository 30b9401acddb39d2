"""What the parts of a total come to, beside what it says and what rounding makes of it."""

from collections.abc import Sequence
from itertools import accumulate, takewhile

from lint.analysis.counts.quantities.quantity import Quantity, Share
from lint.analysis.counts.totals.stated import Statement


def is_borne_out(statement: Statement) -> bool:
    """Whether the parts, as one may read them, add up to the total, to another quantity before them or to the first.

    64个村中，建成51个，正常运行33个，间歇开放12个，闲置6个: the first is a further total. Those behind parts that make
    up the total divide it in another way: 党员86人，其中预备党员3人、正式党员83人、流动党员12人.
    """
    totals = (statement.total, *statement.others)
    first, *rest = statement.lists[-1]
    if len(rest) > 1 and _differs(first.quantity, rest) == 0:
        return True
    if statement.is_precise:
        return any(excess(statement, shares) == 0 for shares in statement.lists)
    if _is_made_up_early(statement):
        return True
    return any(_differs(total, shares) == 0 for total in totals for shares in statement.lists)


def _is_made_up_early(statement: Statement) -> bool:
    """Whether the first parts, two or more and all exact, make up the total."""
    shares = statement.lists[-1]
    exact = takewhile(lambda share: share.quantity.exact, shares)
    return statement.total.value in [*accumulate(share.quantity.value for share in exact)][1:]


def sum_of(shares: Sequence[Share]) -> int:
    """What parts come to, in the units of their values."""
    return sum(share.quantity.value for share in shares)


def excess(statement: Statement, shares: Sequence[Share]) -> int:
    """By how much parts exceed the total of their statement, whose figures may be no rounded ones."""
    if statement.is_precise and all(one.exact for one in (statement.total, *(share.quantity for share in shares))):
        return sum_of(shares) - statement.total.value
    return _differs(statement.total, shares)


def _differs(total: Quantity, shares: Sequence[Share]) -> int:
    """By how much parts exceed their total, if by more than rounding makes; 0 where a figure is no exact one."""
    figures = [total, *(share.quantity for share in shares)]
    if not all(figure.exact for figure in figures):
        return 0
    differing = sum_of(shares) - total.value
    return differing if abs(differing) > _rounding(total, shares) else 0


def _rounding(total: Quantity, shares: Sequence[Share]) -> int:
    """What rounding may come to: half a last place of the total and some of the parts; counts and budgets have none."""
    last_places = {total.last_digit, *(share.quantity.last_digit for share in shares)}
    if max(last_places) == min(last_places) and ("." not in total.written or total.scale in ("", "万")):
        return 0
    if all("." not in figure.written for figure in (total, *(share.quantity for share in shares))):
        return 0
    some = 1 if len(shares) < 6 else 3
    return (total.last_digit + some * max(share.quantity.last_digit for share in shares)) // 2
