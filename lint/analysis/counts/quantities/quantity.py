"""Quantities as texts tell them, and the parts that a text goes through after a total: 甲12件、乙9件."""

import re
from collections.abc import Iterator
from itertools import chain

import msgspec

from lint.text.numerals import SCALES
from lint.text.patterns.fragments import FIGURE, GROUPED, LETTER
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of

_QUANTITY = lazy(
    rf"(?<![0-9.．第])(?P<number>{GROUPED}|{FIGURE})(?P<scale>万亿|亿|百?万|千万|[亿万千百])?(?P<about>[余多])?"
    f"(?P<unit>{LETTER}{{1,6}})"
)
_TIME = lazy("[年月日号时岁周天届]|分钟|小时|季度|星期|级以|倍|成(?!果)|度(?!假)|线|路(?!灯)|[至到—～]")
_DIGIT = lazy("[0-9]")
_DATE = lazy("[0-9]{1,4}[年月日号]")
_BOUND = f"{FIGURE}[万亿千百]{{0,2}}{LETTER}{{1,4}}?"
_TO = "[至到—–～~－-]{1,2}"
_BAND = lazy(
    rf"(?<![0-9.])(?:(?:{FIGURE}{LETTER}{{0,4}}\s*{_TO})?{_BOUND}\s*(?:及|[（(]含[）)])?以[上下内外]"
    rf"|{FIGURE}{LETTER}{{0,4}}\s*{_TO}{_BOUND})(?=[^0-9]{{0,16}}[0-9])"
)
_ENDS = ("以上", "以下", "以内", "以外")
_TO_SIGNS = "至到—–～~－-"
"""What a band holds: 60岁以上, 40至60岁."""
_BAND_SIGNS = frozenset(f"以{_TO_SIGNS}")
_BEFORE_NEXT = 16  # characters from a band to the quantity that is told of it
_BRACKETS = lazy("[（(][^（）()\n]{0,60}[）)]")
_ABOUT = lazy("[近超逾]$|(?<![签违预公条合制节集特解履邀续毁])约$|超过$|大约$|不少于$|不低于$|以上$")
_SOME = lazy("以上|以下|左右|上下|等|余|多")
_LEFT = lazy("(?:余|剩|另|还有)[^0-9]{0,8}$|其他[^0-9]{0,8}$|其它[^0-9]{0,8}$")
_LONGEST = 400  # characters of a list of parts
_FINE = 5  # decimals
_EACH = lazy("[各均每]$")
_LINK = lazy(
    f"[、，；;]|,(?![0-9]{{3}}(?![0-9]))|(?<={LETTER})(?:和|及(?!以)|以及|与)(?=[^\\W\\d_a-zA-Z、，]{{1,16}}[0-9])"
)


class Quantity(msgspec.Struct, frozen=True):
    """A number with its unit and up to five more words; ``start`` and ``end`` are offsets of the text it was read from.

    ``value`` is the number with its scale (1.2万 is 12000) in units of 10⁻⁵, ``last_digit`` the value of 1 in its last
    place; ``written`` is the number as it stands, with its scale.
    """

    start: int
    end: int
    value: int
    last_digit: int
    scale: str
    written: str
    unit: str
    exact: bool

    def counts_as(self, other: "Quantity") -> bool:
        """Whether two quantities count in one unit: 12个 and 20个问题."""
        return self.unit.startswith(other.unit) or other.unit.startswith(self.unit)


class Share(msgspec.Struct, frozen=True):
    """A part of a total: what it is called, and how much it is. ``link`` is the mark between it and the next."""

    label: str
    quantity: Quantity
    link: str

    @property
    def is_rest(self) -> bool:
        """Whether it is what the other parts leave: 其余3个."""
        return _LEFT.search(self.label) is not None


def scaled(number: str, scale: str) -> int:
    """A number in units of 10⁻⁵, with signs between thousands or without; further decimals are cut off."""
    whole, _, decimals = number.replace(",", "").partition(".")
    return _factor(scale) * int(whole + decimals[:_FINE].ljust(_FINE, "0"))


