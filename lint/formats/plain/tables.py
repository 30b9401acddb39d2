"""Tables in plain text: rows of cells set apart by tabs, several blanks, bars or one ideographic space."""

from collections.abc import Iterator, Sequence

from lint.formats.barred_tables import RULED, barred_cells, find_barred_tables, holds_bars
from lint.formats.ledgers import table_cells
from lint.formats.plain.blank_tables import cells_between_blanks, find_two_columns, heads_columns
from lint.formats.plain.lines import HAN_DIGITS, TextLine, begins_item
from lint.formats.plain.spaced_tables import TOTAL, cells_of, find_spaced_tables
from lint.text.patterns.lazy import lazy

_GAP = lazy(r"[ \u3000]{2,}")
_MARKER = lazy(
    rf"(?:第[{HAN_DIGITS}]+[编章节条]|[（(](?:[{HAN_DIGITS}]+|\d+)[）)]|(?:[{HAN_DIGITS}]+|\d+)[、.．]|[①-⑳•●·-])\s+"
)
_DATE = lazy(r"[\d〇零一二三四五六七八九十XxＸ×]+\s*年.*日")
_PAGE = lazy(r"[-—–]?[ \u3000]*(?:\d{1,3}|[ivxIVX]{1,5}|[Ⅰ-Ⅻ])[ \u3000]*[-—–]?")
_CONTENTS = lazy(r"目[\s\u3000]*[录次]")
_BETWEEN = 1  # lines without a page number among the entries of a table of contents
_RULED = lazy(r"[|: -]+")
_FRAME = frozenset("|│┃┌├└┏┠┗")


def find_tables(lines: Sequence[TextLine]) -> Iterator[tuple[int, int]]:
    """First line and line after the last of every table: two rows or more without a blank line between."""
    wide = list(_find_wide(lines))
    taken = [False] * len(lines)
    for first, end in wide:
        taken[first:end] = [True] * (end - first)
    yield from wide
    for first, end in _find_barred(lines, taken):
        taken[first:end] = [True] * (end - first)
        yield first, end
    for find in (find_two_columns, find_spaced_tables):
        for first, end in find(lines, taken):
            yield first, end
            taken[first:end] = [True] * (end - first)


def _find_barred(lines: Sequence[TextLine], taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The tables whose cells bars between blanks set apart, without bars at the ends of rows."""
    if any(holds_bars(line.text) for line in lines):
        texts: list[str] = []
        places: list[int] = []
        for index, (line, is_taken) in enumerate(zip(lines, taken, strict=True)):
            if line.gap:
                texts.append("")
                places.append(index)
            texts.append("" if is_taken else line.text)
            places.append(index)
        for first, end in find_barred_tables(texts):
            yield places[first], places[end - 1] + 1


def _find_wide(lines: Sequence[TextLine]) -> Iterator[tuple[int, int]]:
    """The tables whose cells tabs, | or several blanks set apart."""
    listed = -_BETWEEN - 1
    for first, rows in _groups(lines):
        end = first + len(rows)
        if first > 0 and not lines[first].gap and heads_columns(lines[first - 1].text, rows[0]):
            yield first - 1, end
            continue
        headed = first - listed <= _BETWEEN or (first > 0 and _CONTENTS.fullmatch(lines[first - 1].text) is not None)
        if _is_contents(lines[first], rows, headed=headed):
            listed = end
        elif len(rows) > 1:
            yield first, end


def _groups(lines: Sequence[TextLine]) -> Iterator[tuple[int, list[list[str]]]]:
    """The rows that follow each other without a blank line, with the line of the first."""
    first = 0
    rows: list[list[str]] = []
    for index, line in enumerate(lines):
        cells = _cells(line.text) or (_total_cells(line.text) if rows else [])
        if rows and (not cells or line.gap):
            yield first, rows
            rows = []
        if cells:
            first = first if rows else index
            rows.append(cells)
    if rows:
        yield first, rows


def rows_of(lines: Sequence[TextLine]) -> list[list[tuple[str, int]]]:
    """The cells of a table by row: set apart by tabs, blanks or | as in Markdown; else nothing."""
    if all("\t" in line.text for line in lines):
        return [_placed(line, line.text.split("\t")) for line in lines]
    if all(line.text[0] == line.text[-1] == "|" for line in lines):
        return [table_cells(line.text, line.start) for line in lines if not _RULED.fullmatch(line.text)]
    unruled = [line for line in lines if not RULED.fullmatch(line.text)]
    if list(find_barred_tables([line.text for line in unruled])) == [(0, len(unruled))]:
        return [barred_cells(line.text, line.start) for line in unruled]
    if list(find_spaced_tables(lines, [False] * len(lines))) == [(0, len(lines))]:
        return [_placed(line, cells_of(line.text)) for line in lines]
    return cells_between_blanks(lines)


def _placed(line: TextLine, texts: Sequence[str]) -> list[tuple[str, int]]:
    """The cells of a row that one sign sets apart: their texts, and where each begins in the source."""
    cells: list[tuple[str, int]] = []
    at = line.start
    for cell in texts:
        cells.append((cell.strip(), at + len(cell) - len(cell.lstrip()) if cell.strip() else at))
        at += len(cell) + 1
    return cells


def _cells(text: str) -> list[str]:
    """The cells of a row; nothing if the line is no row."""
    if text[0] in _FRAME and len(text) > 2:
        return text.strip("|│┃").split(text[0])
    tabbed = "\t" in text
    if not tabbed and not (" " in text and "  " in text) and not ("\u3000" in text and "\u3000\u3000" in text):
        return []
    text = _MARKER.sub("", text, count=1) if _MARKER.match(text) else text
    cells = text.split("\t") if tabbed else _GAP.split(text)
    if tabbed:
        return cells if len(cells) > 1 else []
    return cells if len(cells) > 2 and not _is_set_out(cells) else []


def _total_cells(text: str) -> list[str]:
    """The two cells of a row that tells only a total; nothing if the line is none."""
    cells = _GAP.split(text)
    return cells if len(cells) == 2 and TOTAL.fullmatch(cells[0]) else []


def _is_set_out(cells: Sequence[str]) -> bool:
    """Whether blanks only space out the letters of a word (目　　录) or set the dates of signatures apart."""
    return all(len(cell) == 1 for cell in cells) or all(_DATE.fullmatch(cell) for cell in cells)


def _is_contents(first: TextLine, rows: Sequence[Sequence[str]], *, headed: bool) -> bool:
    """Whether rows are the entries of a table of contents with their page numbers: the first is a marker's, or they
    stand below 目录, where a number may be a cell of its own.
    """
    cells = (2, 3) if headed else (2,)
    return (headed or begins_item(first.text)) and all(
        len(row) in cells and _PAGE.fullmatch(row[-1].strip()) for row in rows
    )
