"""Whether a figure told again with another scale is the same: no 2.36亿元（2360万元）."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.quantities.quantity import last_digit, scaled
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.patterns.fragments import FIGURE, GROUPED, LETTER
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NUMBER = f"{GROUPED}|{FIGURE}"
_AGAIN = lazy(
    rf"(?<![0-9.,．，—～~－–至到-])(?P<number>{_NUMBER})(?P<scale>[万亿])(?P<unit>{LETTER}{{1,3}}?)"
    rf"[（(](?:即|合|折合|折|也就是)?(?P<again>(?P<other>{_NUMBER})(?P<other_scale>[万亿]?))(?P=unit)[）)]"
)
_SCALES = frozenset("万亿")


class ScaledAgain(Check, frozen=True):
    """Figures in brackets of the unit before them, in another scale, that are another amount by more than rounding."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "figure"})

    def signs(self) -> tuple[str, ...]:
        """The scales."""
        return tuple(sorted(_SCALES))

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such figure, related to the one before it."""
        for match in _AGAIN.finditer(document.typed):
            if match["scale"] == match["other_scale"] or document.is_quoted(match.start()):
                continue
            told = [(match["number"], match["scale"]), (match["other"], match["other_scale"])]
            one, other = (scaled(number, scale) for number, scale in told)
            if abs(one - other) >= max(last_digit(number, scale) for number, scale in told):
                figure = Span(match.start("number"), match.end("unit"))
                again = Span(*match.span("again"))
                values = {"found": document.slice(again), "figure": document.slice(figure)}
                yield Hit(again, values, (Place(figure),))
