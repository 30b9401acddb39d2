"""Whether the brackets and quotation marks of a stretch of text come in pairs within it."""

_HALVES = dict(zip("）)》〉】〕」』”’]}", "（(《〈【〔「『“‘[{", strict=True))
_WIDE = {"(": "（", ")": "）"}
_OPENING = frozenset(_HALVES.values())


def is_balanced(text: str) -> bool:
    """Whether each half of a pair has the other half, properly nested; ( is as good as （, an apostrophe is none."""
    opened: list[str] = []
    for place, char in enumerate(text):
        if char in _OPENING:
            opened.append(_WIDE.get(char, char))
        elif char == "’" and place and text[place - 1].isascii() and "‘" not in opened:
            continue
        elif char in _HALVES:
            half = _HALVES[char]
            if not opened or opened.pop() != _WIDE.get(half, half):
                return False
    return not opened
