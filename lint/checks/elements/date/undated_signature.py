"""Whether a date stands below the office that signs a plan or a review."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.signers import offices_in
from lint.analysis.paragraphs import lines
from lint.checks.base import Check, Hit
from lint.checks.shared.date_lines import has_date, is_below
from lint.document.annex_head import WORD
from lint.document.tree import Document, Part
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_ENDS = lazy(rf"[。！？；…”）)]$|^{WORD}|^[\s\u3000]*\d+[.．]")
"""The end of a text, or its list of annexes: what stands above a signature."""
_SHORTEST = 4  # lines of a text that is signed


class UndatedSignature(Check, frozen=True):
    """Main texts that end in the name of an office, as one of ``offices`` says, and bear no date at all.

    Where other lines below the first item are names of offices too, they say who does what. A date may stand above or
    below the title, beside the name, in the imprint, or below another text of the draft.
    """

    offices: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the name of each such office."""
        main = document.whole.main
        if main not in document.parts or any(part.date for part in document.whole.parts):
            return
        every = lines(document, main, PROSE)
        own = [line for line in every if not is_below(document.slice(line))]
        if len(own) < _SHORTEST or any(has_date(document, line) for line in _apart(main, every, own[-2:])):
            return
        signed = self._is_office(document.slice(own[-1])) and _ENDS.search(document.slice(own[-2]))
        first = next((item.span.start for item in main.items if not item.inline), own[-1].start)
        if signed and not any(line.start > first and self._is_office(document.slice(line)) for line in own[:-1]):
            yield Hit(own[-1], {"found": document.slice(own[-1])})

    def _is_office(self, line: str) -> bool:
        names = offices_in(line)
        return bool(names) and all(name.endswith(self.offices) for name in names)


def _apart(main: Part, every: list[Span], ending: list[Span]) -> Iterator[Span]:
    """The lines that a date may stand in: those before the first item, that above the signature and all from there."""
    first = next((item.span.start for item in main.items if not item.inline), main.span.end)
    yield from (line for line in every if line.start < first or line.start >= ending[0].start)
