"""Automatic numbering computed: the label that Word shows before each numbered paragraph (ECMA-376 17.9)."""

import re
from typing import NamedTuple

import msgspec

from lint.formats.automatic import NO_NUMBER, AutomaticNumber, Numerals, ShownNumber
from lint.formats.docx.archive.package import Element
from lint.formats.docx.names import P_PR, R_PR, integer, is_on, value, w
from lint.formats.docx.number_formats import enclosing, numerals_of, render
from lint.formats.docx.styles import Styles

_LEVELS = 9
_LONGEST_TEXT = 255
"""Characters of the text of a level; Word asks for no more than 31 besides the numbers."""

_PLACEHOLDER = re.compile("%([1-9])")
_MARKS = frozenset("、．.）)〕］]】，,：:。—-")
_END_MARKS = "、．.，,：:。；;"
_POINTS = frozenset({".", "．", "-", "－", "–", "—", "·"})
_HALF_WIDTH = str.maketrans("（）［］｛｝＜＞", "()[]{}<>")
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


class NumberLabel(NamedTuple):
    """What Word shows before a paragraph: an automatic number, or a bullet, of which only the level is told."""

    number: AutomaticNumber = NO_NUMBER
    bullet: int = 0


class _ListLevel(NamedTuple):
    """One level of a list. ``restart`` is the level, from 1, after which it begins again; 0 never, None any higher."""

    start: int
    format: str
    text: str
    suffix: str
    restart: int | None
    is_legal: bool
    style: str


class _List(NamedTuple):
    """One w:num: the counters that it shares, its levels, and the numbers that it once begins again with."""

    abstract: str
    levels: dict[int, _ListLevel]
    starts: dict[int, int]


_NO_LEVEL = _ListLevel(1, "decimal", "", "tab", None, False, "")
_NO_LABEL = NumberLabel()


