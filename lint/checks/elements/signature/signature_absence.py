"""Whether a date of signature (成文日期) stands below the name of an office (署名)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import lines
from lint.checks.base import Check, Hit
from lint.document.annex_head import WORD
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy

_STOP = lazy(rf"[。！？]|[：；]$|^{WORD}")
"""A sentence, or the list of annexes: what no office is called."""


class SignatureAbsence(Check, frozen=True):
    """Texts with recipients and a date below them, and no signature above the date."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """What an addressed text has."""
        return (("recipients",), ("date",))

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the date of each such text."""
        for part in document.parts:
            if part.kind != "annex" and part.recipients and part.date and not part.signature:
                above = [line for line in lines(document, part) if line.end <= part.date.start]
                if above and _STOP.search(document.slice(above[-1])):
                    yield Hit(part.date, {"found": document.slice(part.date)})
