import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.reporters.excerpt import excerpt
from lint.text.display import width


@pytest.mark.parametrize(
    ("line", "place", "columns", "text", "carets"),
    [
        ("一是，二是。", (3, 5), 76, "一是，二是。", "      ^^^^"),
        ("ab", (2, 2), 76, "ab", "  ^"),
        ("", (0, 0), 76, "", "^"),
        ("一\t二", (2, 3), 76, "一    二", "      ^^"),
        ("一\u202e二", (2, 3), 76, "一<U+202E>二", "          ^^"),
        ("e\u0301二", (2, 3), 76, "e\u0301二", " ^^"),
        ("零一二三四五六七八九", (8, 9), 10, "…六七八九", "     ^^"),
        ("零一二三四五六七八九", (0, 1), 10, "零一二三…", "^^"),
        ("零一二三四五六", (1, 6), 10, "一二三四五", "^^^^^^^^^^"),
        ("零一二三四五六七八九", (0, 10), 10, "零一二三…", "^^^^^^^^^"),
        ("零一二三，四五六七八九。零一二三四五六", (7, 8), 30, "…四五六七八九。零一二三四…", "     ^^"),
    ],
)
def test_excerpt(line: str, place: tuple[int, int], columns: int, text: str, carets: str) -> None:
    shown = excerpt(line, *place, columns)
    assert (shown.text, "".join(shown.carets())) == (text, carets)


@given(
    line=st.text(st.sampled_from("一二，。ab \t\u3000\u202e\x1b"), max_size=300),
    place=st.tuples(st.integers(0), st.integers(0)),
)
def test_excerpt_fits_and_holds_the_beginning_of_the_place(line: str, place: tuple[int, int]) -> None:
    start, end = sorted(number % (len(line) + 1) for number in place)
    shown = excerpt(line, start, end)
    assert width(shown.text) <= 76
    assert end == start or shown.place
    indent, carets = shown.carets()
    assert len(indent) == width(shown.before)
    assert len(carets) == max(1, width(shown.place))
