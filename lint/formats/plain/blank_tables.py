"""Tables in plain text whose cells several blanks set apart: 县区    中心（个）    床位（张）."""

import re
from collections.abc import Iterator, Sequence

from lint.formats.plain.lines import TextLine
from lint.formats.plain.spaced_tables import TOTAL
from lint.text.patterns.lazy import lazy

_CELL = lazy(r"[^\s\u3000]+(?:[ \u3000][^\s\u3000]+)*")
_HEAD = lazy(r"[^\s\u3000]+")
"""A head, which any blank sets apart."""
_FIGURE = lazy(r"[-－+]?[¥￥]?[0-9][0-9,，]*(?:\.[0-9]+)?[%％‰]?|[-—－/]+")
_DIGIT = lazy("[0-9]")
_STOPS = lazy("[。；：]")
_LEAST = 3  # rows
_PAIR = 2  # columns of the narrowest table


def find_two_columns(lines: Sequence[TextLine], taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First line and line after the last of each table of names and figures with their total: 项目    资金（万元）.

    ``taken`` marks the lines that belong to another table.
    """
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and not (taken[end] or (end > index and lines[end].gap)) and _is_pair(lines[end].text):
            end += 1
        if end - index >= _LEAST and TOTAL.match(lines[end - 1].text) and cells_between_blanks(lines[index:end]):
            yield index, end
        index = max(end, index + 1)


def heads_columns(text: str, row: Sequence[str]) -> bool:
    """Whether a line has a head for each cell of the row below, though closer: 序号　乡镇　　管网（公里）."""
    heads = _HEAD.findall(text)
    return (
        len(heads) == len(row) > _PAIR
        and any(map(_FIGURE.fullmatch, row))
        and not (_STOPS.search(text) or any(map(_FIGURE.fullmatch, heads)))
    )


def cells_between_blanks(lines: Sequence[TextLine]) -> list[list[tuple[str, int]]]:
    """The cells of a table by row, each with its place in the source; nothing where one may be blank.

    Every row has as many cells, but for that of a total, which spans the names; and some column holds nothing but
    figures below its head. Heads may stand closer: 序号　乡镇　　管网（公里）.
    """
    rows = [_cells(line, _CELL) for line in lines]
    closer = _cells(lines[0], _HEAD)
    if len(rows) > 1 and len(closer) == len(rows[1]):
        rows[0] = closer
    heads, *below = ([text for text, _ in row] for row in rows)
    full = [row for row in below if len(row) == len(heads)]
    if len(rows) < _LEAST or len(heads) < _PAIR or any(_FIGURE.fullmatch(head) for head in heads):
        return []
    figures = [column for column in range(len(heads)) if _is_of_figures([row[column] for row in full])]
    if not figures:
        return []
    first = next((column for column in figures if column), len(heads))
    spanning = 1 + len(heads) - first
    fits = (len(row) == len(heads) or (len(row) == spanning and TOTAL.fullmatch(row[0])) for row in below)
    return rows if all(fits) else []


def _is_pair(text: str) -> bool:
    cells = [cell[0] for cell in _CELL.finditer(text)] if "  " in text or "\u3000\u3000" in text else []
    return len(cells) == _PAIR and not _STOPS.search(text)


def _cells(line: TextLine, shape: re.Pattern[str]) -> list[tuple[str, int]]:
    return [(cell[0], line.start + cell.start()) for cell in shape.finditer(line.text)]


def _is_of_figures(column: Sequence[str]) -> bool:
    return all(map(_FIGURE.fullmatch, column)) and sum(_DIGIT.search(cell) is not None for cell in column) > 1
