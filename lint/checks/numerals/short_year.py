"""Years written with two figures: 26年底 instead of 2026年底 (GB/T 15835-2011)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.lazy import lazy
from lint.text.literals import places_of
from lint.text.source import Span

_SEASON = "上半年|下半年|全年|年初|年底|第?[一二三四]季度|[1-4]季度|春节"
_DATED = (
    r"(?:(?:0?[1-9]|1[0-2])月(?!龄)|底(?![蕴子气线色层部细薪座])|初(?![步见期级心衷具中高等始创建次])|末(?![端梢])"
    rf"|度(?![假过日])|同期|{_SEASON}|工作(?:要点|计划|打算|安排)|财政预算)"
)
_LIFE = r"(?:(?:0?[1-9]|1[0-2])月)?(?:出生|入党|入伍|参军|毕业|参加工作|任职)"
_OURS = (
    "[，,]?(?:我(?:[们局市县区委办处校院镇乡街村]|公司)|全[市县区局省镇乡校系]|本[市县区局]|将|拟|计划|预计|重点|目标|争取|力争|要"
    "|工作(?:重点|目标|任务|思路|报告)|预算|新[增建开]|以来)"
)
_TERM = "第前后近约逾超满达余整零〇百千万龄"
_SPAN = "共历用时经过长多仅只有间续期隔限和及、—–\\-～~至到了读学"
_YEAR = lazy(
    rf"(?<![\d.．{_TERM}])(?P<dated>\d\d)年(?={_DATED})|(?<![\d.．{_TERM}{_SPAN}])(?P<life>\d\d)年(?={_LIFE})"
    r"|(?<=自)(?P<since>\d\d)年(?![前后来])|(?<=截至|截止)(?P<until>\d\d)年(?!期)"
    r"|(?<=[较比])(?P<than>\d\d)年(?=增|减|上升|下降|提高|降低|提升|回落|多|少)"
    r"|(?:(?<=(?:19|20)\d\d[—–\-～~至到])|(?<=(?:19|20)\d\d年[—–\-～~至到]))(?P<range>\d\d)年(?![来后内间前])"
    r"|[’‘'](?P<apostrophe>\d\d)年"
    rf"|(?:(?<=[。；：，、（(\n在到和与])|\A)(?P<plain>\d\d)年(?={_OURS})"
)
_FULL = lazy(r"(?<!\d)20(\d\d)[ \u3000]?年")
_REIGN = (
    "民国|光绪|宣统|昭和|平成|令和|明治|大正|道光|乾隆|康熙|雍正|嘉庆|咸丰|同治|万历|洪武|贞观|建国|建党|建军|公元|徒刑"
)
_GUARD = lazy(rf"(?:{_REIGN})$|(?:工龄|教龄|军龄|党龄|年龄|历时|为期|长达|时长)[约近达为]?$")
_GROUPS = ("dated", "life", "since", "until", "than", "range", "apostrophe", "plain")
_CENTURY = 50


class ShortYear(Check, frozen=True):
    """Two figures that the words around show to be a year; spans of time (26年来, 历时26年) are none.

    What only the next words tell (26年，我局) must be a year next to one that the draft writes in full.
    """

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such year."""
        text = document.typed
        for year in places_of("年", text):
            place = year - 2
            if place < 0 or not text[year - 1].isdecimal() or not text[place].isdecimal():
                continue
            if text[place - 1 : place].isdecimal():  # most years are written in full
                continue
            match = _YEAR.match(text, place) or _YEAR.match(text, max(0, place - 1))
            if match is None:
                continue
            group = next(name for name in _GROUPS if match[name])
            if group == "plain" and int(match[group]) not in document.derive(_near, lambda: _near(text)):
                continue
            start, end = match.span(group)
            if group == "apostrophe":
                start -= 1
            if _GUARD.search(text, max(0, start - 8), start) or _is_quoted(document, start):
                continue
            figures = match[group]
            full = ("19" if int(figures) >= _CENTURY else "20") + figures
            yield Hit(
                Span(start, end + 1),
                {"found": text[start : end + 1], "expected": f"{full}年"},
                edits=(Edit(Span(start, end), full),),
            )


def _near(text: str) -> frozenset[int]:
    """The last two figures of the years that a draft writes in full, and of those before and after."""
    return frozenset(int(figures) + step for figures in _FULL.findall(text) for step in (-1, 0, 1))


def _is_quoted(document: Document, place: int) -> bool:
    if document.is_quoted(place):
        return True
    last = document.last_of("《》\n", 0, place)
    return last >= 0 and document.typed[last] == "《"
