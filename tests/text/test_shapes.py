import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.text.patterns.shapes import ENCLOSED, LETTER, ROMAN, Alphabet

PATTERN = r"第(?P<n>[一二〇]+|[0-9]{1,2})(?:[章节]|（[一二〇]）)(?![、，])|[。；][ \u3000]*其[一二]|\s甲"
ALPHABET = Alphabet(PATTERN)
CHARS = st.sampled_from("第一二〇三12１章节（）、，。； \u3000\n其甲乙aé×\u00a0①Ⅳ，…—\ufffc😀") | st.characters()


@given(st.text(CHARS, max_size=30))
def test_shape_is_matched_as_its_text_is(text: str) -> None:
    shape = ALPHABET.shape(text)
    assert len(shape) == len(text)
    assert max(map(ord, shape), default=0) < 0x100
    found = [match.span() for match in re.finditer(ALPHABET.pattern(PATTERN), shape)]
    assert found == [match.span() for match in re.finditer(PATTERN.replace("0-9", "0-9０-９"), text)]


@given(st.characters(categories=["L", "Z", "P", "S"]))
def test_classes(char: str) -> None:
    shape = ALPHABET.shape(char)
    assert (re.fullmatch(r"\s", shape) is None) == (re.fullmatch(r"\s", char) is None)
    if char > "\x7f":
        assert (re.fullmatch(LETTER, shape) is not None) == char.isalnum()


def test_figures_have_one_width_and_ready_made_numbers_one_place() -> None:
    assert ALPHABET.shape("１9①⑴㈠⒈㉑㊱Ⅰ") == f"19{ENCLOSED * 6}{ROMAN}"


def test_more_characters_than_there_are_places() -> None:
    with pytest.raises(ValueError, match="no place is left"):
        Alphabet(chr(0x4E00 + number) for number in range(100))
