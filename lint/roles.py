"""The parts of a draft that correspond: its problems, causes, measures and case, found by the genre's synonyms."""

from collections.abc import Iterator, Mapping

from lint.correspondence import Section
from lint.document import Document, Item, Part
from lint.genre import Genre, Role

ROLES: tuple[Role, ...] = ("problems", "causes", "measures", "case")


def parts_with_genre(document: Document) -> Iterator[tuple[Part, Genre]]:
    """The parts whose genre is known and has problems."""
    for part, genre in zip(document.parts, document.genres, strict=True):
        if genre is not None and genre.section("problems") is not None:
            yield part, genre


def find_roles(document: Document, part: Part, genre: Genre) -> Mapping[Role, Item]:
    """The section that plays each role: a heading of the part, or one level below, that holds a synonym.

    A heading that names several roles (问题及原因) plays the one that it names first and none of the others.
    """
    return document.derive(("roles", part.span, genre.id), lambda: _find_roles(document, part, genre))


def _find_roles(document: Document, part: Part, genre: Genre) -> Mapping[Role, Item]:
    found: dict[Role, Item] = {}
    for item in _headed(part):
        role = _role(document.slice(item.heading), genre)
        if role and role not in found and not any(_holds(other, item) for other in found.values()):
            found[role] = item
    return found


def compared_items(document: Document, section: Item) -> Section:
    """The items of a section that are compared: its children at the head of paragraphs, else its inline ones."""
    heads = tuple(child for child in section.children if not child.inline and not child.quoted)
    return Section(heads or tuple(child for child in section.children if not child.quoted), section.span)


def _headed(part: Part) -> Iterator[Item]:
    for item in part.items:
        if not item.inline:
            yield item
    for item in part.items:
        yield from (child for child in item.children if not child.inline)


def _role(heading: str, genre: Genre) -> Role:
    places: list[tuple[int, Role]] = []
    for section in genre.sections:
        if section.role:
            places += [
                (place + len(word), section.role) for word in section.headings if (place := heading.rfind(word)) >= 0
            ]
    if not places or len(heading) > 30:
        return ""
    roles = {role for _, role in places}
    if roles == {"problems", "causes"}:
        return (
            "causes" if heading.rstrip().endswith(("原因", "根源", "原因分析", "原因剖析", "根源剖析")) else "problems"
        )
    if "measures" in roles:
        return "measures"
    return max(places)[1]


def _holds(outer: Item, inner: Item) -> bool:
    return outer.span.start <= inner.span.start < outer.span.end and outer is not inner
