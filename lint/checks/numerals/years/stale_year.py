"""Whether a draft for one year speaks of another where it can only mean its own: last year's draft written over."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lint.analysis.dates.title_year import NamedYear, plain_year_of_title, years_in
from lint.analysis.paragraphs import block_range, opening, paragraphs
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.comparison.likeness import share_run
from lint.text.patterns.bounded import RegexStr, search
from lint.text.patterns.lazy import lazy
from lint.text.patterns.words import any_of
from lint.text.source import Span

_NUMBER = lazy(r"〔(?P<year>20\d\d)〕[_＿ \u3000]{2,}号")
_ALIKE = 3  # characters behind the year that the title has too
_SUBJECT = 4


class StaleYear(Check, frozen=True, kw_only=True):
    """Another year than the title's in what the draft is about, in its own name, or in what it still promises.

    Told are what stands from one of ``openings`` to one of ``closings`` (现将…如下), the notice that calls the meeting
    of the title (after ``meetings``, and after ``tasks`` in a text that ends in one of ``reviews``), what ``aims`` say
    of a past year up to one of ``aimed``, and numbers to be filled in. What ``unless`` matches around the year looks
    back on purpose.
    """

    unless: RegexStr
    openings: tuple[str, ...]
    closings: tuple[str, ...]
    meetings: tuple[str, ...]
    tasks: tuple[str, ...]
    reviews: tuple[str, ...]
    aims: tuple[str, ...]
    aimed: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found", "year"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield "unless", self.unless

    def signs(self) -> tuple[str, ...]:
        """The century of a year."""
        return ("20",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such year, related to that of the title."""
        part = document.whole.main
        title = plain_year_of_title(document, part)
        if title is None:
            return
        spans = {*self._subjects(document, part, title), *self._cited(document, part, title)}
        spans |= {*self._aims(document, part, title.value), *_numbers(document, title.value)}
        place = Place(title.span)
        for span in sorted(spans):
            if not document.is_quoted(span.start):
                yield Hit(span, {"found": f"{document.slice(span)}年", "year": title.text}, (place,))

    def _subjects(self, document: Document, part: Part, title: NamedYear) -> Iterator[Span]:
        """The only year of 现将…如下, where what follows it is what follows the title's."""
        for paragraph in opening(document, part):
            for match in _subject(self.openings, self.closings).finditer(document.typed, *paragraph):
                years = [one for one in years_in(document, Span(*match.span())) if one.is_plain]
                if len({one.value for one in years}) == 1 and not self._looks_back(document, match.span()):
                    alike = (one for one in years if _is_alike(one, title, review=self._is_review(document, part)))
                    yield from (one.span for one in alike if one.value != title.value)

    def _cited(self, document: Document, part: Part, title: NamedYear) -> Iterator[Span]:
        """The year of the notice that calls for what the title names."""
        review = self._is_review(document, part)
        for paragraph in opening(document, part):
            for match in _cited(self.meetings + self.tasks).finditer(document.typed, *paragraph):
                year = years_in(document, Span(*match.span("text")))[0]
                if not year.is_plain or year.value == title.value or not (year.is_whole and title.is_whole):
                    continue
                if (match["verb"] in self.meetings or review) and share_run(year.words, title.words, _SUBJECT):
                    yield year.span

    def _aims(self, document: Document, part: Part, year: int) -> Iterator[Span]:
        for paragraph in paragraphs(document, part):
            for match in _ahead(self.aims, self.aimed).finditer(document.typed, *paragraph):
                if int(match["text"][:4]) < year and not self._looks_back(document, match.span()):
                    yield Span(match.start("text"), match.start("text") + 4)

    def _is_review(self, document: Document, part: Part) -> bool:
        """Whether a text looks back on the year of its title."""
        return part.title is not None and document.slice(part.title).rstrip().endswith(self.reviews)

    def _looks_back(self, document: Document, span: tuple[int, int]) -> bool:
        return search(self.unless, document.typed, *span, document.clock) is not None


@lru_cache(maxsize=8)
def _subject(openings: tuple[str, ...], closings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{any_of(openings)}[^。\n]{{2,80}}?{any_of(closings)}")


@lru_cache(maxsize=8)
def _cited(verbs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!参照)(?<!依照)(?:《[^《》\n]{{0,40}}?|关于|(?P<aim>为(?:认真|切实|全面)?))"
        rf"(?P<verb>{any_of(verbs)})(?P<text>20\d\d年[^《》，。\n]{{2,40}}?)"
        r"(?(aim)(?=[，。])|(?:》|的(?:通知|要求|部署|安排|意见)))"
    )


@lru_cache(maxsize=8)
def _ahead(aims: tuple[str, ...], aimed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{any_of(aims)}[^，。；\n]{{0,8}}?(?P<text>20\d\d年[^，。；\n]{{0,14}}{any_of(aimed)})")


def _is_alike(one: NamedYear, title: NamedYear, *, review: bool) -> bool:
    """Whether two years are years of one thing: 2024年度 in a review, 2025年工作要点 and 2026年全县民政工作要点."""
    if review and one.is_whole and title.is_whole:
        return True
    words, others = one.words, title.words
    return len(words) >= _ALIKE and (words[:_SUBJECT] == others[:_SUBJECT] or share_run(words, others, _SUBJECT))


def _numbers(document: Document, year: int) -> Iterator[Span]:
    """The years of document numbers to be filled in, in the forms of the annexes."""
    for part in document.parts:
        if part.kind == "annex":
            for index in block_range(document, part):
                block = document.reading.blocks[index]
                for match in _NUMBER.finditer(document.typed, block.start, block.end):
                    if int(match["year"]) < year:
                        yield Span(*match.span("year"))
