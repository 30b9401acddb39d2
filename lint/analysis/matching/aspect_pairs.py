"""Problems held against the causes or measures of the same text."""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from lint.analysis.matching.correspondence import Matrix, Section, compare
from lint.analysis.sectioning.roles import compared_items, find_roles, parts_with_genre
from lint.document.genre import Role
from lint.document.tree import Document, Item, Part
from lint.text.source import Span

AnsweringRole = Literal["causes", "measures"]
"""The sections that answer problems."""


class AspectPair(msgspec.Struct, frozen=True):
    """Problems (left) and what may answer them (right), compared; ``others`` are items of sections without a role."""

    left: Section
    right: Section
    matrix: Matrix
    section: Item
    others: Section


def aspect_pairs(document: Document, role: AnsweringRole, most_unanswered: int) -> Iterator[AspectPair]:
    """The pairs of a draft with two items or more on either side.

    Those in which more than ``most_unanswered`` per cent of the problems find no answer are left out: such a draft is
    not built by aspects.
    """
    for part, genre in parts_with_genre(document):
        roles = find_roles(document, part, genre)
        if "problems" in roles and role in roles:
            pair = _pair(document, part, roles, role)
            left, right = pair.left.items, pair.right.items
            if min(len(left), len(right)) > 1 and 100 * len(pair.matrix.unanswered) <= most_unanswered * len(left):
                yield pair


def aspect_name(document: Document, item: Item) -> str:
    """The first words of an item's heading, as messages name it."""
    return document.slice(item.heading)[:24]


def has_text(document: Document, item: Item) -> bool:
    """Whether anything stands after an item's marker."""
    return bool(document.slice(Span(item.marker.span.end, item.span.end)).strip("\n 　。；：，"))


def _pair(document: Document, part: Part, roles: Mapping[Role, Item], role: Role) -> AspectPair:
    """The problems of a part and what may answer them; once a document."""
    return document.derive(("pair", part.span, role), lambda: _compare_aspects(document, part, roles, role))


def _compare_aspects(document: Document, part: Part, roles: Mapping[Role, Item], role: Role) -> AspectPair:
    left, right = compared_items(roles["problems"], roles), compared_items(roles[role], roles)
    others = tuple(
        child
        for item in part.items
        if not any(_within(item, known) for known in roles.values())
        for child in (item.children or (item,))
        if not child.inline and child.span.start > left.span.start
    )
    matrix = compare(document, left, right)
    return AspectPair(left, right, matrix, roles[role], Section(others, part.span))


def _within(item: Item, known: Item) -> bool:
    """Whether two items are one, or one holds the other."""
    return item.span.start < known.span.end and known.span.start < item.span.end
