"""Whether the parts of a total come to more: 27条，其中班子提出11条，基层提出9条，服务对象提出8条."""

from collections.abc import Iterator, Sequence

from lint.analysis.counts.quantities.quantity import Share
from lint.analysis.counts.totals.opposites import exclude_each_other
from lint.analysis.counts.totals.part_words import PartWords
from lint.analysis.counts.totals.shares import are_alike, are_grades, overlap
from lint.analysis.counts.totals.stated import Statement
from lint.analysis.counts.totals.statements import statements
from lint.analysis.counts.totals.sums import excess, is_borne_out, sum_of
from lint.checks.base import Hit
from lint.checks.shared.totals import SLIP, PartsCheck, hit
from lint.document.tree import Document


class PartsAboveTotal(PartsCheck, frozen=True):
    """Totals whose parts come to more than they say, which is a slip wherever the parts exclude each other.

    Parts of which some name a quality (党员56人) and others none or another one may overlap; so may parts of unlike
    names that exceed the total by far. Rounded figures may differ by their last place.
    """

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such total."""
        words = self.words
        for statement in document.clock.watched(statements(document, words)):
            listed = _exceeding(statement, words)
            if listed:
                yield hit(document, statement, listed)


def _exceeding(statement: Statement, words: PartWords) -> Sequence[Share]:
    """The parts that exceed a total; none where a reading of the list bears it out."""
    lists = [shares for shares in statement.lists if len(shares) > 1]
    if is_borne_out(statement) or _goes_on(statement):
        return []
    exceeding = (shares for shares in lists if excess(statement, shares) > 0)
    return next((shares for shares in exceeding if _exclude(statement, shares, words)), [])


def _goes_on(statement: Statement) -> bool:
    """Whether the parts end at another mark within the total: 存款400亿元，其中住户300亿元、单位80亿元，贷款320亿元."""
    first = statement.lists[0]
    return len(statement.lists) > 1 and len(first) > 1 and first[0].link == "、" and excess(statement, first) <= 0


def _exclude(statement: Statement, shares: Sequence[Share], words: PartWords) -> bool:
    """Whether parts that exceed a total exclude each other, so that one of the figures is wrong."""
    if statement.is_exhaustive or are_grades(shares) or exclude_each_other(shares):
        return True
    slip = 100 * sum_of(shares) <= (100 + SLIP) * statement.total.value
    told_in_turn = slip and len(shares) > 2 and shares[0].link == "、"
    if overlap(shares, words) and not told_in_turn:
        return False
    if not words.tells_result(shares[0].label) and any(words.tells_result(one.label) for one in shares[1:]):
        return False
    likely = shares[0].link == "、" or (len(shares) > 2 and "元" in shares[0].quantity.unit)
    return are_alike(shares, words) or (slip and likely)
