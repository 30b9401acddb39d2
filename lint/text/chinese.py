"""Chinese characters, told apart without a pattern: Python takes a millisecond to compile a set of all of them."""


def is_chinese(char: str) -> bool:
    """Whether a character is a unified ideograph (U+4E00 to U+9FFF)."""
    return "\u4e00" <= char <= "\u9fff"
