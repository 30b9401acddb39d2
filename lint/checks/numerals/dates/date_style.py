"""Whether a draft writes its dates in one style: no 2026.3.20 among 2月10日 and 2026年5月."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import dates_of
from lint.analysis.dates.passages import passages_of
from lint.analysis.dates.signing import is_day
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.chinese import is_chinese
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import places_of
from lint.text.source import Span

_POINTS = lazy(
    r"(?<![\dA-Za-z.\-/])(?P<year>20\d\d)(?P<mark>[-./．])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d.\-/版号])"
)
_BEFORE = ("于", "自", "至", "在", "限：", "限:", "截止", "到")  # 发布时间：2026-2-12 comes from a page
_AFTER = ("前", "起", "止", "至", "召开", "印发", "完成")
_OPENS = ("，", "；", "。")  # before a clause whose subject follows the date: ；2025.3.20通过审查
_MARKS = "-./．"
_FEWEST = 3  # dates in the other style
_SHARE = 3  # times as many dates in it


class DateStyle(Check, frozen=True):
    """Dates in figures and points in a text whose other dates have 年, 月 and 日."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """The sign of a date in the other style."""
        return ("月",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each of the few dates of the style, related to the first date of the other."""
        dates = [match for match in dates_of(document) if match["day"] or match["year"]]
        if len(dates) < _FEWEST:
            return
        hits = [hit for hit in _dotted(document) if not document.is_quoted(hit.span.start)]
        if hits and len(hits) * _SHARE <= len(dates):
            place = Place(Span(*dates[0].span()))
            yield from (Hit(hit.span, hit.values, (place,), hit.edits) for hit in hits)


def _dotted(document: Document) -> Iterator[Hit]:
    """The dates in points that stand where a sentence or a field has a date."""
    text = passages_of(document)[0].text
    for start in places_of("20", text):
        match = _POINTS.match(text, start) if text[start + 4 : start + 5] in _MARKS else None
        if match is None or not is_day(int(match["month"]), int(match["day"])):
            continue
        opens = text.endswith(_OPENS, 0, start) and is_chinese(text[match.end() : match.end() + 1])
        if opens or text.endswith(_BEFORE, 0, start) or text.startswith(_AFTER, match.end()):
            expected = f"{match['year']}年{int(match['month'])}月{int(match['day'])}日"
            span = Span(*match.span())
            yield Hit(span, {"found": match[0], "expected": expected}, edits=(Edit(span, expected),))
