"""Whether a table has as many numbered rows as the text, its caption and the heads of its groups say."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.tables.row_claims import row_claims
from lint.analysis.tables.row_words import RowWords
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.slips import may_be_slip
from lint.document.tree import Document
from lint.formats.blocks import MASK


class RowCount(Check, frozen=True):
    """Numbers told of a table's rows: in brackets behind its caption or the head of a group, or where a text cites it.

    Nothing is said where a number is far off, or where something else in the table is as many. A text without a
    citation counts the rows of a table whose title ends in one of ``lists``, by one of the ``things`` that the title
    names, behind one of ``cues``; in brackets behind a title any of the ``general`` nouns may count them. ``inexact``
    words before a number make it a bound or what others hand in, ``some`` say that a number or a table is of some of
    the things, ``stages`` that a number is of those that are done or to be done.
    """

    lists: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    inexact: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})

    def signs(self) -> tuple[str, ...]:
        """What stands for the cells of a table."""
        return (MASK,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that the rows do not bear out."""
        words = RowWords(self.lists, self.things, self.general, self.cues, self.inexact, self.some, self.stages)
        claims = {claim.place: claim for claim in row_claims(document, words)}
        for place in sorted(claims):
            claim = claims[place]
            if may_be_slip(claim.number, claim.counted):
                values = {"announced": str(claim.number), "counted": str(claim.counted), "text": claim.text}
                yield Hit(claim.place, values, (Place(claim.first), Place(claim.last)))
