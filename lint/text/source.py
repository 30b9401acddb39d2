"""The decoded draft: bytes become one string, and every place is an offset into it."""

import codecs
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

Unit = Literal["char", "byte", "utf16"]

_NEWLINE = r"\r\n|\r|\n"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people count it: line and column from 1."""

    line: int
    column: int


class DecodeError(ValueError):
    """The bytes of a draft are no text that the linter reads; ``reason`` names the cause where it has a name."""

    reason: str = ""


class Source:
    """A draft's text with what is needed to find lines and columns and to write it back.

    ``text`` keeps the newlines of the file; ``encoding`` and ``bom`` say how it was stored.
    """

    def __init__(self, path: str, text: str, encoding: str = "utf-8", bom: bytes = b"") -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.bom = bom

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """Offset at which each line begins; four bytes each, for a draft may be nothing but newlines."""
        starts = array("I", [0])
        if "\r" in self.text:
            starts.extend(match.end() for match in re.finditer(_NEWLINE, self.text))
            return starts
        start = 0
        while start := self.text.find("\n", start) + 1:
            starts.append(start)
        return starts

    def line(self, number: int) -> str:
        """Text of a line, counted from 1, without its newline."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def position(self, offset: int, unit: Unit = "char") -> Position:
        """Line and column of an offset; the column in code points, UTF-8 bytes or UTF-16 units."""
        line = bisect_right(self.line_starts, offset)
        start = self.line_starts[line - 1]
        before = offset - start if unit == "char" else _length(self.text[start:offset], unit)
        return Position(line, before + 1)

    def offset(self, position: Position, unit: Unit = "char") -> int:
        """Offset of a line and column; a column past the end of its line is the line's end."""
        start = self.line_starts[position.line - 1]
        line = self.line(position.line)
        if unit == "char":
            return start + min(position.column - 1, len(line))
        width = 0
        for index, char in enumerate(line):
            if width >= position.column - 1:
                return start + index
            width += _length(char, unit)
        return start + len(line)

    def can_change(self, span: Span, text: str) -> bool:
        """Whether a span can be replaced by a text in the file."""
        return True

    def changed(self, text: str, changes: Iterable[tuple[Span, str]]) -> "Source":
        """The draft with changes that lead to a text."""
        return Source(self.path, text, self.encoding, self.bom)

    def encode(self, text: str) -> bytes:
        """Bytes of a changed text in the encoding of the file, with its byte order mark."""
        return self.bom + text.encode(self.encoding)


def decode(data: bytes, path: str = "<string>") -> Source:
    """Decode a draft: UTF-8 or UTF-16 with a byte order mark, UTF-8, else GB18030.

    Raises DecodeError for binary data and for text in no encoding of this list.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_as(data[len(bom) :], encoding, bom, path)
    if b"\0" in data:
        raise DecodeError("binary data (it holds NUL bytes), expected text")
    try:
        return Source(path, data.decode("utf-8"))
    except UnicodeDecodeError as utf8:
        try:
            source = Source(path, data.decode("gb18030"), "gb18030")
        except UnicodeDecodeError:
            raise DecodeError(f"neither UTF-8 (byte {utf8.start}) nor GB18030, expected Chinese text") from None
        if not _reads_as_text(source.text):
            raise DecodeError(
                f"neither UTF-8 (byte {utf8.start}) nor readable GB18030, expected Chinese text"
            ) from None
        return source


def _decode_as(data: bytes, encoding: str, bom: bytes, path: str) -> Source:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DecodeError(f"invalid {encoding} at byte {error.start + len(bom)}") from None
    if "\0" in text:
        raise DecodeError("binary data (it holds NUL characters), expected text")
    return Source(path, text, encoding, bom)


def _reads_as_text(text: str) -> bool:
    """Whether decoded GB18030 looks like writing: no control or private characters to speak of."""
    strange = sum(1 for char in text if (char < " " and char not in "\t\r\n\f") or "\ue000" <= char <= "\uf8ff")
    return strange * 50 <= len(text)


def _length(text: str, unit: Unit) -> int:
    if unit == "char":
        return len(text)
    if unit == "byte":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
