"""Whether every problem has its measure and its cause, and every measure and cause its problem."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

import msgspec

from lint.analysis.concepts import concepts_in
from lint.analysis.correspondence import Matrix, Section, compare, search_terms
from lint.analysis.roles import compared_items, find_roles, parts_with_genre
from lint.checks.base import Check, Hit, Place
from lint.document.genre import Role
from lint.document.tree import Document, Item, Part
from lint.text.source import Span

_TELLING = 4  # characters
_VAGUE = frozenset(
    {"工作", "问题", "方面", "存在", "在工", "加强", "强化", "提升", "提高", "推进", "落实", "完善", "建设", "深入"}
    | {"不够", "不足", "不强", "不深", "不力", "进一", "一步"}
)
_UNIVERSAL = (
    "组织领导",
    "组织保障",
    "加强领导",
    "组织实施",
    "督促检查",
    "跟踪问效",
    "长效",
    "保障措施",
    "工作要求",
    "党的领导",
    "党建引领",
    "党性",
    "宗旨",
    "理想信念",
)


class AspectCoverage(Check, frozen=True):
    """Problems against the items of ``section``: ``unanswered`` problems, ``orphan`` items that answer none, or
    a different ``order``. Nothing is said where fewer than two items stand on either side, or where more than
    half of the problems find no answer: such a draft is not built by aspects.
    """

    section: Literal["causes", "measures"]
    report: Literal["unanswered", "orphan", "order"] = "unanswered"
    most_unanswered: int = 50

    values: ClassVar[frozenset[str]] = frozenset({"aspect", "terms", "section", "found"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each item that stands alone, or at the first out of order."""
        for part, genre in parts_with_genre(document):
            roles = find_roles(document, part, genre)
            if "problems" in roles and self.section in roles:
                pair = _pair(document, part, roles, self.section)
                if min(len(pair.left.items), len(pair.right.items)) >= 2:
                    yield from self._hits(document, pair)

    def _hits(self, document: Document, pair: "_Pair") -> Iterator[Hit]:
        unanswered, orphans = pair.matrix.unanswered, pair.matrix.orphans
        if 100 * len(unanswered) > self.most_unanswered * len(pair.left.items):
            return
        if self.report == "unanswered":
            for index in unanswered:
                if not _answered_elsewhere(document, pair, index):
                    yield from _unanswered(document, pair, index)
        elif self.report == "orphan":
            for index in orphans:
                if not any(word in document.slice(pair.right.items[index].heading) for word in _UNIVERSAL):
                    yield _orphan(document, pair, index)
        else:
            yield from _order(document, pair)


class _Pair(msgspec.Struct, frozen=True):
    """Problems (left) and what may answer them (right), compared; ``others`` are items of sections without a role."""

    left: Section
    right: Section
    matrix: Matrix
    section: Item
    others: Section


def _pair(document: Document, part: Part, roles: Mapping[Role, Item], role: Role) -> _Pair:
    """The problems of a part and what may answer them; once a document."""
    return document.derive(("pair", part.span, role), lambda: _compared(document, part, roles, role))


def _compared(document: Document, part: Part, roles: Mapping[Role, Item], role: Role) -> _Pair:
    left, right = compared_items(roles["problems"], roles), compared_items(roles[role], roles)
    others = tuple(
        child
        for item in part.items
        if not any(_within(item, known) for known in roles.values())
        for child in (item.children or (item,))
        if not child.inline and child.span.start > left.span.start
    )
    matrix = compare(document, left, right)
    return _Pair(left, right, matrix, roles[role], Section(others, part.span))


def _answered_elsewhere(document: Document, pair: _Pair, index: int) -> bool:
    """Whether a section under another heading answers a problem nearly as well as its own section answers others."""
    if not pair.others.items:
        return False
    usual = sorted(max(row[place] for row in pair.matrix.scores) for place in range(len(pair.right.items)))
    elsewhere = compare(document, pair.left, pair.others)
    answers = any(answer[:1] == (index,) for answer in elsewhere.answers)
    return answers and max(elsewhere.scores[index]) >= usual[len(usual) // 2] / 4


def _within(item: Item, known: Item) -> bool:
    """Whether two items are one, or one holds the other."""
    return item.span.start < known.span.end and known.span.start < item.span.end


def _name(document: Document, item: Item) -> str:
    return document.slice(item.heading)[:24]


def _unanswered(document: Document, pair: _Pair, index: int) -> Iterator[Hit]:
    """A hit, unless the section takes up the problem in passing: two of its words, or one that says it all."""
    item = pair.left.items[index]
    terms, found = search_terms(document, pair.left, index, pair.right)
    if len(found) > 1 or any(len(word) >= _TELLING for word in found) or _is_spoken_of(document, item, pair):
        return
    if _is_met_in_its_place(document, pair, index):
        return
    values = {
        "aspect": _name(document, item),
        "section": _name(document, pair.section),
        "terms": "、".join(terms),
        "found": "、".join(found) or "无",
    }
    yield Hit(_span(item), values, (Place(pair.section.sign),))


def _is_spoken_of(document: Document, item: Item, pair: _Pair) -> bool:
    """Whether the section holds two telling words of a concept of the problem: 政治判断力、政治领悟力 for 政治素质."""
    spoken = concepts_in(document, pair.right.span)
    concepts = concepts_in(document, item.heading)
    return any(sum(len(word) > _TELLING for word in set(spoken.get(concept, ()))) > 1 for concept in concepts)


def _is_met_in_its_place(document: Document, pair: _Pair, index: int) -> bool:
    """Whether an item that answers nothing else stands in the problem's place and shares a word of its heading."""
    if len(pair.left.items) != len(pair.right.items) or index not in pair.matrix.orphans:
        return False
    problem, answer = (document.slice(section.items[index].heading) for section in (pair.left, pair.right))
    shared = {problem[place : place + 2] for place in range(len(problem) - 1)}
    return any(word in answer and word.isalpha() and word not in _VAGUE for word in shared)


def _orphan(document: Document, pair: _Pair, index: int) -> Hit:
    item = pair.right.items[index]
    values = {"aspect": _name(document, item), "section": _name(document, pair.section), "terms": "", "found": ""}
    return Hit(_span(item), values)


def _order(document: Document, pair: _Pair) -> Iterator[Hit]:
    """A hit at the first item that answers an earlier problem than the one before it, in a one-to-one match."""
    left, right = pair.left, pair.right
    best = [answer[0] for answer in pair.matrix.answers if answer]
    if len(best) != len(right.items) or sorted(best) != list(range(len(left.items))):
        return
    place = next((place for place, wanted in enumerate(best) if wanted != place), None)
    if place is not None:
        order = "、".join(str(wanted + 1) for wanted in best)
        values = {"aspect": _name(document, right.items[place]), "section": "", "terms": order, "found": ""}
        yield Hit(_span(right.items[place]), values, (Place(_span(left.items[best[place]])),))


def _span(item: Item) -> Span:
    """The marker and heading of an item."""
    return item.head
