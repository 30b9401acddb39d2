"""Numerals of markers as integers: 一, 十二, 第一〇一, ①, Ⅳ, １２ — and back."""

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"千": 1000, "百": 100, "十": 10}
_HAN = "零一二三四五六七八九"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"

SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}
"""What a figure is multiplied by where one of these follows it: 1.2万."""

# First and last code point of each block of ready-made numbers, and the value of the first.
_ENCLOSED = (
    (0x2460, 0x2473, 1),  # ① … ⑳
    (0x2474, 0x2487, 1),  # ⑴ … ⒇
    (0x2488, 0x249B, 1),  # ⒈ … ⒛
    (0x3220, 0x3229, 1),  # ㈠ … ㈩
    (0x3251, 0x325F, 21),  # ㉑ … ㉟
    (0x32B1, 0x32BF, 36),  # ㊱ … ㊿
)


def parse_han(text: str) -> int | None:
    """Value of a Chinese numeral from 一 to 九千九百九十九; None when it is malformed (十十一, 一二)."""
    if len(text) == 1 and text in _DIGITS:
        return _DIGITS[text]
    if not any(unit in text for unit in _UNITS):
        positional = len(text) > 1 and ("〇" in text or "零" in text) and text[0] not in "〇零"
        return int("".join(str(_DIGITS[c]) for c in text)) if positional and len(text) <= 3 else None
    total, digit, smallest, zero = 0, 0, 10000, False
    for char in text:
        unit = _UNITS.get(char)
        if unit is None:
            if digit or (char in "〇零" and zero):
                return None
            zero, digit = zero or char in "〇零", _DIGITS[char]
        elif (
            unit >= smallest
            or (unit >= 100 and not digit)
            or (zero and not digit)
            or (unit < smallest // 10 and total and not zero)
        ):
            return None
        else:
            total, digit, smallest, zero = total + (digit or 1) * unit, 0, unit, False
    if digit and smallest in (100, 1000) and not zero:
        return None
    return total + digit


def value_of(numeral: str) -> int:
    """Value of a number as texts write it, in digits or Chinese, 两 being 2; 0 where it is none."""
    return int(numeral) if numeral.isdecimal() else parse_han(numeral.replace("两", "二")) or 0


def parse_amount(text: str) -> int | None:
    """Value of a Chinese number that may have 万 and 亿 (二十万, 两千); None when malformed or cut (二万五)."""
    total, rest = 0, text.replace("两", "二")
    for sign, scale, smaller in (("亿", 10**8, "万"), ("万", 10**4, "")):
        head, found, tail = rest.partition(sign)
        if found:
            others = head + (tail.replace(smaller, "", 1) if smaller else tail)
            if any(char in "万亿" for char in others) or not value_of(head):
                return None
            total, rest = total + value_of(head) * scale, tail
    if not rest:
        return total or None
    value = value_of(rest.lstrip("零〇") if total else rest)
    return total + value if value and not (total and len(rest) == 1) else None


def render_han(value: int) -> str:
    """Chinese numeral of a value from 1 to 9999, as markers write it (12 is 十二, 1020 is 一千零二十)."""
    if not 1 <= value <= 9999:
        raise ValueError(f"no Chinese marker numeral for {value}")
    text, zero = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("零" if zero else "") + ("" if unit == 10 and digit == 1 and not text else _HAN[digit]) + sign
        zero = bool(text) and not digit
    return text


def parse_enclosed(char: str) -> int | None:
    """Value of a ready-made number such as ①, ⑴, ⒈ or ㈠; None for any other character."""
    code = ord(char)
    for first, last, value in _ENCLOSED:
        if first <= code <= last:
            return code - first + value
    return None


def parse_roman(text: str) -> int | None:
    """Value of one Roman numeral character from Ⅰ to Ⅻ; None for anything else."""
    return _ROMAN.index(text) + 1 if len(text) == 1 and text in _ROMAN else None


def parse_digits(text: str) -> int:
    """Value of decimal digits of either width; ValueError for anything else."""
    return int(text)
