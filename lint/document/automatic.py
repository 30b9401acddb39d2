"""Automatic numbers of Word as markers: the family by numerals and level text, the value and the level as computed."""

from functools import lru_cache, partial

from lint.document.families import (
    AMONG,
    CIRCLED,
    DIGIT,
    DIGIT_HALF_PAREN,
    DIGIT_PAREN,
    DOTTED,
    HAN,
    HAN_HALF_PAREN,
    HAN_PAREN,
    IS,
    LATIN,
    LAWS,
    LISTS,
    MUST,
    NTH,
    ROMAN,
    VOLUME,
    Family,
)
from lint.document.markers import Marker, find_head
from lint.formats.automatic import AutomaticNumber, Label
from lint.formats.blocks import Block
from lint.text.source import Span

AUTOMATIC = "automatic "
"""How the names of families begin that only Word's lists have: 【一】, 第一篇, 甲、."""

_TYPED_MARKS = "、，,．."
_NAMED = frozenset({"图", "表", "附件", "附录", "附图", "附表", "附", "注", "式", "公式"})
"""What numbers captions, annexes and the like, which are no sections."""

_TYPED_ALIKE: dict[tuple[str, str, str], Family] = {
    ("han", "", "是"): IS,
    ("han", "", "要"): MUST,
    ("han", "第", ""): NTH,
    ("han", "其", ""): AMONG,
    ("han", "(", ")"): HAN_PAREN,
    ("han", "", ")"): HAN_HALF_PAREN,
    ("digit", "(", ")"): DIGIT_PAREN,
    ("digit", "", ")"): DIGIT_HALF_PAREN,
    ("latin", "", ")"): LATIN,
}
_PLAIN: dict[str, Family] = {"han": HAN, "digit": DIGIT, "roman": ROMAN, "latin": LATIN, "circled": CIRCLED}
_RANKS = {"digit": DIGIT_PAREN.rank, "han": HAN_PAREN.rank, "latin": LATIN.rank, "lower roman": LATIN.rank}
_RANKS |= {"roman": ROMAN.rank, "circled": CIRCLED.rank, "formal": HAN.rank - 2, "stem": HAN.rank - 2}
_AROUND_NAMES = "([【〔0123456789-–—."
_FORMATS = {
    "han": "chineseCountingThousand",
    "formal": "chineseLegalSimplified",
    "stem": "ideographTraditional",
    "branch": "ideographZodiac",
    "roman": "upperRoman",
    "lower roman": "lowerRoman",
    "latin": "lowerLetter",
    "circled": "decimalEnclosedCircle",
}
_HIGH_UNITS = ("篇", "卷")


def head_of(text: str, block: Block, label: Label | None) -> Marker | None:
    """The marker that begins a paragraph: its automatic number, whatever is typed after that, or what is typed."""
    if label is None:
        return find_head(text, block.start, block.end)
    if not label.number.numbers:
        return find_head(text, label.span.end, block.end)
    return marker_of(text, label, block.end)


def marker_of(text: str, label: Label, end: int) -> Marker | None:
    """The marker that a label is, with a mark typed after it; ``end`` is that of its paragraph.

    None for a label without a number, and for that of a caption or annex.
    """
    number = label.number
    if not number.numbers or number.before.strip(_AROUND_NAMES) in _NAMED:
        return None
    shown = number.numbers[-1]
    start, stop = label.span.start, label.span.start + len(number.text.rstrip())
    numeral = Span(start + number.numbers[0 if number.decimal else -1].start, start + shown.end)
    mark = _typed_mark(text, label, end)
    if mark:
        stop = label.span.end + 1
    return Marker(family_of(number), shown.value, Span(start, stop), numeral, mark, automatic=number)


def _typed_mark(text: str, label: Label, end: int) -> str:
    """The mark typed after a label: （二） with 、 is read as （二）、."""
    mark = text[label.span.end : label.span.end + 1]
    after = text[label.span.end + 1 : min(end, label.span.end + 2)]
    return mark if label.span.end < end and mark in _TYPED_MARKS and after not in ("", mark) else ""


def family_of(number: AutomaticNumber) -> Family:
    """The family of a label: one that authors type, or one of its own."""
    depth = len(number.numbers) if number.decimal else 1
    return _family(number.numerals, number.before, number.after, depth, number.nested)


@lru_cache(256)
def _family(numerals: str, before: str, after: str, depth: int, nested: int) -> Family:
    plain = _known(numerals, before, after, depth)
    if plain is DIGIT and nested < len(LISTS):
        return LISTS[nested]
    if plain is not None and not nested:
        return plain
    name = f"{AUTOMATIC}{numerals} {before}%{after} {depth} {nested}"
    rank = (plain.rank if plain else _rank(numerals, before, after, depth)) + nested
    return Family(
        name, rank, name, lambda value: f"{before}{_numeral(numerals, value)}{after}", partial(_numeral, numerals)
    )


def _numeral(numerals: str, value: int) -> str:
    from lint.formats.docx.number_formats import render  # noqa: PLC0415 - only messages of Word drafts need it

    return render(value, _FORMATS.get(numerals, "decimal"))


def _known(numerals: str, before: str, after: str, depth: int) -> Family | None:
    """The family that has the same look typed."""
    if depth > 1:
        return DOTTED[depth - 1] if not before and not after and depth <= len(DOTTED) else None
    if before.endswith("第") and numerals in ("han", "digit") and after in LAWS:
        return LAWS[after]
    if before or after:
        return _TYPED_ALIKE.get((numerals, before, after))
    return _PLAIN.get(numerals)


def _rank(numerals: str, before: str, after: str, depth: int) -> int:
    """The level that is expected of a look that nobody types, where the lists of a draft say nothing."""
    if depth > 1:
        return DOTTED[0].rank + depth - 1
    if before.endswith("第"):
        return VOLUME.rank if after in _HIGH_UNITS else ROMAN.rank - 1
    if before[-1:].isalpha():
        return HAN.rank - 1
    return _RANKS.get(numerals, HAN.rank - 2) + 1
