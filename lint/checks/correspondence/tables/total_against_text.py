"""Whether a total of a table (合计) is the one that the text tells, where that differs in a digit."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.quantities.quantity import shown
from lint.analysis.tables.cited_totals import cited_totals
from lint.analysis.tables.told_totals import TotalWords, told_totals
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.formats.blocks import MASK


class TotalAgainstText(Check, frozen=True):
    """Figures of the text that differ from a table's total in a digit, or in the order of two.

    The text must name what the table adds up, or cite it by its name, and tell its total nowhere. ``times`` tell one
    figure from another of the same matter (预算, 决算). ``saying_nothing`` in the title or a head of the table need not
    stand in the text, and what shares only ``general`` words is no matter of the table.
    """

    times: tuple[str, ...] = ()
    saying_nothing: tuple[str, ...] = ()
    general: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"text", "total", "row", "column"})

    def signs(self) -> tuple[str, ...]:
        """What stands for the cells of a table."""
        return (MASK,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such figure, related to the total."""
        words = TotalWords(self.times, self.saying_nothing, frozenset(self.general))
        found = {one.told: one for one in (*cited_totals(document), *told_totals(document, words))}
        for span in sorted(found):
            one = found[span]
            values = {
                "text": document.slice(span),
                "total": shown(one.total, one.scale) + one.unit,
                "row": one.row,
                "column": one.column,
            }
            yield Hit(span, values, (Place(one.cell),))
