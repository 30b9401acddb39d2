"""Whether the problems of a draft cover the aspects that its year's instructions prescribe."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.roles import find_roles
from lint.checks.base import Check, Hit
from lint.document.genre import Aspect, Genre
from lint.document.tree import Document, Item, Part
from lint.text.lazy import lazy
from lint.text.source import Span

_YEAR = lazy(r"(?P<year>20\d\d)年度|(?P<other>20\d\d)年")


class AspectSet(Check, frozen=True):
    """Aspects of the draft's year that no heading of its problems is about.

    Only where all but one or two aspects have a heading is the draft organised by them.
    """

    values: ClassVar[frozenset[str]] = frozenset({"aspect", "terms", "year", "count"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the heading of the problems for each aspect that is missing."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is not None and genre.aspects:
                yield from _missing(document, part, genre)


def _missing(document: Document, part: Part, genre: Genre) -> Iterator[Hit]:
    year = _year(document, part, genre)
    problems = find_roles(document, part, genre).get("problems")
    if not year or problems is None:
        return
    aspects = genre.aspects[year]
    names = [document.slice(item.heading) for item in _headed(problems)]
    missing = [aspect for aspect in aspects if not _is_about(aspect, names)]
    if not missing or len(missing) > max(1, len(aspects) // 3) or len(names) < len(aspects) - len(missing):
        return
    place = Span(problems.span.start, problems.heading.end)
    for aspect in missing:
        terms = "、".join(aspect.terms)
        yield Hit(place, {"aspect": aspect.name, "terms": terms, "year": year, "count": str(len(aspects))})


def _year(document: Document, part: Part, genre: Genre) -> str:
    """The year that the title names, 2024年度 before 2024年, or the only one that the preamble names."""
    for span in (part.title, part.subtitle, part.preamble):
        found = list(_YEAR.finditer(document.slice(span))) if span else []
        years = [match["year"] for match in found if match["year"]] or [match["other"] for match in found]
        if years and span is part.preamble and len(set(years)) > 1:
            return ""
        if years:
            return years[0] if years[0] in genre.aspects else ""
    return ""


def _headed(problems: Item) -> Iterator[Item]:
    """Items below the problems, down to those inside paragraphs."""
    for child in problems.children:
        if not child.quoted:
            yield child
            yield from (grandchild for grandchild in child.children if not grandchild.quoted)


def _is_about(aspect: Aspect, names: list[str]) -> bool:
    return any(term in name for name in names for term in (aspect.name, *aspect.terms))