class Numbering:
    """Gives the paragraphs of a document their labels, which must be asked for in text order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = _lists(root, styles) if root is not None else {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        self._looks: dict[tuple[str, int], tuple[_Look, int]] = {}

    def label(self, paragraph: Element) -> NumberLabel:
        """The label of the next paragraph."""
        if not self._lists:
            return _NO_LABEL
        number, level = self._number(paragraph)
        known = self._lists.get(number)
        return self._next(number, known, min(level, _LEVELS - 1)) if known else _NO_LABEL

    def _number(self, paragraph: Element) -> tuple[str, int]:
        """The list and level of a paragraph, its own or that of its styles; list 0 is none."""
        style = self._styles.of(paragraph)
        own = value(paragraph, P_PR, w("numPr"), w("numId"))
        own_level = integer(value(paragraph, P_PR, w("numPr"), w("ilvl")))
        if own is not None:
            return own, own_level if own_level is not None else self._level_of(own, style, 0)
        for one in self._styles.chain(style):
            number = value(one, P_PR, w("numPr"), w("numId"))
            if number is not None:
                told = integer(value(one, P_PR, w("numPr"), w("ilvl")))
                level = own_level if own_level is not None else self._level_of(number, style, told or 0)
                return number, level
        return "0", 0

    def _level_of(self, number: str, style: str, told: int) -> int:
        """The level that a list gives to a style or to one that it is based on; else the one told."""
        known = self._lists.get(number)
        if known is not None and told == 0:
            linked = {level.style: index for index, level in known.levels.items() if level.style}
            for one in self._styles.chain(style):
                if one.get(w("styleId")) in linked:
                    return linked[one.get(w("styleId"))]
        return told

    def _next(self, number: str, known: _List, level: int) -> NumberLabel:
        counts = self._counts.setdefault(known.abstract, [None] * _LEVELS)
        here = known.levels.get(level, _NO_LEVEL)
        before = counts[level]
        if level in known.starts and number not in self._begun:
            self._begun.add(number)
            counts[level] = known.starts[level]
        else:
            counts[level] = here.start if before is None else before + 1
        for higher in range(level):  # a level that was left out counts as begun
            if counts[higher] is None:
                counts[higher] = known.levels.get(higher, _NO_LEVEL).start
        for deeper in range(level + 1, _LEVELS):
            restart = known.levels.get(deeper, _NO_LEVEL).restart
            if restart is None or 0 < level + 1 <= restart:
                counts[deeper] = None
        if here.format == "bullet":
            return NumberLabel(bullet=level + 1)
        if (number, level) not in self._looks:
            look = _look(known, here)
            above = (one for index, one in known.levels.items() if index < level)
            self._looks[number, level] = look, sum(_are_alike(_look(known, one), look) for one in above)
        return NumberLabel(_shown(known, counts, level, *self._looks[number, level]))


class _Look(NamedTuple):
    """How the numbers of a level look, whatever they are: their kind, and what stands around them."""

    numerals: Numerals = "digit"
    before: str = ""
    after: str = ""
    depth: int = 0


def _are_alike(one: _Look, other: _Look) -> bool:
    """Whether numbers of two looks are read as of one level: 1-2 and ①-②, 第1节 and 第一章第一节."""
    around = (one.after, one.depth) == (other.after, other.depth)
    if one.before.endswith("第") and other.before.endswith("第"):
        return around and {one.numerals, other.numerals} <= {"han", "digit"}
    return around and one.before == other.before and (one.depth > 1 or one.numerals == other.numerals)


def _look(known: _List, level: _ListLevel) -> _Look:
    """The look of a level; numbers that show nothing count as absent."""
    pieces, levels = _pieces(level)
    shown = [place for place, one in enumerate(levels) if _format(known, level, one) != "none"]
    if not shown:
        return _Look()
    last = shown[-1]
    joined = len(shown) > 1 and all(_unblanked(pieces[place]) in _POINTS for place in shown[1:])
    first = shown[0] if joined else last
    form = _format(known, level, levels[last])
    opening, closing = enclosing(form)
    before = _unblanked("".join(pieces[: first + 1]) if joined or last == 0 else pieces[last]) + opening
    after = closing + _unblanked("".join(pieces[last + 1 :])).rstrip(_END_MARKS)
    return _Look(numerals_of(form), before.lstrip(_END_MARKS), after, len(shown) if joined else 1)


def _pieces(level: _ListLevel) -> tuple[list[str], list[int]]:
    """The text of a level cut at its placeholders, and the levels, from 0, that these stand for."""
    split = _PLACEHOLDER.split(level.text)
    return split[::2], [int(digit) - 1 for digit in split[1::2]]


def _format(known: _List, here: _ListLevel, index: int) -> str:
    """The format in which a level shows the number of a level."""
    own = known.levels.get(index, _NO_LEVEL).format
    return "decimal" if here.is_legal and own != "none" else own


def _unblanked(text: str) -> str:
    return "".join(text.split()).translate(_HALF_WIDTH)


def _shown(known: _List, counts: list[int | None], index: int, look: _Look, nested: int) -> AutomaticNumber:
    """The label of a level with its numbers, set off by a blank where it ends in no mark of its own."""
    here = known.levels.get(index, _NO_LEVEL)
    pieces, levels = _pieces(here)
    text = pieces[0]
    numbers: list[ShownNumber] = []
    for piece, level in zip(pieces[1:], levels, strict=True):
        count = counts[level]
        value = known.levels.get(level, _NO_LEVEL).start if count is None else count
        sign = render(value, _format(known, here, level))
        if sign:
            numbers.append(ShownNumber(value, level + 1, len(text), len(text) + len(sign)))
        text += sign + piece
    if here.format == "upperRoman" and text[-1:] in (".", "．", "、") and len(numbers) == 1:
        text = _as_one_sign(text)
        numbers = [msgspec.structs.replace(numbers[0], end=len(text) - 1)]
    if text and here.suffix != "nothing" and text[-1] not in _MARKS:
        text += " "
    return AutomaticNumber(
        text,
        tuple(numbers),
        look.numerals,
        look.before,
        look.after,
        look.depth > 1,
        index + 1,
        nested,
        known.abstract,
    )


def _as_one_sign(text: str) -> str:
    """IV. as Ⅳ., the way that it is typed and read in Chinese."""
    letters = text[:-1]
    return next(
        (sign + text[-1] for value, sign in enumerate(_ROMAN, 1) if render(value, "upperRoman") == letters), text
    )


def _lists(root: Element, styles: Styles) -> dict[str, _List]:
    """Every w:num by its id."""
    abstracts = {one.get(w("abstractNumId")): one for one in root.findall(w("abstractNum"))}
    numbers = {one.get(w("numId")): one for one in root.findall(w("num"))}
    known = {name: _levels(abstract) for name, abstract in abstracts.items()}
    found: dict[str, _List] = {}
    for name, number in numbers.items():
        abstract = _linked(value(number, w("abstractNumId")) or "", abstracts, numbers, styles)
        levels = dict(known.get(abstract, {}))
        starts: dict[int, int] = {}
        for override in number.findall(w("lvlOverride")):
            index = integer(override.get(w("ilvl"))) or 0
            if index >= _LEVELS:
                continue
            levels |= _levels(override)
            start = integer(value(override, w("startOverride")))
            if start is not None:
                starts[index] = start
        found[name] = _List(abstract, levels, starts)
    return found


def _linked(abstract: str, abstracts: dict[str, Element], numbers: dict[str, Element], styles: Styles) -> str:
    """The list that holds the levels: one that only names a list style leads there."""
    for _ in range(_LEVELS):
        style = value(abstracts[abstract], w("numStyleLink")) if abstract in abstracts else None
        number = styles.setting(style, P_PR, w("numPr"), w("numId")) if style else None
        if number is None or number not in numbers:
            break
        abstract = value(numbers[number], w("abstractNumId")) or ""
    return abstract


def _levels(parent: Element) -> dict[int, _ListLevel]:
    found: dict[int, _ListLevel] = {}
    for level in parent.findall(w("lvl")):
        index = integer(level.get(w("ilvl"))) or 0
        if index < _LEVELS:
            found[index] = _ListLevel(
                start=integer(value(level, w("start"))) or 0,
                format=value(level, w("numFmt")) or _alternate(level),
                text="" if is_on(level, R_PR, w("vanish")) else (value(level, w("lvlText")) or "")[:_LONGEST_TEXT],
                suffix=value(level, w("suff")) or "tab",
                restart=integer(value(level, w("lvlRestart"))),
                is_legal=bool(is_on(level, w("isLgl"))),
                style=value(level, w("pStyle")) or "",
            )
    return found


def _alternate(level: Element) -> str:
    """The format for programs that do not know the newer one; decimal without any."""
    formats = [one.get(w("val"), "decimal") for one in level.iter(w("numFmt"))]
    return formats[-1] if formats else "decimal"
