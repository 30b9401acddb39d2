"""Whether the problems of a draft cover the aspects that its year's instructions prescribe."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.sectioning.roles import find_roles
from lint.checks.base import Check, Hit, Place
from lint.document.genre import Aspect, Genre
from lint.document.tree import Document, Item, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_YEAR_OF_REPORT = lazy(r"20\d\d年度")
_YEAR = lazy(r"20\d\d年(?![度\s\u3000]*\d)")
_DIGITS = 4  # of a year


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
    year = document.slice(told)[:_DIGITS]
    aspects = genre.aspects[year]
    names = [document.slice(item.heading) for item in _headed(problems)]
    missing = [aspect for aspect in aspects if not _is_about(aspect, names)]
    if not missing or len(missing) > max(1, len(aspects) // 3) or len(names) < len(aspects) - len(missing):
        return
    place = Span(problems.span.start, problems.heading.end)
    for aspect in missing:
        terms = "、".join(aspect.terms)
        values = {"aspect": aspect.name, "terms": terms, "year": year, "count": str(len(aspects))}
        yield Hit(place, values | {"told": document.slice(told)}, (Place(told),))


def _year(document: Document, part: Part, genre: Genre) -> Span | None:
    """Where the year of the aspects is told: 2024年度 before 2024年, the title before the preamble.

    A date is none: what is written in January is of the year before. Several years of the preamble tell none.
    """
    for span in (part.title, part.subtitle, part.preamble):
        for pattern in (_YEAR_OF_REPORT, _YEAR):
            found = [match.span() for match in pattern.finditer(document.slice(span))] if span else []
            places = [Span(span.start + start, span.start + end) for start, end in found] if span else []
            if span is part.preamble and len({document.slice(place)[:_DIGITS] for place in places}) > 1:
                return None
            if places:
                return places[0] if document.slice(places[0])[:_DIGITS] in genre.aspects else None
    return None


def _headed(problems: Item) -> Iterator[Item]:
    """Items below the problems, down to those inside paragraphs."""
    for child in problems.children:
        if not child.quoted:
            yield child
            yield from (grandchild for grandchild in child.children if not grandchild.quoted)


def _is_about(aspect: Aspect, names: list[str]) -> bool:
    return any(term in name for name in names for term in (aspect.name, *aspect.terms))
