"""Whether a table has as many numbered rows as the text, its caption and the heads of its groups say."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.tables.row_claims import row_claims
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.slips import may_be_slip
from lint.document.tree import Document
from lint.formats.blocks import MASK


class RowCount(Check, frozen=True):
    """Numbers told of a table's rows: in brackets behind its caption or the head of a group, or where a text cites it.

    Nothing is said where a number is far off, or where something else in the table is as many.
    """

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})

    def signs(self) -> tuple[str, ...]:
        """What stands for the cells of a table."""
        return (MASK,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that the rows do not bear out."""
        claims = {claim.place: claim for claim in row_claims(document)}
        for place in sorted(claims):
            claim = claims[place]
            if may_be_slip(claim.number, claim.counted):
                values = {"announced": str(claim.number), "counted": str(claim.counted), "text": claim.text}
                yield Hit(claim.place, values, (Place(claim.first), Place(claim.last)))
