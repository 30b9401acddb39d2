"""Offsets of a draft as positions of the protocol, and back."""

from lsprotocol.types import Position, PositionEncodingKind, Range

from lint.text.source import Position as Place
from lint.text.source import Source, Span, Unit

_UNITS: dict[str, Unit] = {
    PositionEncodingKind.Utf8.value: "byte",
    PositionEncodingKind.Utf16.value: "utf16",
    PositionEncodingKind.Utf32.value: "char",
}


class Places:
    """The positions of one draft, in the units that client and server agreed on."""

    def __init__(self, source: Source, encoding: str = PositionEncodingKind.Utf16) -> None:
        self._source = source
        self._unit = _UNITS[PositionEncodingKind(encoding).value]

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line, column = self._source.position(offset, self._unit)
        return Position(line - 1, column - 1)

    def range(self, span: Span) -> Range:
        """The range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The offset of a position; past the end of a line or of the draft it is that end."""
        if position.line >= len(self._source.line_starts):
            return len(self._source.text)
        return self._source.offset(Place(position.line + 1, position.character + 1), self._unit)

    def span(self, found: Range) -> Span:
        """The span of a range."""
        return Span(self.offset(found.start), self.offset(found.end))
