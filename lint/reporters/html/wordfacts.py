"""What only Word knows of a paragraph: how it is set, and the cells of a table."""

from itertools import groupby

from lint.formats.docx.source import WordParagraph, WordSource
from lint.text.source import Source


def alignment(source: Source, line: int) -> str:
    """``center`` or ``right`` for a line of a Word draft that is set so; nothing for any other."""
    facts = _facts(source, line)
    return facts.alignment if facts and facts.alignment != "left" else ""


def cells(source: Source, line: int) -> tuple[tuple[str, ...], ...]:
    """The cells of the table that begins with a line of a Word draft, row by row; nothing in any other draft."""
    first = _facts(source, line)
    if first is None or first.cell is None or not isinstance(source, WordSource):
        return ()
    lines: list[tuple[int, int, str]] = []
    for number in range(line, len(source.paragraphs) + 1):
        facts = source.paragraphs[number - 1]
        if facts.cell is None or facts.cell.table != first.cell.table:
            break
        lines.append((facts.cell.row, facts.cell.column, f"{facts.label.text}{source.line(number)}"))
    return tuple(
        tuple("\n".join(text for *_, text in cell) for _, cell in groupby(row, key=lambda each: each[1]))
        for _, row in groupby(lines, key=lambda each: each[0])
    )


def _facts(source: Source, line: int) -> WordParagraph | None:
    if isinstance(source, WordSource) and line <= len(source.paragraphs):
        return source.paragraphs[line - 1]
    return None
