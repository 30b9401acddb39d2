"""Whether the date of signature (成文日期) has its year: no 12月26日 below the name of the office."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import YEARLESS
from lint.analysis.elements.signers import offices_in
from lint.analysis.paragraphs import lines
from lint.checks.base import Check, Hit
from lint.document.imprint import NOTE, is_imprint
from lint.document.tree import Document, Part
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_SIGNED = lazy(r"^[\u4e00-\u9fff]{1,6}人(?:（[^（）]*）)?[：:]\s*[\u4e00-\u9fff·\s\u3000]{2,8}$")
"""A person's signature: 述职人：李明."""
_SHORTEST = 4  # lines of a text that is signed: title, text, office, date


class YearlessDate(Check, frozen=True):
    """Dates without a year at the end of a text that is addressed, or right below a signature.

    ``offices`` are the words that the name of an office ends in.
    """

    offices: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """The sign of a date."""
        return ("月",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such date."""
        for part in document.parts:
            own = [] if part.kind == "annex" or part.date else _own_lines(document, part)
            if len(own) < _SHORTEST or not YEARLESS.match(document.slice(own[-1])):
                continue
            if part.recipients or self._signs(document.slice(own[-2])):
                yield Hit(own[-1], {"found": document.slice(own[-1])})

    def _signs(self, line: str) -> bool:
        names = offices_in(line)
        return bool(_SIGNED.match(line) or (names and all(name.endswith(self.offices) for name in names)))


def _own_lines(document: Document, part: Part) -> list[Span]:
    """The lines of a part without the imprint and the notes at its end."""
    own = lines(document, part, PROSE)
    while own and (is_imprint(document.slice(own[-1])) or NOTE.match(document.slice(own[-1]))):
        own.pop()
    return own
