"""Positions of the protocol against offsets: astral and wide characters, all newlines, places beyond the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range

from lint.server.places import Places
from lint.text.source import Source, Span

TEXT = "𠮷安\r\n一是𠮷。二是\n"


@pytest.mark.parametrize(
    ("offset", "line", "character"), [(0, 0, 0), (1, 0, 2), (2, 0, 3), (4, 1, 0), (7, 1, 4), (10, 1, 7), (11, 2, 0)]
)
def test_columns_are_utf16_units(offset: int, line: int, character: int) -> None:
    places = Places(Source("稿.txt", TEXT))
    assert places.position(offset) == Position(line, character)
    assert places.offset(Position(line, character)) == offset


@pytest.mark.parametrize(("line", "character", "offset"), [(0, 99, 2), (1, 99, 10), (2, 5, 11), (9, 0, 11)])
def test_places_beyond_an_end_are_that_end(line: int, character: int, offset: int) -> None:
    assert Places(Source("稿.txt", TEXT)).offset(Position(line, character)) == offset


def test_ranges_are_spans() -> None:
    places = Places(Source("稿.txt", TEXT))
    found = Range(Position(1, 2), Position(1, 5))
    assert places.range(Span(6, 8)) == found
    assert places.span(found) == Span(6, 8)


@given(st.text(alphabet="𠮷一a\n。\x0c", max_size=40), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_every_offset_comes_back(text: str, encoding: str) -> None:
    places = Places(Source("稿.txt", text), encoding)
    assert [places.offset(places.position(offset)) for offset in range(len(text) + 1)] == [*range(len(text) + 1)]
