"""Ledgers (整改台账): tables whose head names problems, measures, persons responsible or dates."""

from collections.abc import Sequence

from lint.text.patterns.lazy import lazy

_COLUMNS = (
    lazy(r"问题|事项|不足"),
    lazy(r"措施|举措|做法|任务"),
    lazy(r"责任|牵头|负责"),
    lazy(r"时限|期限|时间|完成日期"),
)
_SPLIT = lazy(r"(?<!\\)\|")
_LEAST = 3
_LONGEST = 12


def is_ledger(head: Sequence[str]) -> bool:
    """Whether the first row of a table heads the columns of a ledger, three of its four at least."""
    names = ["".join(name.split()) for name in head]
    short = [name for name in names if len(name) <= _LONGEST]
    return sum(any(column.search(name) for name in short) for column in _COLUMNS) >= _LEAST


def table_cells(line: str, start: int) -> list[tuple[str, int]]:
    """The cells of a Markdown table's row: their texts, and where each begins when the line begins at an offset."""
    body = line.strip()
    inner = body.removeprefix("|")
    start += line.index(body) + len(body) - len(inner) if body else 0
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    cells: list[tuple[str, int]] = []
    at = 0
    for cell in _SPLIT.split(inner):
        blank = len(cell) - len(cell.lstrip()) if cell.strip() else 0
        cells.append((cell.strip(), start + at + blank))
        at += len(cell) + 1
    return cells
