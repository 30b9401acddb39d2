import pytest

from lint.text.capitals import fen_of

AMOUNTS = {
    "壹仟贰佰伍拾元整": 125000,
    "壹佰贰拾伍万元": 125000000,
    "拾伍元正": 1500,
    "壹亿零叁佰万圆整": 10300000000,
    "叁仟零伍元零角伍分": 300505,
    "贰佰元零伍分": 20005,
    "贰仟零零元整": None,
    "拾拾元": None,
}


@pytest.mark.parametrize(("words", "fen"), AMOUNTS.items(), ids=AMOUNTS)
def test_an_amount_in_capital_numerals_has_a_value(words: str, fen: int | None) -> None:
    assert fen_of(words) == fen
