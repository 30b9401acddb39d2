"""The picture of what answers what: causes, problems and measures in columns, a line for each answer.

The problems stand in the middle, because causes and measures are both given to them and not to each other.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from lint.analysis.matching.correspondence import Section, compare
from lint.analysis.matching.explanation import shared_words
from lint.analysis.sectioning.roles import compared_items, find_roles, parts_with_genre
from lint.checks.correspondence.pairs.aspect_answer import AspectAnswer
from lint.checks.correspondence.pairs.aspect_origin import AspectOrigin
from lint.document.genre import Role
from lint.document.tree import Document, Item
from lint.formats.blocks import MASK
from lint.formats.plain.lines import width
from lint.rulebook.finding import Finding
from lint.rulebook.rule import Rule
from lint.text.source import Span

_KINDS = ("aspect_answer", "aspect_origin")  # checks that tell of a lack
_Telling = Mapping[tuple[int, Role, Role], tuple[int, ...]]

_ANSWERING: tuple[Role, ...] = ("causes", "measures")
_ORDER: tuple[Role, ...] = ("causes", "problems", "measures")

BOX = 214  # widths and heights are in units of the drawing, of which text takes FONT a character
BETWEEN = 84
FONT = 14
_HEAD = 40
LINE = 19
_PADDING = 9
_GAP = 12
_LINES = 2
_NO_START = "，。、；：！？）”》…"
_COLUMNS = 2 * (BOX - 24) // FONT


class Lack(msgspec.Struct, frozen=True):
    """A role without an item that answers a box; ``findings`` (indices) say so, or none where no rule does."""

    role: Role
    findings: tuple[int, ...] = ()


class Box(msgspec.Struct, frozen=True, omit_defaults=True):
    """A problem, cause or measure; below its lines there is room for one line for each of its ``lacks``."""

    role: Role
    anchor: int
    x: int
    y: int
    height: int
    lines: tuple[str, ...]
    name: str
    lacks: tuple[Lack, ...] = ()


class Link(msgspec.Struct, frozen=True):
    """A line from a problem to what answers it (indices of boxes), and the words behind it; ``weight`` is 1 to 5."""

    problem: int
    answer: int
    path: str
    weight: int
    words: tuple[str, ...]


class Column(msgspec.Struct, frozen=True):
    """A section at the head of its column."""

    role: Role
    x: int
    heading: str
    count: int
    width: int = BOX


class Picture(msgspec.Struct, frozen=True):
    """The correspondence in one part of a draft, drawn."""

    width: int
    height: int
    columns: tuple[Column, ...]
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]


class _Answer(msgspec.Struct, frozen=True):
    """That one item of a section answers a problem."""

    role: Role
    problem: int
    item: int
    score: float
    words: tuple[str, ...]


def pictures(document: Document, findings: Sequence[Finding] = (), rules: Sequence[Rule] = ()) -> Iterator[Picture]:
    """The picture of every part that has problems and causes or measures, with the findings of these rules in it."""
    indices = {item.span: index for index, item in enumerate(document.items)}
    telling = _telling(findings, rules)
    for part, genre in parts_with_genre(document):
        roles = find_roles(document, part, genre)
        sections = {role: compared_items(roles[role], roles) for role in _ORDER if role in roles}
        if "problems" in sections and sections["problems"].items and len(sections) > 1:
            yield _drawn(document, roles, sections, indices, telling)


def _telling(findings: Sequence[Finding], rules: Sequence[Rule]) -> _Telling:
    """The findings that tell of a lack, by the offset where they begin and the roles without an answer and lacking."""
    lacks: dict[str, tuple[Role, Role]] = {}
    for rule in rules:
        check = rule.check if rule.kind in _KINDS else None
        if isinstance(check, AspectAnswer):
            lacks[rule.id] = ("problems", check.section)
        elif isinstance(check, AspectOrigin):
            lacks[rule.id] = (check.section, "problems")
    telling: dict[tuple[int, Role, Role], tuple[int, ...]] = {}
    for index, finding in enumerate(findings):
        if finding.rule in lacks:
            key = (finding.span.start, *lacks[finding.rule])
            telling[key] = (*telling.get(key, ()), index)
    return telling


def _drawn(
    document: Document,
    roles: Mapping[Role, Item],
    sections: Mapping[Role, Section],
    indices: Mapping[Span, int],
    telling: _Telling,
) -> Picture:
    shown = [role for role in _ORDER if role in sections]
    answers = [answer for role in shown if role in _ANSWERING for answer in _answers(document, sections, role)]
    lacking = {role: _lacking(role, sections, answers) for role in shown}
    stacks = {role: _stack(document, role, sections[role], lacking[role], indices, telling) for role in shown}
    tallest = max(_bottom(stack) for stack in stacks.values())
    boxes: list[Box] = []
    first: dict[Role, int] = {}
    columns: list[Column] = []
    for place, role in enumerate(shown):
        x, down = place * (BOX + BETWEEN), _HEAD + (tallest - _bottom(stacks[role])) // 2
        first[role] = len(boxes)
        boxes += [msgspec.structs.replace(box, x=x, y=box.y + down) for box in stacks[role]]
        columns.append(Column(role, x, _wrapped(_name(document, roles[role]), 1)[0], len(stacks[role])))
    links = tuple(_links(answers, boxes, first))
    return Picture(columns[-1].x + BOX, _HEAD + tallest + 2, tuple(columns), tuple(boxes), links)


def _stack(
    document: Document,
    role: Role,
    section: Section,
    lacking: Sequence[Sequence[Role]],
    indices: Mapping[Span, int],
    telling: _Telling,
) -> list[Box]:
    """The boxes of a column, one below the other from 0."""
    boxes: list[Box] = []
    for item, absent in zip(section.items, lacking, strict=True):
        name = _name(document, item)
        lines = _wrapped(name)
        start = document.reading.to_source(item.head).start
        lacks = tuple(Lack(each, telling.get((start, role, each), ())) for each in absent)
        height = 2 * _PADDING + LINE * (len(lines) + len(lacks))
        y = _bottom(boxes) + _GAP if boxes else 0
        boxes.append(Box(role, indices[item.span], 0, y, height, lines, name, lacks))
    return boxes


def _bottom(boxes: Sequence[Box]) -> int:
    return boxes[-1].y + boxes[-1].height if boxes else 0


def _answers(document: Document, sections: Mapping[Role, Section], role: Role) -> Iterator[_Answer]:
    problems, answering = sections["problems"], sections[role]
    matrix = compare(document, problems, answering)
    for place, item in enumerate(answering.items):
        for problem in matrix.answers[place]:
            words = _words(document, problems.items[problem], item)
            yield _Answer(role, problem, place, round(matrix.scores[problem][place], 1), words)


def _words(document: Document, problem: Item, answer: Item) -> tuple[str, ...]:
    return tuple(word.replace(MASK, "…") for word in shared_words(document, problem, answer))


def _lacking(role: Role, sections: Mapping[Role, Section], answers: Sequence[_Answer]) -> list[tuple[Role, ...]]:
    """For each item of a section the roles in which nothing answers it; causes and measures answer problems only."""
    numbers = range(len(sections[role].items))
    if role != "problems":
        answering = {answer.item for answer in answers if answer.role == role}
        return [() if number in answering else ("problems",) for number in numbers]
    given = {(answer.problem, answer.role) for answer in answers}
    asked = [other for other in _ANSWERING if other in sections]
    return [tuple(other for other in asked if (number, other) not in given) for number in numbers]


def _links(answers: Sequence[_Answer], boxes: Sequence[Box], first: Mapping[Role, int]) -> Iterator[Link]:
    top = max((answer.score for answer in answers), default=0.0) or 1.0
    for answer in answers:
        problem, other = first["problems"] + answer.problem, first[answer.role] + answer.item
        weight = max(1, min(5, round(5 * answer.score / top)))
        side: Literal[-1, 1] = -1 if answer.role == "causes" else 1
        path = _path(boxes[problem], boxes[other], side)
        yield Link(problem, other, path, weight, answer.words)


def _path(problem: Box, other: Box, side: Literal[-1, 1]) -> str:
    """A curve from the side of the problem to the facing side of the other box, level at both ends."""
    start = problem.x + (BOX if side > 0 else 0)
    end = other.x + (0 if side > 0 else BOX)
    one, two = problem.y + problem.height // 2, other.y + other.height // 2
    bend = side * BETWEEN // 2
    return f"M{start} {one}C{start + bend} {one} {end - bend} {two} {end} {two}"


def _name(document: Document, item: Item) -> str:
    text = document.slice(item.marker.span) + document.slice(item.heading)
    return " ".join(text.replace(MASK, "…").split())


def _wrapped(text: str, most: int = _LINES) -> tuple[str, ...]:
    """Text on at most so many lines as fit into a box, about equally long; an ellipsis for what is left."""
    room = most * _COLUMNS
    if width(text) > room:
        kept = 0
        while width(text[: kept + 1]) < room:
            kept += 1
        text = f"{text[: kept - 1]}…"
    count = -(-width(text) // _COLUMNS)
    columns = min(_COLUMNS, -(-width(text) // max(1, count)) + 2)
    lines = [""]
    for char in text:
        if width(lines[-1] + char) > columns and (char not in _NO_START or width(lines[-1]) >= _COLUMNS):
            lines.append("")
        lines[-1] += char
    return tuple(lines)
