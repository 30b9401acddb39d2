"""Texts in an alphabet of one byte a character, in which a grammar of Chinese signs compiles in a fifth of the time.

Python spends a tenth of a millisecond on every set of characters beyond Latin-1, and the grammar of markers has eighty.
So the characters that a grammar tells apart are given places below U+0100, in its patterns and in the text alike; what
it does not tell apart shares a place by its class. A shape is as long as its text, so offsets hold in both.
"""

from collections.abc import Iterable
from functools import lru_cache

LETTER = "[\xa0-\xff]"
"""Any letter or numeral that is not ASCII."""
ENCLOSED = "\x9e"
"""Any of ① ⑴ ⒈ ㈠ and their like."""
ROMAN = "\x9d"
"""Any of Ⅰ to Ⅻ."""

_BLANK, _WIDE_BLANK, _OTHER_LETTER, _OTHER_SIGN = "\x1e", "\x1f", "\xff", "\x9f"
_LETTERS = range(0xA0, 0xFF)
_SIGNS = range(0x80, 0x9D)
_RANGES = (
    *(
        (start, end, ENCLOSED)
        for start, end in ((0x2460, 0x249B), (0x3220, 0x3229), (0x3251, 0x325F), (0x32B1, 0x32BF))
    ),
    (0x2160, 0x216B, ROMAN),
)
_ZERO = 0xFF10  # of full width


class Alphabet(dict[int, str]):
    """The place of each character, by its code point; those of ``told`` have one of their own.

    Raises ValueError for more characters than there are places.
    """

    def __init__(self, told: Iterable[str]) -> None:
        super().__init__({0x3000: _WIDE_BLANK})
        letters, signs = iter(_LETTERS), iter(_SIGNS)
        for char in sorted(set(told)):
            if ord(char) > 0xFF and ord(char) not in self:
                place = next(letters if char.isalnum() else signs, None)
                if place is None:
                    raise ValueError(f"no place is left for {char}")
                self[ord(char)] = chr(place)
        self._told = {code: place for code, place in self.items() if code > 0xFF}
        self.shape = lru_cache(maxsize=2)(self._shape)

    def __missing__(self, code: int) -> str:
        """Find the place of a character met for the first time."""
        self[code] = _class(chr(code))
        return self[code]

    def pattern(self, pattern: str) -> str:
        """A pattern as it is to be searched in shapes. It names classes by the constants above and no ranges."""
        return pattern.replace(r"\u3000", "\u3000").translate(self._told)

    def _shape(self, text: str) -> str:
        """A text with every character in its place."""
        return text.translate(self)


def _class(char: str) -> str:
    """The place that a character shares with others of its class."""
    code = ord(char)
    if " " <= char <= "~" or char in "\t\n\r\v\f":
        return char
    if 0 <= code - _ZERO <= 9:
        return str(code - _ZERO)
    shared = next((place for first, last, place in _RANGES if first <= code <= last), "")
    if shared or char.isspace():
        return shared or _BLANK
    return _OTHER_LETTER if char.isalnum() else _OTHER_SIGN
