"""The matrix of problems, causes and measures as people and programs look at it: scores and the words behind them."""

from collections.abc import Iterator, Mapping

import msgspec

from lint.analysis.matching.correspondence import Section, compare
from lint.analysis.matching.explanation import shared_words
from lint.analysis.sectioning.roles import compared_items, find_roles, parts_with_genre
from lint.document.genre import Role
from lint.document.tree import Document, Item
from lint.messages.words import Words
from lint.text.display import padded
from lint.text.source import Source

_ANSWERING: tuple[Role, ...] = ("causes", "measures")
_NAME = 26


class MatrixCell(msgspec.Struct, frozen=True):
    """One problem against one cause or measure; ``answers`` says that the latter was given to the former."""

    line: int
    name: str
    score: float
    answers: bool
    words: tuple[str, ...]


class MatrixRow(msgspec.Struct, frozen=True):
    """One problem with what may answer it."""

    line: int
    name: str
    causes: tuple[MatrixCell, ...]
    measures: tuple[MatrixCell, ...]


class MatrixTable(msgspec.Struct, frozen=True):
    """The correspondence in one part of a draft."""

    path: str
    genre: str
    problems: str
    causes: str
    measures: str
    rows: tuple[MatrixRow, ...]


def tables(source: Source, document: Document) -> tuple[MatrixTable, ...]:
    """The correspondence of every part that has problems and causes or measures."""
    found = []
    for part, genre in parts_with_genre(document):
        roles = find_roles(document, part, genre)
        if "problems" in roles and len(roles) > 1:
            problems = compared_items(roles["problems"], roles)
            cells = {role: _cells(source, document, problems, role, roles) for role in _ANSWERING}
            headings = {role: document.slice(roles[role].heading) if role in roles else "" for role in _ANSWERING}
            rows = tuple(
                MatrixRow(
                    _line(source, document, item),
                    _name(document, item),
                    cells["causes"][index],
                    cells["measures"][index],
                )
                for index, item in enumerate(problems.items)
            )
            title = document.slice(roles["problems"].heading)
            found.append(MatrixTable(source.path, genre.name, title, headings["causes"], headings["measures"], rows))
    return tuple(found)


def render(table: MatrixTable, words: Words) -> Iterator[str]:
    """The matrix as lines: under each problem the causes and measures that answer it, best first."""
    yield f"{table.path}: {table.genre}"
    for row in table.rows:
        yield f"[{row.line}] {row.name}"
        for role, heading, cells in (("causes", table.causes, row.causes), ("measures", table.measures, row.measures)):
            if not heading:
                continue
            answering = sorted((cell for cell in cells if cell.answers), key=lambda cell: -cell.score)
            for cell in answering:
                name = padded(f"[{cell.line}] {cell.name}", _NAME * 2)
                yield f"    {words.roles[role]} {name} {cell.score:6.1f}  {words.comma.join(cell.words)}"
            if not answering:
                best = max(cells, key=lambda cell: cell.score, default=None)
                near = f" ({words.nearest_answer} [{best.line}] {best.score:.1f})" if best and best.score else ""
                yield f"    {words.roles[role]} {words.unanswered}{near}"


def _cells(
    source: Source, document: Document, problems: Section, role: Role, roles: Mapping[Role, Item]
) -> list[tuple[MatrixCell, ...]]:
    if role not in roles:
        return [() for _ in problems.items]
    answers = compared_items(roles[role], roles)
    matrix = compare(document, problems, answers)
    return [
        tuple(
            MatrixCell(
                line=_line(source, document, other),
                name=_name(document, other),
                score=round(matrix.scores[left][right], 1),
                answers=left in matrix.answers[right],
                words=shared_words(document, item, other) if matrix.scores[left][right] else (),
            )
            for right, other in enumerate(answers.items)
        )
        for left, item in enumerate(problems.items)
    ]


def _line(source: Source, document: Document, item: Item) -> int:
    return source.position(document.reading.to_source(item.span).start).line


def _name(document: Document, item: Item) -> str:
    heading = document.slice(item.marker.span) + document.slice(item.heading)
    return heading if len(heading) <= _NAME else f"{heading[: _NAME - 1]}…"
