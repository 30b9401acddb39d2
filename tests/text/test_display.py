"""What no output may hold raw, one character after the other, and what it is shown as."""

import json
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lint.text.display import line, printable, visible
from lint.text.jsontext import encoded, indented
from tests.hostile import raw

SPACE = "\t\n\r"


def test_every_character_that_turns_or_breaks_a_line_or_takes_no_room_is_signed() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if raw(char) or unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp"):
            shown = printable(char)
            assert shown != char, hex(code)
            assert not raw(shown), hex(code)
            assert visible(char) == (char if char in SPACE else shown), hex(code)


@pytest.mark.parametrize(
    ("char", "shown"),
    [("\0", "␀"), ("\n", "␊"), ("\x1b", "␛"), ("\x7f", "␡"), ("\x9b", "<U+009B>"), ("\U000e0001", "<U+E0001>")],
)
def test_signs(char: str, shown: str) -> None:
    assert printable(f"甲{char}乙") == f"甲{shown}乙"


@pytest.mark.parametrize("text", ["甲乙", "，。“”《》", "１Ａ\u3000", "葛\U000e0100", "🏳\ufe0f", "𠮷", "é", "\u00a0"])
def test_what_is_seen_stays(text: str) -> None:
    assert printable(text) == visible(text) == line(text) == text
    assert json.loads(encoded(text)) == text
    assert encoded(text) == f'"{text}"'


@pytest.mark.parametrize("path", ["::error file=甲::乙.txt", " \u3000::warning::甲"])
def test_no_line_that_begins_with_a_path_is_a_command(path: str) -> None:
    assert line(path) == f"./{path}"


def test_other_lines_are_as_they_are() -> None:
    assert line("a::b.txt") == "a::b.txt"
    assert line("甲\n::error::乙") == "甲␊::error::乙"


def paired(text: str) -> str:
    """Text whose surrogates that happen to stand side by side are the one character that they make."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


@example("\ud800\x7f\u202e")
@given(st.text(st.characters() | st.sampled_from("\u202e\u2028\x7f\ufeff\U000e0001\ud800")))
def test_json_keeps_the_value_and_shows_nothing_raw(text: str) -> None:
    for written in (encoded({"甲": text}), indented({"甲": text})):
        assert paired(json.loads(written)["甲"]) == paired(text)
        assert not raw(written.replace("\n", ""))
