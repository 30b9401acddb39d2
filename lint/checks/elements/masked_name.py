"""Whether one name of a list is masked where all others are whole: 张×× among persons commended."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_MASK = "[×✕╳＿○某]"
_HAN = r"(?!某)[\u4e00-\u9fff]"
_NAME = rf"(?:{_HAN}){{1,2}}{_MASK}{{1,2}}|(?:{_HAN}){{2,4}}"
_LINE = lazy(rf"[ \u3000]*(?:\d{{1,2}}[.．、][ \u3000]?)?(?P<name>{_NAME})[ \u3000]{{1,8}}[^\s：:][^\n：:]{{2,40}}$")
_ROW = lazy(
    rf"[ \u3000]*(?:[^\n：:。]{{0,20}}[：:])?(?P<names>(?:(?:{_NAME})[、 \u3000]+){{4,}}(?:{_NAME}))[。；]?[ \u3000]*$"
)
_ONE = lazy(_NAME)
_MASKED = lazy(_MASK)
_FEWEST = 5  # names of a list, of which one may be masked
_ABOVE = 120  # characters above a list that say what it is of


class MaskedName(Check, frozen=True):
    """The only masked name of five or more in lines, or in a row; not below words (``hidden``) of persons kept back."""

    hidden: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such name."""
        if not _MASKED.search(document.text):
            return
        lines: list[Span] = []
        for block in document.clock.watched(document.reading.blocks):
            line = _LINE.match(document.text, block.start, block.end) if block.kind in PROSE else None
            if line:
                lines.append(Span(*line.span("name")))
                continue
            yield from self._masked(document, lines)
            lines = []
            row = _ROW.match(document.text, block.start, block.end) if block.kind in PROSE else None
            if row:
                yield from self._masked(document, _names(row))
        yield from self._masked(document, lines)

    def _masked(self, document: Document, names: Sequence[Span]) -> Iterator[Hit]:
        masked = [name for name in names if _MASKED.search(document.text, *name)]
        if len(names) < _FEWEST or len(masked) != 1:
            return
        part = document.part_at(names[0].start)
        title = document.slice(part.title) if part and part.title else ""
        above = document.text[max(0, names[0].start - _ABOVE) : names[0].start]
        if not any(word in title + above for word in self.hidden):
            yield Hit(masked[0], {"found": document.slice(masked[0])})


def _names(row: re.Match[str]) -> list[Span]:
    start = row.start("names")
    return [Span(start + one.start(), start + one.end()) for one in _ONE.finditer(row["names"])]
