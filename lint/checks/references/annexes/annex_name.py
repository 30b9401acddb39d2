"""Whether an annex has the name that the list gives it."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annex_pairs import agrees, pair, paired_annexes
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document

_TITLE_NOT = "：:。；，|"


class AnnexName(Check, frozen=True):
    """Annexes with another title than their entry names."""

    values: ClassVar[frozenset[str]] = frozenset({"name", "number", "found", "expected"})
    related_values: ClassVar[frozenset[str]] = frozenset({"name", "number"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the title of each such annex."""
        for annexes in paired_annexes(document):
            for entry, number, body in pair(document, annexes).pairs:
                if body.title is None or agrees(document, entry, body):
                    continue
                title = document.slice(body.title).replace("\n", "")
                if not any(char in _TITLE_NOT for char in title):
                    values = {"name": document.slice(entry.name), "number": str(number), "found": title}
                    yield Hit(body.title, values | {"expected": values["name"]}, (Place(entry.name, values),))
