"""Whether the table of contents and the headings say the same."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.analysis.contents import contents_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document


class ContentsMatch(Check, frozen=True):
    """Entries that differ from their heading, entries without heading, headings without entry."""

    report: Literal["differs", "absent", "not_listed"]

    values: ClassVar[frozenset[str]] = frozenset({"found", "heading"})
    related_values: ClassVar[frozenset[str]] = frozenset({"heading"})

    def signs(self) -> tuple[str, ...]:
        """What the heading of a table of contents holds."""
        return ("目",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such entry or heading."""
        contents = contents_of(document)
        if contents is None:
            return
        if self.report == "differs":
            for entry, heading in contents.pairs:
                if entry.words != heading.words or entry.number not in (None, heading.number):
                    values = {"found": document.slice(entry.span), "heading": document.slice(heading.span)}
                    yield Hit(entry.span, values, (Place(heading.span),))
        else:
            for line in contents.entries if self.report == "absent" else contents.headings:
                found = document.slice(line.span)
                yield Hit(line.span, {"found": found, "heading": found})
