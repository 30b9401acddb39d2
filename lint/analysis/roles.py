"""The parts of a draft that correspond: its problems, causes, measures and case, found by the genre's synonyms."""

from collections.abc import Iterator, Mapping

from lint.analysis.correspondence import Section
from lint.analysis.sections import in_words_of, section_of
from lint.document.genre import Genre, Role
from lint.document.tree import Document, Item, Part
from lint.text.lazy import lazy

_LONGEST = 30  # characters of a heading
_ANSWERED = lazy("整改(?:落实|完成|进展|推进)?(?:情况|进展|成效|结果)")
"""What tells that problems stand there with what was done about them: 反馈问题整改情况."""


def parts_with_genre(document: Document) -> Iterator[tuple[Part, Genre]]:
    """The parts whose genre is known and has problems."""
    for part, genre in zip(document.parts, document.genres, strict=True):
        if genre is not None and genre.section("problems") is not None:
            yield part, genre


def find_roles(document: Document, part: Part, genre: Genre) -> Mapping[Role, Item]:
    """The section that plays each role: a heading of the part, or one level below, that holds a synonym.

    A heading that names several sections is that of the one whose word stands last in it; but 问题及原因 has the
    problems, unless they stand elsewhere or below it.
    """
    return document.derive(("roles", part.span, genre.id), lambda: _find_roles(document, part, genre))


def _find_roles(document: Document, part: Part, genre: Genre) -> Mapping[Role, Item]:
    found: dict[Role, Item] = {}
    genre = in_words_of(document, part, genre)
    for item in _headed(part):
        role = _role(document.slice(item.heading), genre)
        if role and role not in found and (role == "case" or not any(_holds(other, item) for other in found.values())):
            if {"problems", "causes"} <= {_role(document.slice(child.heading), genre) for child in item.children}:
                continue
            found[role] = item
    causes = found.get("causes")
    if causes and "problems" not in found and _names_problems(document.slice(causes.heading), genre):
        found["problems"] = found.pop("causes")
    return found


def _names_problems(heading: str, genre: Genre) -> bool:
    section = genre.section("problems")
    return section is not None and any(word in heading for word in section.headings)


def compared_items(section: Item, roles: Mapping[Role, Item]) -> Section:
    """The items of a section that are compared: its subsections, else its series of 一是, 二是; a case is none."""
    case = roles.get("case")
    own = tuple(child for child in section.children if not (child.quoted or (case and child.span == case.span)))
    subsections = tuple(child for child in own if not (child.inline or child.marker.family.inline))
    return Section(subsections or own, section.span)


def _headed(part: Part) -> Iterator[Item]:
    for item in part.items:
        if not item.inline:
            yield item
    for item in part.items:
        yield from (child for child in item.children if not child.inline)


def _role(heading: str, genre: Genre) -> Role:
    section = section_of(heading, genre) if len(heading) <= _LONGEST else None
    if section is None or (section.role == "problems" and _ANSWERED.search(heading)):
        return ""
    return section.role


def _holds(outer: Item, inner: Item) -> bool:
    return outer.span.start <= inner.span.start < outer.span.end and outer is not inner
