"""Whether a plan lays down what its own year demands: no 2025年工作的总体要求是 in 2026年工作要点."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.title_year import plain_year_of_title
from lint.analysis.headings import headings_above
from lint.analysis.paragraphs import paragraphs
from lint.checks.base import Check, Hit, Place
from lint.checks.shared.said import says
from lint.document.tree import Document, Part
from lint.text.patterns.bounded import RegexStr, search
from lint.text.patterns.lazy import lazy
from lint.text.sentences import sentence_end
from lint.text.source import Span

_AT_HEAD = lazy(r"(?:^|(?<=。))(?P<year>20\d\d)年度?")
_LITTLE = 3  # years by which an older draft may be older


class PlanYear(Check, frozen=True):
    """Sentences of a plan, whose title matches ``plans``, that begin with a year before its own and lay down its aims.

    A match of ``declares`` right behind the year lays them down, up to the end of the sentence. The paragraph
    looks back where it names the title's year or ``unless`` matches, or under a heading that ``told`` matches.
    """

    plans: RegexStr
    declares: RegexStr
    unless: RegexStr
    told: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "year"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("plans", self.plans), ("declares", self.declares), ("unless", self.unless), ("told", self.told))

    def signs(self) -> tuple[str, ...]:
        """The century of a year."""
        return ("20",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such year, related to that of the title."""
        for part in document.parts:
            title = plain_year_of_title(document, part)
            if title is None or part.title is None or not says(document, self.plans, part.title):
                continue
            year = title.value
            for span in self._declared(document, part, year):
                values = {"found": f"{document.slice(span)}年", "year": f"{year}年"}
                yield Hit(span, values, (Place(title.span),))

    def _declared(self, document: Document, part: Part, year: int) -> Iterator[Span]:
        heads = {item.span.start: item.heading.start for item in document.items_of(part)}
        for paragraph in paragraphs(document, part):
            line = Span(heads.get(paragraph.start, paragraph.start), paragraph.end)
            for match in _AT_HEAD.finditer(document.typed[line.start : line.end]):
                if not 0 < year - int(match["year"]) <= _LITTLE:
                    continue
                span = Span(line.start + match.start("year"), line.start + match.end("year"))
                lays_down = self._lays_down(document, line.start + match.end())
                if lays_down and not self._looks_back(document, line, span, year):
                    yield span

    def _lays_down(self, document: Document, place: int) -> bool:
        stop = sentence_end(document.typed, place, len(document.typed))
        found = search(self.declares, document.typed, place, stop, document.clock)
        return found is not None and found.start() == place

    def _looks_back(self, document: Document, line: Span, span: Span, year: int) -> bool:
        """Whether what is laid down was so before."""
        if f"{year}年" in document.slice(line) or says(document, self.unless, line):
            return True
        return document.is_quoted(span.start) or any(
            says(document, self.told, heading) for heading in headings_above(document, span.start)
        )
