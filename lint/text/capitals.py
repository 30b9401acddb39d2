"""Amounts of money in words, in the numerals of cheques and contracts or in ordinary ones: 壹拾贰万元整, 五百万元."""

from lint.text.numerals import parse_amount
from lint.text.patterns.lazy import lazy

_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億兩圆〇", "一二三四五六七八九十百千万亿两元零")
_NUMERAL = "[零〇一二两兩三四五六七八九壹贰叁肆伍陆柒捌玖]"
_SCALE = "[十百千拾佰仟万萬亿億]"
_CAPITALS = "壹贰叁肆伍陆柒捌玖拾佰仟"
_SMALL = f"零?(?:{_NUMERAL}角)?零?(?:{_NUMERAL}分)?[整正]?"
AMOUNT = f"(?=[^元圆]{{0,24}}[{_CAPITALS}])(?:{_NUMERAL}|{_SCALE}){{1,24}}[元圆]{_SMALL}"
"""An amount of yuan in capital numerals, to its last sign."""
PLAIN_AMOUNT = f"(?:{_NUMERAL}|{_SCALE}){{1,24}}[元圆]{_SMALL}"
"""An amount of yuan in any numerals."""
_PARTS = lazy("(?P<yuan>[^元]+)元零?(?:(?P<jiao>.)角)?零?(?:(?P<fen>.)分)?[整正]?$")


def fen_of(words: str) -> int | None:
    """The value of an amount in fen; None where it is malformed."""
    found = _PARTS.match(words.translate(_PLAIN))
    yuan = parse_amount(found["yuan"]) if found else None
    if not found or not yuan:
        return None
    return 100 * yuan + 10 * _digit(found["jiao"]) + _digit(found["fen"])


def _digit(sign: str | None) -> int:
    return parse_amount(sign) or 0 if sign else 0
