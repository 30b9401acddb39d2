"""Whether the annexes that a text cites are in the list of its annexes."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annex_pairs import listed_numbers
from lint.analysis.citations.annexes import Annexes, annexes_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class AnnexCitation(Check, frozen=True):
    """Numbers that are cited but neither listed nor present."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "listed"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first citation of each such number."""
        for annexes in annexes_of(document):
            if annexes.citations and (annexes.entries or annexes.bodies):
                yield from _not_listed(annexes)


def _not_listed(annexes: Annexes) -> Iterator[Hit]:
    listed = listed_numbers(annexes) if annexes.entries else [body.number or 1 for body in annexes.bodies]
    known = set(listed) | {entry.number for entry in annexes.entries}
    known |= {body.number for body in annexes.bodies}
    absent = sorted({number for citation in annexes.citations for number in citation.numbers} - known)
    for number in absent:
        first, *others = (citation for citation in annexes.citations if number in citation.numbers)
        places = [entry.place for entry in annexes.entries] or [body.head for body in annexes.bodies]
        yield Hit(
            first.span,
            {"found": f"附件{number}", "listed": "附件" + "、".join(str(value) for value in sorted(set(listed)))},
            (*(Place(citation.span) for citation in others), Place(places[-1])),
        )
