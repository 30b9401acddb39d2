"""Whether the list of annexes and the annexes that follow are the same."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.analysis.annex_pairs import agrees, pair
from lint.analysis.annexes import Annexes, annexes_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.edit import Edit

_TITLE_NOT = "：:。；，|"


class AnnexMatch(Check, frozen=True):
    """Entries that have no body, bodies that no entry names, another number, another name.

    Where no body follows at all, the annexes are files of their own, and nothing is said.
    """

    report: Literal["without_body", "not_listed", "number", "name"]

    values: ClassVar[frozenset[str]] = frozenset({"name", "number", "found", "expected"})
    related_values: ClassVar[frozenset[str]] = frozenset({"name", "number"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each entry or body that has no proper partner."""
        for annexes in annexes_of(document):
            if annexes.entries and annexes.bodies:
                yield from self._hits(document, annexes)

    def _hits(self, document: Document, annexes: Annexes) -> Iterator[Hit]:
        pairing = pair(document, annexes)
        if self.report == "without_body":
            for entry, number in pairing.entries:
                values = {"name": document.slice(entry.name), "number": str(number)}
                yield Hit(entry.name, values, (Place(annexes.bodies[-1].head, values),))
        elif self.report == "not_listed":
            for body in pairing.bodies:
                head = document.slice(body.head)
                name = document.slice(body.title) if body.title else head
                yield Hit(body.head, {"name": name, "number": str(body.number or ""), "found": head})
        elif self.report == "number":
            yield from _other_numbers(document, annexes)
        else:
            yield from _other_names(document, annexes)


def _other_numbers(document: Document, annexes: Annexes) -> Iterator[Hit]:
    for entry, number, body in pair(document, annexes).pairs:
        several = len(annexes.entries) > 1
        if body.number == number or (body.number is None and not several) or (body.number == 1 and not several):
            continue
        found = document.slice(body.head)
        expected = f"附件{number}" if several else "附件"
        values = {"name": document.slice(entry.name), "number": str(number), "found": found, "expected": expected}
        yield Hit(body.head, values, (Place(entry.place, values),), (Edit(body.head, expected),))


def _other_names(document: Document, annexes: Annexes) -> Iterator[Hit]:
    for entry, number, body in pair(document, annexes).pairs:
        if body.title is None or agrees(document, entry, body):
            continue
        title = document.slice(body.title).replace("\n", "")
        if not any(char in _TITLE_NOT for char in title):
            values = {"name": document.slice(entry.name), "number": str(number), "found": title}
            yield Hit(body.title, values | {"expected": values["name"]}, (Place(entry.name, values),))
