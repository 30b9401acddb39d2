"""Characters and pairs of neighbours, kept as numbers: sets of these are made and met in a third of the time."""

import re
import sys
from functools import lru_cache

_EMPTY = frozenset(
    "的了是和与及或等在有不为以对把被将要能个也就都还而于从到其之这那我们各一二三四五六七八九十两年月日第"
)
_COMMON = frozenset(
    re.findall(
        "..",
        "工作问题方面存在不够不足不高不强不深不实不力有待差距个别成员班子领导干部同志情况进一一步加强推进坚持强化提高提升"
        "落实建设机制制度完善健全深入切实严格认真积极推动措施整改实际要求发展开展做到确保组织重点全面",
    )
)
"""Pairs that every draft is full of."""
_WORN = frozenset("".join(_COMMON))
"""The characters of those pairs, which say little by themselves."""
_SIGN = 4  # bytes of a character in UTF-32; a pair is a number of twice as many


def pairs_of(text: str) -> list[int]:
    """Every pair of neighbouring characters of a text, be it telling or not, in no order; a NUL counts as a blank."""
    # A pair that ended in a NUL would be the number of its first character alone.
    signs = memoryview(text.replace("\0", " ").encode("utf-32-le", "surrogatepass"))
    odd = len(text) % 2 * _SIGN
    even = signs[: len(signs) - odd]
    shifted = signs[_SIGN : len(signs) - _SIGN + odd]
    return even.cast("Q").tolist() + shifted.cast("Q").tolist()


def signs_of(text: str) -> set[int]:
    """Every single character of a text, as a number below those of the pairs."""
    return {*map(ord, text)}


def is_single(term: int) -> bool:
    """Whether a number stands for a single character and not for a pair."""
    return term <= sys.maxunicode


@lru_cache(maxsize=50_000)
def is_telling(term: int) -> bool:
    """Whether a pair or character may tell one matter from another: of words, not of those that every draft holds."""
    if is_single(term):
        return _is_of_words(chr(term)) and chr(term) not in _WORN
    text = term.to_bytes(2 * _SIGN, sys.byteorder).decode("utf-32-le", "surrogatepass")
    return text not in _COMMON and all(map(_is_of_words, text))


def is_empty(text: str) -> bool:
    """Whether a text holds a character that says nothing by itself."""
    return not _EMPTY.isdisjoint(text)


def is_common(word: str) -> bool:
    """Whether a word is a pair that every draft is full of."""
    return word in _COMMON


def _is_of_words(char: str) -> bool:
    return char.isalnum() and not (char.isascii() or char.isdecimal() or char in _EMPTY)
