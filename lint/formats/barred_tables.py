"""Tables whose cells bars set apart, without the ruled line that Markdown asks for: 乡镇 | 面积 | 投资."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lint.text.patterns.lazy import lazy

WIDE_BARS = "｜│"
"""Bars that plain text has too; Markdown knows none of them."""
_BARS = f"|{WIDE_BARS}"
_BAR = lazy(r"(?:^|(?<=[ \t\u3000]))\|(?=[ \t\u3000]|$)|[｜│]")
"""A bar between cells; wide ones need no blanks around them."""
_LEAST_ROWS = 3
_NARROWEST = 2  # cells of a row; so few only beside a column of figures
_SENTENCE = lazy("[。！？`]|^\\$")
_HEAD = lazy(r"[^：:]{1,20}")
_HAN = lazy("[\u4e00-\u9fff]")
_FIGURE = lazy(r"[-－+]?[0-9][0-9,，]*(?:\.[0-9]+)?[%％‰]?")
_FRAME = "(?=[^─━═]*[─━═])[─-╿ \u3000]+"
RULED = lazy(f"(?=[^-]*-)[|: -]+|{_FRAME}")
"""The line below the heads of a table: |---|---|, and those of a frame: ├───┼───┤."""
_FIELD = lazy("[^：:]{1,10}[：:]")
_ITEM = lazy(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[.．、](?![0-9])|[-*+>#]\s")


def holds_bars(text: str) -> bool:
    """Whether a line may be a row."""
    return any(bar in text for bar in _BARS)


def find_barred_tables(lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    """First line and line after the last of each table: a row of heads and rows of as many cells, two or more.

    A ruled line may stand between them. Blank lines are empty texts. Lines with sentences, with fields (时间：6月)
    or with markers of items are no rows.
    """
    texts = list(lines)
    first, width = 0, 0
    for index, text in enumerate((*texts, "")):
        cells = _cells_of_row(text) if holds_bars(text) else []
        if width and len(cells) != width:
            if _is_table(texts[first:index]):
                yield first, index
            width = 0
        if cells and not width:
            first, width = index, len(cells)


def barred_cells(text: str, start: int) -> list[tuple[str, int]]:
    """The cells of a row: their texts, and where each begins in the source when the row begins at an offset."""
    bars = [-1, *(bar.start() for bar in _BAR.finditer(text)), len(text)]
    if _is_framed(text):
        bars = bars[1:-1]
    cells: list[tuple[str, int]] = []
    for before, after in pairwise(bars):
        cell = text[before + 1 : after]
        blank = len(cell) - len(cell.lstrip()) if cell.strip() else 0
        cells.append((cell.strip(), start + before + 1 + blank))
    return cells


def _is_framed(text: str) -> bool:
    """Whether bars stand at both ends; a row that only ends in one has an empty last cell."""
    return len(text) > 1 and text[0] == text[-1] and text[0] in _BARS


def _cells_of_row(text: str) -> list[str]:
    """The cells of a line, nothing where it is no row: a bar without blanks around it belongs to its word."""
    if RULED.fullmatch(text):
        return text.strip("|").split("|")
    if _SENTENCE.search(text) or _ITEM.match(text) or sum(map(text.count, _BARS)) != len(_BAR.findall(text)):
        return []
    cells = [cell for cell, _ in barred_cells(text, 0)]
    fields = sum(_FIELD.match(cell) is not None for cell in cells)
    return cells if len(cells) >= _NARROWEST and 2 * fields < len(cells) else []


def _is_table(texts: Sequence[str]) -> bool:
    """Whether rows stand below a row of heads: short names, none of them a figure."""
    if len(texts) < _LEAST_ROWS or RULED.fullmatch(texts[0]):
        return False
    heads, *rows = [[cell for cell, _ in barred_cells(text, 0)] for text in texts if not RULED.fullmatch(text)]
    named = all(_HEAD.fullmatch(head) and not _FIGURE.fullmatch(head) for head in heads)
    columns = list(zip(*rows, strict=True))
    counts = any(all(_FIGURE.fullmatch(cell) for cell in column) for column in columns)
    are_plain = len(heads) > _NARROWEST and not any(bar in texts[0] for bar in WIDE_BARS)  # 党建｜业务｜融合 is a motto
    return named and _HAN.search("".join(heads)) is not None and (are_plain or counts)
