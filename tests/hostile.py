"""Drafts and names of people who mean harm to whoever reads an output, and what an output may not hold of them."""

import re

MARKS = "\x07\x0b\x1b\x7f\x85\x9b\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff"
NAME = f"坏\n::error file=甲::乙\r\x1b[2J\u202e{MARKS}.txt".replace("/", "")

_RAW = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ud800-\udfff\U000e0001-\U000e007f]"
)


def raw(text: str) -> list[str]:
    """The characters of a line that would turn or break it, or that nobody sees."""
    return _RAW.findall(text)
