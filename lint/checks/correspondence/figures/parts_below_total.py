"""Whether the parts of a total come to less: 27条，其中班子提出11条，基层提出9条，服务对象提出5条."""

from collections.abc import Iterator, Sequence

from lint.analysis.counts.quantities.quantity import Share
from lint.analysis.counts.totals.digit_slips import is_digit_slip
from lint.analysis.counts.totals.opposites import are_halves
from lint.analysis.counts.totals.part_words import PartWords
from lint.analysis.counts.totals.shares import are_alike, are_grades, overlap
from lint.analysis.counts.totals.stated import Statement
from lint.analysis.counts.totals.statements import statements
from lint.analysis.counts.totals.sums import excess, is_borne_out, sum_of
from lint.checks.base import Hit
from lint.checks.shared.totals import SLIP, PartsCheck, hit
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy

_FEW_MISSING = 5  # per cent of the total that two parts lack by a slip
_SOME = lazy("主要|重点|最多|最大|最高|就|仅|尤其|特别|包括")
_NEXT = {"、": "，；"}
"""Marks that end a list whose parts are joined by another."""


class PartsBelowTotal(PartsCheck, frozen=True):
    """Totals whose parts come to less than they say, where the parts look exhaustive: 其中 may name some parts only.

    Rounded figures may differ by their last place.
    """

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such total."""
        words = self.words
        for statement in document.clock.watched(statements(document, words)):
            listed = _falling_short(statement, words)
            if listed:
                yield hit(document, statement, listed)


def _falling_short(statement: Statement, words: PartWords) -> Sequence[Share]:
    """The parts of a list that looks exhaustive and falls short of its total."""
    if is_borne_out(statement):
        return []
    shares = statement.lists[-1] if statement.is_whole else statement.lists[0]
    ends = statement.is_whole or shares[-1].link in _NEXT.get(shares[0].link, "")
    if not ends or len(shares) < 2 or excess(statement, shares) >= 0:
        return []
    if statement.is_exhaustive or shares[-1].is_rest:
        return shares if 2 * sum_of(shares) > statement.total.value else []
    missing = 100 * (statement.total.value - sum_of(shares))
    if len(shares) > 2 and are_grades(shares):
        return shares if missing <= SLIP * statement.total.value else []
    if overlap(shares, words) or any(words.tells_result(one.label) for one in shares) or _SOME.match(shares[0].label):
        return []
    few = SLIP if len(shares) > 2 or are_halves(shares) else _FEW_MISSING
    named = are_alike(shares, words, 2) or are_halves(shares) or (len(shares) > 2 and "元" in shares[0].quantity.unit)
    told = named or (len(shares) > 2 and _may_have_slip(statement, shares))
    return shares if missing <= few * statement.total.value and told else []


def _may_have_slip(statement: Statement, shares: Sequence[Share]) -> bool:
    """Whether all parts are told, a digit of one figure being wrong: 14620户，其中4130户、10080户、310户."""
    told_apart = not any("等" in share.label for share in shares)
    return told_apart and is_digit_slip(statement.total.value, [share.quantity.value for share in shares])
