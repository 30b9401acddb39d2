"""Numbers in the formats of Word's automatic numbering (ECMA-376 17.18.59); what is not known is written in digits."""

from collections.abc import Callable

from lint.formats.automatic import Numerals
from lint.text.numerals import render_han

_HAN = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_TRADITIONAL = str.maketrans("贰叁陆", "貳參陸")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
_ONES = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LARGEST = 32_767
"""The largest number that Word writes."""

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def render(value: int, number_format: str) -> str:
    """A number as Word shows it in a format."""
    form = _FORMATS.get(number_format)
    return form(value) if form and value > 0 else "" if number_format == "none" else str(value)


def numerals_of(number_format: str) -> Numerals:
    """The kind of numerals that a format shows."""
    return _NUMERALS.get(number_format, "digit")


def enclosing(number_format: str) -> tuple[str, str]:
    """What the signs of a format carry around their number: ⑴ has brackets."""
    return _ENCLOSING.get(number_format, ("", ""))


def _counting(value: int) -> str:
    return render_han(value) if value <= 999 else _positional(value)


def _short_counting(value: int) -> str:
    """Counting that goes over to single digits at a hundred."""
    return render_han(value) if value < 100 else _positional(value)


def _positional(value: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(value))


def _formal(value: int) -> str:
    """壹、贰 … with 拾 and 佰."""
    if value > 999:
        return "".join(_FORMAL[int(digit)] for digit in str(value))
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_FORMAL[hundreds]}佰" if hundreds else ""
    if tens:
        text += f"{_FORMAL[tens]}拾"
    elif hundreds and ones:
        text += "零"
    return text + (_FORMAL[ones] if ones else "")


def _among(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if value <= len(signs) else str(value)


def _enclosed(*blocks: tuple[int, str]) -> Callable[[int], str]:
    """Ready-made signs: blocks of the last value and the sign of the first, one after the other."""

    def form(value: int) -> str:
        before = 0
        for last, first in blocks:
            if value <= last:
                return chr(ord(first) + value - before - 1)
            before = last
        return str(value)

    return form


def _roman(value: int) -> str:
    if value > _LARGEST:
        return str(value)
    text = ""
    for worth, sign in (*_ROMAN, *_ONES):
        times, value = divmod(value, worth)
        text += sign * times
    return text


def _letter(value: int) -> str:
    """A … Z, AA, BB and so on."""
    times, place = divmod(value - 1, 26)
    return chr(ord("A") + place) * (times + 1) if times < 10 else str(value)


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _short_counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _short_counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "koreanCounting": _counting,
    "ideographDigital": _positional,
    "japaneseDigitalTenThousand": _positional,
    "taiwaneseDigital": _positional,
    "koreanDigital2": _positional,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": lambda value: _formal(value).translate(_TRADITIONAL),
    "japaneseLegal": _formal,
    "ideographTraditional": _among(_STEMS),
    "ideographZodiac": _among(_BRANCHES),
    "ideographEnclosedCircle": _enclosed((10, "㊀")),
    "decimalEnclosedCircle": _enclosed((20, "①"), (35, "㉑"), (50, "㊱")),
    "decimalEnclosedCircleChinese": _enclosed((20, "①"), (35, "㉑"), (50, "㊱")),
    "decimalEnclosedParen": _enclosed((20, "⑴")),
    "decimalEnclosedFullstop": _enclosed((20, "⒈")),
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalZero": lambda value: f"{value:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda value: _letter(value).lower(),
    "numberInDash": lambda value: f"-{value}-",
}
_COUNTING = (
    "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting",
    "koreanCounting", "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2",
    "ideographEnclosedCircle",
)  # fmt: skip
_NUMERALS: dict[str, Numerals] = {
    **dict.fromkeys(_COUNTING, "han"),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), "formal"),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), "circled"),
    **dict.fromkeys(("upperLetter", "lowerLetter"), "latin"),
    "ideographTraditional": "stem",
    "ideographZodiac": "branch",
    "upperRoman": "roman",
    "lowerRoman": "lower roman",
}
_ENCLOSING = {"decimalEnclosedParen": ("(", ")"), "ideographEnclosedCircle": ("○", ""), "numberInDash": ("-", "-")}