def last_digit(number: str, scale: str) -> int:
    """The value of 1 in the last place of a number, in units of 10⁻⁵: what rounding it may come to."""
    finest: int = 10 ** (_FINE - min(_FINE, len(number.partition(".")[2])))
    return _factor(scale) * finest


def _factor(scale: str) -> int:
    return SCALES.get(scale) or SCALES[scale[:1]] * SCALES[scale[1:]]


def shown(value: int, scale: str) -> str:
    """A value as a person writes it with a scale."""
    factor = _factor(scale) * 10**_FINE
    whole, rest = divmod(value, factor)
    decimals = f"{rest / factor:.8f}"[2:].rstrip("0") if rest else ""
    return f"{whole}{'.' if decimals else ''}{decimals}{scale}"


def quantities_in(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities of a stretch of text, but for those of time and order."""
    for found in _QUANTITY.finditer(text, start, end):
        if not _TIME.match(found["unit"]):
            scale = found["scale"] or ""
            before = text[max(start, found.start() - 4) : found.start()]
            exact = not (found["about"] or _ABOUT.search(before) or _SOME.search(found["unit"]))
            yield Quantity(
                found.start(),
                found.end(),
                scaled(found["number"], scale),
                last_digit(found["number"], scale),
                scale,
                found["number"] + scale,
                found["unit"],
                exact,
            )


def shares_after(text: str, start: int, end: int) -> tuple[list[Share], bool]:
    """The parts that a text goes through from a place on, and whether nothing else follows them in it.

    The first clause that tells none ends them.
    """
    shares: list[Share] = []
    place = start
    whole = end <= start + _LONGEST
    end = min(end, start + _LONGEST)
    for link in chain(_links(text, start, end), (None,)):  # of which most stretches need the first only
        last = link.start() if link else end
        share = _share(text, place, last, link[0] if link else "")
        if share is None or (shares and not share.quantity.counts_as(shares[0].quantity)):
            return shares, False
        shares.append(share)
        place = link.end() if link else end
    return shares, whole


def _links(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The marks between clauses that stand outside brackets."""
    brackets = [(found.start(), found.end()) for found in _BRACKETS.finditer(text, start, end)]
    for link in _LINK.finditer(text, start, end):
        joins_names = (link[0].isalpha() or link[0] == "、") and not _DIGIT.search(text, start, link.start())
        if not joins_names and not any(first <= link.start() < last for first, last in brackets):
            yield link
            start = link.end()


def _share(text: str, start: int, end: int, link: str) -> Share | None:
    """The part that a clause tells: a name and, at its end, its only quantity; or 其余3个需要坚持, 8个已完成."""
    if _DIGIT.search(text, start, end) is None:
        return None
    unbracketed = _blank(_BRACKETS, text[start:end])
    unbanded = _blank(_BAND, unbracketed) if _may_hold_band(unbracketed) else unbracketed
    bare = _blank(_DATE, unbanded)
    found = list(quantities_in(bare, 0, len(bare)))
    if len(found) != 1 or _DIGIT.search(bare, 0, found[0].start):
        return None
    one, before, after = found[0], bare[: found[0].start].strip("：: "), bare[found[0].end :]
    if not before or (after.strip() and _LEFT.search(before)):
        one = msgspec.structs.replace(one, end=one.end - len(one.unit) + 1, unit=one.unit[:1])
        before, after = before + bare[one.end :].strip(), ""
    if not before or unbanded != unbracketed:  # 2026年90处; 60岁以上的30人
        before = text[start : start + found[0].start].strip("：: ")
    if after.strip() or not before or _EACH.search(before):
        return None
    return Share(before, msgspec.structs.replace(one, start=start + one.start, end=start + one.end), link)


def _may_hold_band(text: str) -> bool:
    """Whether a clause may hold a band: a look at its signs that spares most drafts the large pattern."""
    if _BAND_SIGNS.isdisjoint(text):
        return False
    return any(
        _DIGIT.search(text, place + 2, place + 3 + _BEFORE_NEXT) for end in _ENDS for place in places_of(end, text)
    ) or any(text[place + 1 : place + 2].isdecimal() for sign in _TO_SIGNS for place in places_of(sign, text))


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)
