"""Whether the names of those to whom a text is copied (抄送) end in a full stop."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.copies import copies_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.source import Span


class CopiesEnd(Check, frozen=True):
    """Lists of copies that end in another mark than a full stop, or in none."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of 抄送."""
        return ("抄",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the end of each such list."""
        for copies in copies_of(document):
            names = document.slice(copies.names)
            plain = names.rstrip("，、；,;. ")
            if plain and not names.endswith("。"):
                place = Span(copies.names.start + len(plain), copies.names.end)
                last = Span(place.start - 1, place.end)
                yield Hit(last, {"found": plain}, edits=(Edit(place, "。"),))
