"""Whether a year beside 去年, 今年 or 刚刚过去的 is that year, seen from the date of the draft."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.signing import own_signing
from lint.analysis.dates.title_year import year_of_title
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.sentences import sentence_start
from lint.text.source import Span

_RELATIVE = lazy(
    "(?P<past>刚刚过去的|刚过去的|已经过去的)(?P<past_year>20[0-9]{2})年"
    "|(?P<word>去年|上年度?|上一年度?|前年|今年|本年度?|明年|下一?年度)[（(](?:即|指|也就是)?(?P<year>20[0-9]{2})年度?[）)]"
)
_YEAR = lazy("(?<![0-9])20[0-9]{2}(?=年)")
_STEPS = {"去": -1, "上": -1, "前": -2, "今": 0, "本": 0, "明": 1, "下": 1}
_DECEMBER = 12


class RelativeYear(Check, frozen=True):
    """Years told to be the last, this or the next one that are not, by the day of signature or the title's year.

    Only in a main text that tells its day or year; where the paragraph names the year that they are told from, as in a
    story of earlier days, nothing is said.
    """

    values: ClassVar[frozenset[str]] = frozenset({"text", "base"})

    def signs(self) -> tuple[str, ...]:
        """The words for years."""
        return ("过去的", "去年", "上年", "上一年", "前年", "今年", "本年", "明年", "下年", "下一年")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such year, related to the date or title that says the year of the draft."""
        signed, title = own_signing(document), year_of_title(document, document.whole.main)
        base = signed[0] if signed else title.span if title else None
        if base is None:
            return
        for block in document.reading.blocks:
            for found in _RELATIVE.finditer(document.text, block.start, block.end):
                if not _is_own(document, found) or _is_told_from_another(document.text, block.start, block.end, found):
                    continue
                if _year(found) not in _allowed(found, signed[1] if signed else None, title.value if title else None):
                    span = Span(*found.span())
                    yield Hit(span, {"text": document.slice(span), "base": document.slice(base)}, (Place(base),))


def _is_own(document: Document, found: re.Match[str]) -> bool:
    """Whether words are the main text's own, no quotation and no title."""
    main = document.whole.main.span
    line = document.text[document.last_of("\n", 0, found.start()) + 1 : found.start()]
    in_title = line.count("《") > line.count("》")
    return main.start <= found.start() < main.end and not (in_title or document.is_quoted(found.start()))


def _is_told_from_another(text: str, start: int, end: int, found: re.Match[str]) -> bool:
    """Whether the paragraph names the year from which the one told is the last or the next; 刚刚过去的, the same
    sentence before it.
    """
    own = found.span("year") if found["word"] else found.span("past_year")
    if found["word"] is None:
        start, end = sentence_start(text, start, found.start()), found.start()
    others = {int(one[0]) for one in _YEAR.finditer(text, start, end) if one.span() != own}
    return _year(found) - _step(found) in others


def _year(found: re.Match[str]) -> int:
    return int(found["year"] or found["past_year"])


def _step(found: re.Match[str]) -> int:
    return _STEPS[found["word"][0]] if found["word"] else -1


def _allowed(found: re.Match[str], day: tuple[int, int, int] | None, title: int | None) -> set[int]:
    """The years that the words may mean: from the day, from the year of the title, or from that which ends."""
    step = _step(found)
    if found["word"] is None:
        dated = {day[0] - 1, *([day[0]] if day[1] == _DECEMBER else [])} if day else set()
        return dated or {title or 0, (title or 0) - 1}
    bases = {one for one in (day[0] if day else None, title) if one}
    if title is None and day and day[1] in (1, 2, 3, _DECEMBER):
        bases |= {day[0] - 1, day[0] + 1} if day[1] != _DECEMBER else {day[0] + 1}
    if day is None and title:
        bases |= {title + 1}
    return {base + step for base in bases}
