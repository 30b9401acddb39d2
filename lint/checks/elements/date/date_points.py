"""Whether the date of signature (成文日期) has year, month and day with their signs."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import FIGURES, is_day
from lint.analysis.paragraphs import lines
from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_POINTS = lazy(r"^(?P<year>20\d\d)(?P<mark>[.．/\-—])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})[.日]?$")
_NO_DAY = lazy(r"^20\d\d年(?:[1-9]|1[0-2])月$")
_UNKNOWN_DAY = "×日"
_LAST = 6  # paragraphs
_BELOW = 200  # characters


class DatePoints(Check, frozen=True):
    """Dates of signature written as 2024.5.1 or without a day, among the last lines of a text."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such date."""
        for part in document.parts:
            last = lines(document, part)[-_LAST:]
            found = {span: expected for span in last if (expected := _expected(document.slice(span)))}
            shaped = sum(_is_shaped(document.slice(span)) for span in last)
            for span, expected in found.items():
                certain = shaped == 1 and not _has_date(document, part, span)
                edits = () if _UNKNOWN_DAY in expected else (Edit(span, expected),)
                yield Hit(span, {"found": document.slice(span), "expected": expected}, edits=edits, certain=certain)


def _is_shaped(found: str) -> bool:
    return bool(_POINTS.match(found) or _NO_DAY.match(found))


def _expected(found: str) -> str:
    """The date as it should be written; nothing where it is none."""
    if _NO_DAY.match(found):
        return f"{found}{_UNKNOWN_DAY}"
    match = _POINTS.match(found)
    if match is None:
        return ""
    month, day = int(match["month"]), int(match["day"])
    return f"{match['year']}年{month}月{day}日" if is_day(month, day) else ""


def _has_date(document: Document, part: Part, other: Span) -> bool:
    """Whether the date of signature stands in full among the last lines of a part or right below another date."""
    last = [document.slice(line) for line in lines(document, part)[-_LAST:]]
    return any(map(FIGURES.match, [*last, *document.text[other.end : other.end + _BELOW].split("\n")[1:_LAST]]))
