"""Whether the names in a list of annexes end without a mark (GB/T 9704-2012, 7.3.4)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annexes import annexes_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.source import Span


class AnnexNameMark(Check, frozen=True):
    """Names of annexes that end in a full stop, a comma or a semicolon."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected", "name"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such mark."""
        for entry in (entry for annexes in annexes_of(document) for entry in annexes.entries):
            end = entry.name.end
            mark = document.text[end : end + 1]
            if mark and mark in "。；;，," and entry.name.end > entry.name.start:
                name = document.slice(entry.name).rstrip()
                yield Hit(
                    Span(end, end + 1),
                    {"found": mark, "expected": name, "name": name},
                    edits=(Edit(Span(entry.name.start + len(name), end + 1), ""),),
                    certain=mark in "；;",  # else it may end a sentence, or a name may go on
                )
