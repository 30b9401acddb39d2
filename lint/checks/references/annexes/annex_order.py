"""Whether the numbers of annexes count up without gap or repetition."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annex_pairs import is_misnumbered
from lint.analysis.citations.annexes import annexes_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.edit import Edit


class AnnexOrder(Check, frozen=True):
    """A list whose numbers are wrong, unless it is an entry that is missing: that is told where it is cited."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})
    related_values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each list, at its first wrong number."""
        for annexes in annexes_of(document):
            if not is_misnumbered(annexes):
                continue
            wrong = [
                (entry, number) for number, entry in enumerate(annexes.entries, 1) if entry.number not in (None, number)
            ]
            if not wrong:
                continue
            numerals = [entry.numeral for entry, _ in wrong if entry.numeral is not None]  # a list of Markdown has none
            first, _ = wrong[0]
            yield Hit(
                first.place,
                {
                    "found": "、".join(str(entry.number) for entry in annexes.entries),
                    "expected": "、".join(str(number) for number, _ in enumerate(annexes.entries, 1)),
                },
                tuple(
                    Place(entry.place, {"found": str(entry.number), "expected": str(number)})
                    for entry, number in wrong[1:]
                ),
                tuple(Edit(numeral, str(number)) for numeral, (_, number) in zip(numerals, wrong, strict=True))
                if len(numerals) == len(wrong)
                else (),
            )
