"""Tables in plain text whose cells one ideographic space sets apart: 序号　资金来源　2026年　小计."""

from collections.abc import Iterator, Sequence

from lint.formats.plain.lines import TextLine
from lint.text.patterns.lazy import lazy

_SPACE = "\u3000"
_LEAST = 3  # cells of a row, and rows
_HEAD = lazy(r"[^\s。，；：:；、．.□☐_＿]{1,14}")
_NUMBERED = lazy("序号|编号|名次|排名")
_FIGURE = lazy(r"[-－+]?[0-9][0-9,，]*(?:\.[0-9]+)?[%％‰]?|[-—－/]*")
_DIGIT = lazy("[0-9]")
_FULL_FIGURE = lazy(r"[0-9,，.]+[%％]?")
_NOTE = lazy("(?:附?注|说明|备注)[：:]")
TOTAL = lazy("(?:[合总共小]计|总和|总数)")


def find_spaced_tables(lines: Sequence[TextLine], taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First line and line after the last of each such table: a row of heads and as many cells in each row below.

    A column of figures, or one that numbers the rows, tells it from names and choices that are set in columns too.
    ``taken`` marks the lines that belong to another table.
    """
    index = 0
    while index < len(lines):
        heads = [] if taken[index] else cells_of(lines[index].text)
        if not _are_heads(heads):
            index += 1
            continue
        end = index + 1
        while end < len(lines) and not taken[end] and not lines[end].gap and _is_row(lines[end].text, len(heads)):
            end += 1
        if end - index >= _LEAST and _counts(heads, [cells_of(line.text) for line in lines[index + 1 : end]]):
            yield index, end
        index = end


def cells_of(text: str) -> list[str]:
    """The cells of a row, blank ones among them."""
    return text.split(_SPACE)


def _are_heads(cells: Sequence[str]) -> bool:
    names = len(cells) >= _LEAST and all(_HEAD.fullmatch(cell) and not _FULL_FIGURE.fullmatch(cell) for cell in cells)
    return names and max(map(len, cells)) > 1


def _is_row(text: str, width: int) -> bool:
    """Whether a line has a cell below each head; that of a total may span some of them."""
    if _NOTE.match(text):
        return False
    cells = cells_of(text)
    return len(cells) == width or (1 < len(cells) < width and TOTAL.fullmatch(cells[0]) is not None)


def _counts(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first column numbers the rows, or another holds nothing but figures."""
    full = [row for row in rows if len(row) == len(heads)]
    columns = list(zip(*full, strict=True))
    if not columns:
        return False
    if _NUMBERED.fullmatch(heads[0]) and all(cell.isdecimal() for cell in columns[0]):
        return True
    return any(_is_of_figures(column) for column in columns[1:])


def _is_of_figures(column: Sequence[str]) -> bool:
    return all(_FIGURE.fullmatch(cell) for cell in column) and sum(bool(_DIGIT.search(cell)) for cell in column) > 1
