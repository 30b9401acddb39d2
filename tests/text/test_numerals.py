"""Numerals as values and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.text.numerals import parse_amount, parse_enclosed, parse_han, parse_roman, render_han, value_of

HAN = {
    "一": 1, "十": 10, "十一": 11, "二十": 20, "二十一": 21, "九十九": 99, "一百": 100,
    "一百零一": 101, "一百一十": 110, "一百一十二": 112, "九百九十九": 999, "一〇一": 101, "二〇": 20, "零": 0,
    "一千": 1000, "一千零二十": 1020, "一千零一十九": 1019, "一千二百零一": 1201, "九千九百九十九": 9999,
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), HAN.items(), ids=HAN)
def test_parse_han(text: str, value: int) -> None:
    assert parse_han(text) == value


@pytest.mark.parametrize(
    "text", ["十十一", "一二", "十百", "二十十", "一百一", "百", "一百零零一", "〇一", "一千二十", "一千五", "千"]
)
def test_malformed_han(text: str) -> None:
    assert parse_han(text) is None


@pytest.mark.parametrize(
    ("numeral", "value"), {"12": 12, "两": 2, "两百": 200, "两百五十": 250, "十": 10, "十十": 0, "两两": 0}.items()
)
def test_value_of(numeral: str, value: int) -> None:
    assert value_of(numeral) == value


@given(st.text("一二三四五六七八九十百千零〇两", min_size=1, max_size=8))
def test_value_of_never_raises(numeral: str) -> None:
    assert 0 <= value_of(numeral) <= 9999


@given(st.integers(1, 9999))
def test_han_round_trip(value: int) -> None:
    assert parse_han(render_han(value)) == value


@given(st.text("一二三四五六七八九十百千零〇", min_size=1, max_size=8))
def test_parse_han_never_raises(text: str) -> None:
    value = parse_han(text)
    assert value is None or 0 <= value <= 9999


@pytest.mark.parametrize("value", [0, 10000])
def test_no_numeral(value: int) -> None:
    with pytest.raises(ValueError, match="no Chinese marker numeral"):
        render_han(value)


def test_ready_made_numbers() -> None:
    assert [parse_enclosed(char) for char in "①⑳⑴⒈㈠㈩㉑㊱x"] == [1, 20, 1, 1, 1, 10, 21, 36, None]
    assert [parse_roman(char) for char in ("Ⅰ", "Ⅻ", "V")] == [1, 12, None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("两千", 2000), ("二十万", 200_000), ("一万五千", 15_000), ("三亿二千万", 320_000_000), ("一万零五", 10_005)),
        *((malformed, None) for malformed in ("二万五", "万", "十万万亿", "百十", "三万五十万", "一亿二万三十万")),
    ],
)
def test_amounts(text: str, value: int | None) -> None:
    assert parse_amount(text) == value
