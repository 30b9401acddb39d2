"""Text of a draft in what people and programs read: what would move the cursor or turn the line becomes a sign.

Every output passes through one of these: ``line`` begins with a path, ``printable`` stands inside a line, ``visible``
is for formats with escapes of their own for newlines. JSON has ``lint.text.jsontext``.
"""

import re

from lint.text.patterns.lazy import lazy
from lint.text.source import Position, Source

TAB = 8
SIGNED = (
    r"\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f"
)
"""What no output holds besides C0, as the inside of a set in a pattern: DEL and C1, the marks that turn or join text,
the separators of lines that are no newlines, what takes no room, lone surrogates."""

_INVISIBLE = lazy(rf"[\x00-\x1f{SIGNED}]")
_BUT_SPACE = lazy(rf"[\x00-\x08\x0b\x0c\x0e-\x1f{SIGNED}]")
_COMMAND = "::"


def printable(text: str) -> str:
    """Text without control, bidirectional and invisible characters; each becomes a visible sign."""
    return text if text.isprintable() else _INVISIBLE.sub(_sign, text)


def visible(text: str) -> str:
    """The same, but tabs, line feeds and carriage returns stay."""
    return _BUT_SPACE.sub(_sign, text)


def line(text: str) -> str:
    """A printable line that begins with a path, which no server takes for a command of its own (``::error …``)."""
    shown = printable(text)
    return f"./{shown}" if shown.lstrip().startswith(_COMMAND) else shown


def width(text: str) -> int:
    """Columns that printable text takes on a terminal, wide characters counting two."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415 - slow to load, and only excerpts need it

    return max(0, wcswidth(text))


def padded(text: str, columns: int) -> str:
    """Printable text filled up with spaces to a width in columns."""
    shown = printable(text)
    return shown + " " * max(0, columns - width(shown))


def display_position(source: Source, offset: int) -> Position:
    """Line and column as an editor counts screen columns: wide characters two, tabs to stops of eight."""
    position = source.position(offset)
    column = 0
    for number, piece in enumerate(source.text[offset - position.column + 1 : offset].split("\t")):
        if number:
            column += TAB - column % TAB
        column += width(printable(piece))
    return Position(position.line, column + 1)


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
