"""Pairs of marks that were meant for a pair and typed wrongly: ”…“, “…“, 〔2023]."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lint.analysis.marks.pairs import PairedMark

NEAR = 24
"""Characters between a mark and its like that was meant to be its other half."""
_SEVERAL = 3  # pairs of one mark twice that are a habit


def reversed_pairs(lonely: Sequence[PairedMark]) -> Iterator[tuple[PairedMark, PairedMark]]:
    """Pairs of a closing and an opening mark, both alone in one paragraph, in the wrong order."""
    for first, second in pairwise(lonely):
        if not first.opens and second.opens and (first.block, first.kind) == (second.block, second.kind):
            yield first, second


def twins(lonely: Sequence[PairedMark]) -> Iterator[tuple[PairedMark, PairedMark]]:
    """Neighbours in one paragraph that were meant for a pair, “一岗双责“ and 〔2023]: one slip."""
    second = None
    for one, other in pairwise(lonely):
        typed_twice = (one.opens, one.kind) == (other.opens, other.kind)
        mismatched = one.opens and not other.opens and one.kind != other.kind
        if (
            one is not second
            and one.block == other.block
            and (typed_twice or mismatched)
            and other.place - one.place <= NEAR
        ):
            second = other
            yield one, other


def habitual(pairs: Iterable[tuple[PairedMark, PairedMark]]) -> list[tuple[PairedMark, PairedMark]]:
    """The pairs typed with one mark twice, ’大话’, where that is no slip: a draft has several with this mark."""
    alike = [(one, other) for one, other in pairs if (one.opens, one.kind) == (other.opens, other.kind)]
    counts = Counter((one.opens, one.kind) for one, _ in alike)
    return [pair for pair in alike if counts[pair[0].opens, pair[0].kind] >= _SEVERAL]
