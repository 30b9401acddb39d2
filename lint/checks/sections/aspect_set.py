"""Whether the problems of a draft cover the aspects that its year's instructions prescribe."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.dates.title_year import NamedYear, years_in
from lint.analysis.sectioning.roles import find_roles
from lint.checks.base import Check, Hit, Place
from lint.document.genre import Aspect, Genre
from lint.document.tree import Document, Item, Part
from lint.text.source import Span


class AspectSet(Check, frozen=True):
    """Aspects of the draft's year that no heading of its problems is about.

    Only where all but one or two aspects have a heading is the draft organised by them. A title that has one of
    ``other_meetings`` is of a draft for which other aspects are set.
    """

    other_meetings: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"aspect", "terms", "year", "count", "told"})
    related_values: ClassVar[frozenset[str]] = frozenset()

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the heading of the problems for each aspect that is missing."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            title = document.slice(part.title) if part.title else ""
            if genre is not None and genre.aspects and not any(word in title for word in self.other_meetings):
                yield from _missing(document, part, genre)


def _missing(document: Document, part: Part, genre: Genre) -> Iterator[Hit]:
    told = _year(document, part, genre)
    problems = find_roles(document, part, genre).get("problems")
    if told is None or problems is None:
        return
    year = str(told.value)
    aspects, at = genre.aspects[year], told.whole_place
    names = [document.slice(item.heading) for item in _headed(problems)]
    missing = [aspect for aspect in aspects if not _is_about(aspect, names)]
    if not missing or len(missing) > max(1, len(aspects) // 3) or len(names) < len(aspects) - len(missing):
        return
    place = Span(problems.span.start, problems.heading.end)
    for aspect in missing:
        terms = "、".join(aspect.terms)
        values = {"aspect": aspect.name, "terms": terms, "year": year, "count": str(len(aspects))}
        yield Hit(place, values | {"told": document.slice(at)}, (Place(at),))


def _year(document: Document, part: Part, genre: Genre) -> NamedYear | None:
    """The year of the aspects as it is told: 2024年度 before 2024年, the title before the preamble.

    A date is none: what is written in January is of the year before. Several years of the preamble tell none.
    """
    for span in (part.title, part.subtitle, part.preamble):
        told = [year for year in years_in(document, span) if not year.is_dated] if span else []
        years = [year for year in told if year.is_whole] or told
        if span is part.preamble and len({year.value for year in years}) > 1:
            return None
        if years:
            return years[0] if str(years[0].value) in genre.aspects else None
    return None


def _headed(problems: Item) -> Iterator[Item]:
    """Items below the problems, down to those inside paragraphs."""
    for child in problems.children:
        if not child.quoted:
            yield child
            yield from (grandchild for grandchild in child.children if not grandchild.quoted)


def _is_about(aspect: Aspect, names: list[str]) -> bool:
    return any(term in name for name in names for term in (aspect.name, *aspect.terms))
