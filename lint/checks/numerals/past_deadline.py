"""Whether a deadline is still to come when the plan is made: no 完成时限：2024年12月底前 in a plan of 2025."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.calendar import year_of
from lint.analysis.dates.passages import Passage, passages_of
from lint.analysis.dates.signing import day_of, signing_dates
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.lazy import lazy
from lint.text.numerals import value_of
from lint.text.patterns import RegexStr, search
from lint.text.source import Span

_TITLE_YEAR = lazy(r"(?<!\d)(20\d\d)年(?![—～至-])")
_BY = lazy("[初底末]?(?:之?前|止|完成|$)|(?:[上中下]旬)(?:前|完成|$)|[底末]|\\s*$", re.MULTILINE)
_BEFORE = 14  # characters in which the word before a deadline stands
_SENTENCE = 30


class PastDeadline(Check, frozen=True):
    """Deadlines behind ``words`` that lie before the date or the year of a plan, whose title matches ``plans``.

    ``unless`` says that what is told was done by then.
    """

    plans: RegexStr
    words: RegexStr
    unless: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "signed"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("plans", self.plans), ("words", self.words), ("unless", self.unless))

    def signs(self) -> tuple[str, ...]:
        """The sign of a date."""
        return ("月",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such deadline in the prose, related to the date of the plan."""
        made = self._made(document)
        if made is None:
            return
        (own, *_) = passages_of(document)
        for match in own.dates:
            day = (_day(match) if match["year"] else ())[: len(made[1])]
            if day and day < made[1][: len(day)] and self._is_deadline(document, own, match):
                values = {"found": match[0], "signed": document.slice(made[0])}
                yield Hit(own.span(*match.span()), values, (Place(made[0]),))

    def _made(self, document: Document) -> tuple[Span, tuple[int, ...]] | None:
        """When a plan was made: the date of its text, or the year of its title."""
        title = document.whole.main.title
        if title is None or not search(self.plans, document.typed, *title, document.clock):
            return None
        main = document.whole.main.span
        for span in signing_dates(document):
            day = day_of(document.slice(span))
            if day and main.start <= span.start < main.end:
                return span, day
        years = [*_TITLE_YEAR.finditer(document.typed, *title)]
        return (Span(*years[0].span()), (int(years[0][1]),)) if len(years) == 1 else None

    def _is_deadline(self, document: Document, own: Passage, match: re.Match[str]) -> bool:
        text, clock = own.text, document.clock
        near = max(0, match.start() - _BEFORE)
        start = max(text.rfind("\n", near, match.start()) + 1, near)
        if not _BY.match(text, match.end()) or document.is_quoted(match.start()):
            return False
        told = search(self.words, text, start, match.start(), clock)
        end = min(match.end() + _SENTENCE, len(text))
        line = text.find("\n", match.end(), end)
        end = line if line >= 0 else end
        return told is not None and search(self.unless, text, start, end, clock) is None


def _day(match: re.Match[str]) -> tuple[int, ...]:
    day = year_of(match["year"]), value_of(match["month"])
    return (*day, value_of(match["day"])) if match["day"] else day
