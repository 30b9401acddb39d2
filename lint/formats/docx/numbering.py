"""Automatic numbering computed: the label that Word shows before each numbered paragraph (ECMA-376 17.9)."""

import re
from typing import NamedTuple

from lint.formats.docx.names import P_PR, R_PR, integer, is_on, value, w
from lint.formats.docx.number_formats import render
from lint.formats.docx.package import Element
from lint.formats.docx.styles import Styles

_LEVELS = 9
_LONGEST_TEXT = 255
"""Characters of the text of a level; Word asks for no more than 31 besides the numbers."""

_PLACEHOLDER = re.compile("%([1-9])")
_MARKS = frozenset("、．.）)〕］]，,：:。—-")
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


class NumberLabel(NamedTuple):
    """What Word shows before a paragraph: the number with the blank that sets it off, or the level of a bullet.

    ``nested`` counts the higher levels of its list that look the same (1. below 1.).
    """

    text: str = ""
    bullet: int = 0
    nested: int = 0


class _Level(NamedTuple):
    """One level of a list. ``restart`` is the level, from 1, after which it begins again; 0 never, None any higher."""

    start: int
    format: str
    text: str
    suffix: str
    restart: int | None
    is_legal: bool
    style: str


class _List(NamedTuple):
    """One w:num: the counters that it shares, its levels, and the numbers that it begins again with."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


_NO_LEVEL = _Level(1, "decimal", "", "tab", None, False, "")
_NO_LABEL = NumberLabel()


class Numbering:
    """Gives the paragraphs of a document their labels, which must be asked for in text order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = _lists(root, styles) if root is not None else {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

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
        if number not in self._begun:
            self._begun.add(number)
            for index in known.starts:
                counts[index] = None
        here = known.levels.get(level, _NO_LEVEL)
        before = counts[level]
        counts[level] = known.starts.get(level, here.start) if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            restart = known.levels.get(deeper, _NO_LEVEL).restart
            if restart is None or 0 < level + 1 <= restart:
                counts[deeper] = None
        if here.format == "bullet":
            return NumberLabel(bullet=level + 1)
        alike = sum(index < level and _shape(one) == _shape(here) for index, one in known.levels.items())
        return NumberLabel(_shown(known, counts, here), nested=alike)


def _shape(level: _Level) -> tuple[str, str]:
    """How the numbers of a level look, whatever they are."""
    return level.format, _PLACEHOLDER.sub("%", level.text)


def _shown(known: _List, counts: list[int | None], here: _Level) -> str:
    """The text of a level with its numbers, set off by a blank where it ends in no mark of its own."""

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        level = known.levels.get(index, _NO_LEVEL)
        count = counts[index]
        shown = known.starts.get(index, level.start) if count is None else count
        return render(shown, "decimal" if here.is_legal else level.format)

    text = _PLACEHOLDER.sub(number, here.text)
    if here.format == "upperRoman" and text[-1:] in (".", "．", "、"):
        text = _as_one_sign(text)
    return text + (" " if text and here.suffix != "nothing" and text[-1] not in _MARKS else "")


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


def _levels(parent: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in parent.findall(w("lvl")):
        index = integer(level.get(w("ilvl"))) or 0
        if index < _LEVELS:
            found[index] = _Level(
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
