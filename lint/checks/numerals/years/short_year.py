"""Years written with two figures: 26年底 instead of 2026年底 (GB/T 15835-2011)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.patterns.words import any_of
from lint.text.source import Span

_NOT_TERM = "第前后近约逾超满达余整零〇百千万龄"
"""Before a number of years: 第26年, 近26年."""
_NOT_SPAN = "共历用时经过长多仅只有间续期隔限和及、—–\\-～~至到了读学"
_MONTH = r"(?:0?[1-9]|1[0-2])月"
_CENTURY_YEAR = r"(?:19|20)\d\d"
_TO = r"[—–\-～~至到]"
_MATTER = "(?:[^\\W\\d_a-zA-Z的了]{0,4}?)(?:项目|工程|资金|任务|事项|问题|指标|合同|协议)"
_FULL = lazy(r"(?<!\d)20(\d\d)[ \u3000]?年")
_GROUPS = ("dated", "life", "since", "until", "than", "range", "apostrophe", "act", "plain")
_BESIDE_FULL = ("act", "plain")
"""What is a year only where the draft writes the same one, or the one before or after, in full."""
_CENTURY = 50
_DECADE = "年代"


class ShortYear(Check, frozen=True):
    """Two figures that the words around show to be a year; spans of time (26年来, 历时26年) are none.

    ``dated`` are words right after a year (26年底 is built in), ``life`` what happens in one (86年入党), ``ours`` the
    words that only a year goes before, next to one that the draft writes in full (26年，我局), and ``acts`` what is
    done once, which says beside such a year when (26年立项的工程). ``eras`` before the figures count other
    years (民国26年), ``terms`` a span of them (工龄26年).
    """

    dated: tuple[str, ...]
    life: tuple[str, ...]
    ours: tuple[str, ...]
    acts: tuple[str, ...]
    eras: tuple[str, ...]
    terms: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such year."""
        text = document.typed
        for year in places_of("年", text):
            place = year - 2
            if place < 0 or not text[year - 1].isdecimal() or not text[place].isdecimal():
                continue
            if text[place - 1 : place].isdecimal() or text.startswith(_DECADE, year):  # most years are written in full
                continue
            two_figures, guard = _patterns(self)
            match = two_figures.match(text, place) or two_figures.match(text, max(0, place - 1))
            if match is None:
                continue
            group = next(name for name in _GROUPS if match[name])
            if group in _BESIDE_FULL and int(match[group]) not in document.derive(_near, lambda: _near(text)):
                continue
            start, end = match.span(group)
            if group == "apostrophe":
                start -= 1
            if guard.search(text, max(0, start - 8), start) or _is_quoted(document, start):
                continue
            figures = match[group]
            full = ("19" if int(figures) >= _CENTURY else "20") + figures
            yield Hit(
                Span(start, end + 1),
                {"found": text[start : end + 1], "expected": f"{full}年"},
                edits=(Edit(Span(start, end), full),),
            )


@lru_cache(maxsize=8)
def _patterns(words: ShortYear) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two figures that are a year, in a group that says by what; and what before them says that they are none."""
    end = r"底(?![蕴子气线色层部细薪座])|初(?![步见期级心衷具中高等始创建次])|末(?![端梢])|度(?![假过日])"
    quarter = "第?[一二三四]季度|[1-4]季度"
    year = rf"""
        (?<![\d.．{_NOT_TERM}])(?P<dated>\d\d)年(?={_MONTH}(?!龄)|{end}|{quarter}|{any_of(words.dated)})
        |(?<![\d.．{_NOT_TERM}{_NOT_SPAN}])(?P<life>\d\d)年(?=(?:{_MONTH})?{any_of(words.life)})
        |(?<=自)(?P<since>\d\d)年(?![前后来])
        |(?<=截至|截止)(?P<until>\d\d)年(?!期)
        |(?<=[较比])(?P<than>\d\d)年(?=增|减|上升|下降|提高|降低|提升|回落|多|少)
        |(?:(?<={_CENTURY_YEAR}{_TO})|(?<={_CENTURY_YEAR}年{_TO}))(?P<range>\d\d)年(?![来后内间前])
        |[’‘'](?P<apostrophe>\d\d)年
        |(?<![\d.．{_NOT_TERM}{_NOT_SPAN}均每满])(?P<act>\d\d)年(?={any_of(words.acts)}(?:的|{_MATTER}))
        |(?:(?<=[。；：，、（(\n在到和与])|\A)(?P<plain>\d\d)年(?=[，,]?{any_of(words.ours)})
    """
    guard = rf"{any_of(words.eras)}$|{any_of(words.terms)}[约近达为]?$"
    return re.compile(year, re.VERBOSE), re.compile(guard)


def _near(text: str) -> frozenset[int]:
    """The last two figures of the years that a draft writes in full, and of those before and after."""
    return frozenset(int(figures) + step for figures in _FULL.findall(text) for step in (-1, 0, 1))


def _is_quoted(document: Document, place: int) -> bool:
    if document.is_quoted(place):
        return True
    last = document.last_of("《》\n", 0, place)
    return last >= 0 and document.typed[last] == "《"
