"""Whether figures and tables are numbered without gap or repetition."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from lint.analysis.citations.captions import CaptionLabel, captions, citations
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.edit import Edit


class CaptionOrder(Check, frozen=True):
    """One hit for each run of captions, at the first wrong one; 表1-1 counts anew in each chapter.

    An annex may go on with the numbers of the text or begin anew. A single caption is no run. ``repeated`` says whether
    the runs meant are those whose first wrong number stands before it, or the others.
    """

    repeated: bool = False

    values: ClassVar[frozenset[str]] = frozenset({"kind", "found", "expected", "caption"})
    related_values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """What captions begin with."""
        return ("图", "表")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each run that does not count up."""
        known = sorted(captions(document), key=lambda one: (one[1].kind, one[1].chapter))
        hits: list[Hit] = []
        for _, group in groupby(known, key=lambda one: (one[1].kind, one[1].chapter)):
            before = 0
            for _, part in groupby(group, key=lambda one: one[0]):
                labels = [label for _, label in part]
                base = before if labels[0].number == before + 1 else 0
                hits += self._broken(document, labels, base)
                before = labels[-1].number
        yield from sorted(hits, key=lambda hit: hit.span)

    def _broken(self, document: Document, labels: Sequence[CaptionLabel], base: int) -> Iterator[Hit]:
        wrong = [index for index, label in enumerate(labels) if label.number != base + index + 1]
        if len(labels) < 2 or not wrong:
            return
        if self.repeated == (labels[wrong[0]].number in {label.number for label in labels[: wrong[0]]}):
            yield _hit(document, labels, base, wrong)


def _hit(document: Document, labels: Sequence[CaptionLabel], base: int, wrong: Sequence[int]) -> Hit:
    first = labels[wrong[0]]
    numbers = [label.number for label in labels]
    absent = set(range(1, max(numbers))) - set(numbers)
    cited = [one for one in citations(document) if one.kind == first.kind and one.chapter == first.chapter]
    related = [
        Place(labels[index].span, {"found": str(labels[index].number), "expected": str(base + index + 1)})
        for index in wrong[1:]
    ]
    related += [
        Place(one.span, {"found": str(one.number), "expected": str(one.number)})
        for one in cited
        if one.number in absent
    ]
    prefix = f"{first.chapter}-" if first.chapter else ""
    return Hit(
        first.span,
        {
            "kind": first.kind,
            "caption": document.slice(first.span),
            "found": "、".join(f"{first.kind}{prefix}{number}" for number in numbers),
            "expected": "、".join(f"{first.kind}{prefix}{base + index + 1}" for index in range(len(numbers))),
        },
        tuple(related),
        tuple(
            Edit(labels[index].numeral, str(base + index + 1))
            for index in wrong
            if document.slice(labels[index].numeral).isdecimal()
        ),
    )
