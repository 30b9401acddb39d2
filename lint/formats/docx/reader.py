"""Word: paragraphs with the automatic numbers that their reader sees, tables masked, text boxes and notes apart."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from lint.formats.automatic import NO_NUMBER, AutomaticNumber
from lint.formats.blocks import MASK, BlockKind, Reading, Role
from lint.formats.builder import ReadingBuilder
from lint.formats.docx.source import BREAK, WordParagraph, WordSource
from lint.formats.plain.lines import TextLine, begins_item, columns, is_finished
from lint.formats.plain.reader import Opaque, find_opaque
from lint.formats.plain.wrapping import find_continuations
from lint.text.patterns.fragments import SMALL
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_CAPTION = lazy(rf"[图表][ \u3000]?(?:\d|{SMALL}[ \u3000：:])")
_LONGEST_HEAD = 12  # lines that may stand before the text begins
_LONGEST_HEADING = 60
_LONGEST_ENDING = 60


class _WordRow(NamedTuple):
    """A line of a paragraph, or a whole table; ``line`` is it with its label, as the reader sees it."""

    line: TextLine
    facts: WordParagraph
    label: AutomaticNumber = NO_NUMBER
    table: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The text that stands in the source."""
        return self.line.text[len(self.label.text) :]

    @property
    def typed(self) -> TextLine:
        """The line without its label, unless that is all of it; an entry of a table of contents is no row of cells."""
        text = self.text or self.line.text
        return msgspec.structs.replace(
            self.line, text=text.replace("\t", " ") if self.facts.role == "contents" else text
        )

    @property
    def is_numbered(self) -> bool:
        """Whether the line begins with a marker."""
        return bool(self.label.text) or begins_item(self.line.text)

    @property
    def level(self) -> int:
        """The outline level of a heading; captions and entries of a table of contents are none."""
        special = self.facts.role in ("caption", "contents") or _CAPTION.match(self.line.text)
        return 0 if self.table or special or len(self.line.text) > _LONGEST_HEADING else self.facts.level


def read_word(source: WordSource) -> Reading:
    """The reading of a Word draft."""
    rows = list(_rows(source, [n for n, one in enumerate(source.paragraphs, 1) if one.place in ("body", "cell")]))
    builder = ReadingBuilder()
    _add_flow(builder, source, rows)
    for row in _rows(source, [n for n, one in enumerate(source.paragraphs, 1) if one.place in ("box", "note")]):
        _add_row(builder, row, "aside")
    return builder.finish()


def _rows(source: WordSource, numbers: Sequence[int]) -> Iterator[_WordRow]:
    """The lines of some paragraphs that hold anything, and the tables between them."""
    gap = False
    for table, group in groupby(numbers, key=lambda number: _table(source.paragraphs[number - 1])):
        if table is not None:
            cells = tuple(group)
            start = source.line_starts[cells[0] - 1]
            yield _WordRow(TextLine(MASK, start, 0, 0, gap), source.paragraphs[cells[0] - 1], NO_NUMBER, cells)
            gap = False
            continue
        for number in group:
            facts = source.paragraphs[number - 1]
            gap = gap or facts.apart
            for row in _paragraph(source, number, facts):
                if row is None:
                    gap = True
                else:
                    yield row._replace(line=msgspec.structs.replace(row.line, gap=gap))
                    gap = False


def _table(facts: WordParagraph) -> int | None:
    return facts.cell.table if facts.place == "cell" and facts.cell else None


def _paragraph(source: WordSource, number: int, facts: WordParagraph) -> Iterator[_WordRow | None]:
    """The lines of a paragraph; None for a blank one."""
    at = source.line_starts[number - 1]
    label = facts.label
    for raw in source.line(number).split(BREAK):
        body = raw.strip()
        if body or label.text.strip():
            lead = len(raw) - len(raw.lstrip()) if body else 0
            indent = columns(raw[:lead]) or facts.indent
            label = label if body else msgspec.structs.replace(label, text=label.text.rstrip())
            yield _WordRow(TextLine(label.text + body, at + lead, lead, indent, gap=False), facts, label)
            label = NO_NUMBER
        else:
            yield None
        at += len(raw) + len(BREAK)


def _add_flow(builder: ReadingBuilder, source: WordSource, rows: Sequence[_WordRow]) -> None:
    """Add the main text: paragraphs, wrapped lines rejoined, tables and rules masked."""
    lines = [row.line for row in rows]
    opaque = find_opaque([row.typed for row in rows])
    opaque |= {index: (index + 1, "table", "table") for index, row in enumerate(rows) if row.table}
    hidden = {index for first, (end, _, _) in opaque.items() for index in range(first, end)}
    continued = {index for index in find_continuations(lines, hidden) if _may_continue(rows[index - 1], rows[index])}
    titles = _title_lines(rows)
    shift = _heading_shift(rows, titles)
    index = 0
    while index < len(rows):
        if index in opaque:
            index = _add_opaque(builder, source, rows, index, opaque)
            continue
        end = index + 1
        while end in continued:
            end += 1
        _add_paragraph(builder, rows[index:end], shift, is_title=index in titles)
        index = end


def _may_continue(before: _WordRow, row: _WordRow) -> bool:
    """Whether nothing in the layout of two lines speaks against one being the rest of the other."""
    one, other = before.facts, row.facts
    special = row.label.text or other.bullet or other.level or one.level or other.role or one.role
    return not special and one.alignment == other.alignment


def _add_opaque(
    builder: ReadingBuilder, source: WordSource, rows: Sequence[_WordRow], index: int, opaque: Opaque
) -> int:
    """Add what is no prose; the line after it."""
    end, kind, why = opaque[index]
    row = rows[index]
    if not row.table:
        builder.mask(kind, why, Span(row.line.start, rows[end - 1].line.end), gap=row.line.gap)
        return end
    last = row.table[-1]
    span = Span(row.line.start, source.line_starts[last - 1] + len(source.line(last)))
    cells = _cells(source, row.table)
    if cells:
        builder.table(cells, span, gap=row.line.gap)
    else:
        builder.mask(kind, why, span, gap=row.line.gap)
    return end


def _cells(source: WordSource, numbers: Sequence[int]) -> list[list[tuple[str, int]]]:
    """The cells of a table by row: texts, and where they begin; a cell that continues the one above has its text."""
    above: dict[int, str] = {}
    table: list[list[tuple[str, int]]] = []
    for _, row in groupby(numbers, key=lambda number: _place(source, number)[0]):
        cells: list[tuple[str, int]] = []
        for (_, column, merged), group in groupby(row, key=lambda number: _place(source, number)):
            own = list(group)
            text = " ".join(f"{source.paragraphs[n - 1].label.text}{source.line(n)}".strip() for n in own).strip()
            above[column] = above.get(column, "") if merged and not text else text
            cells += [cells[-1]] * (column - len(cells)) if cells else []  # the grid columns that a cell spans
            cells.append((above[column], source.line_starts[own[0] - 1]))
        table.append(cells)
    return table


def _place(source: WordSource, number: int) -> tuple[int, int, bool]:
    cell = source.paragraphs[number - 1].cell
    return (cell.row, cell.column, cell.merged) if cell else (0, 0, False)


def _title_lines(rows: Sequence[_WordRow]) -> frozenset[int]:
    """The lines at the head of a draft that are set as its title, all of one outline level.

    A heading of a chapter may be set as large: it is numbered, or of another level, or others like it follow.
    """
    found: list[int] = []
    for index, row in enumerate(rows[:_LONGEST_HEAD]):
        if row.facts.role != "title":
            if row.level or row.is_numbered or is_finished(row.line.text):
                break
        elif row.is_numbered or (found and row.facts.level != rows[found[0]].facts.level):
            break
        else:
            found.append(index)
    level = rows[found[0]].facts.level if found else 0
    several = level and any(_is_set_alike(rows[found[0]], row) for row in rows[found[-1] + 1 :])
    return frozenset(found[:1] if several else found)


def _is_set_alike(title: _WordRow, row: _WordRow) -> bool:
    return row.facts.role == "title" and row.level == title.facts.level


def _heading_shift(rows: Sequence[_WordRow], titles: frozenset[int]) -> int:
    """How many levels lie above the first heading style: one, the title, unless the title alone is set in it."""
    first = min(titles, default=next((index for index, row in enumerate(rows) if not row.table), 0))
    if not rows or rows[first].level != 1 or rows[first].is_numbered:
        return 1
    return int(any(row.level == 1 for index, row in enumerate(rows) if index != first and index not in titles))


def _add_paragraph(builder: ReadingBuilder, rows: Sequence[_WordRow], shift: int, *, is_title: bool) -> None:
    """Add lines that are one paragraph."""
    first = rows[0]
    facts = first.facts
    _add_rows(builder, rows)
    if first.level and not (is_title and shift):
        role = "" if facts.role == "title" and not is_title else _role(first)
        builder.end("heading", level=first.level + shift, indent=first.line.indent, gap=first.line.gap, role=role)
    elif facts.bullet:
        builder.end("list_item", level=facts.bullet, ordinal=0, indent=first.line.indent, gap=first.line.gap)
    else:
        role = "" if facts.role == "title" and first.is_numbered else _role(first)
        builder.end("paragraph", indent=first.line.indent, gap=first.line.gap, role=role)


def _add_row(builder: ReadingBuilder, row: _WordRow, kind: BlockKind) -> None:
    _add_rows(builder, [row])
    builder.end(kind, indent=row.line.indent, gap=row.line.gap)


def _add_rows(builder: ReadingBuilder, rows: Sequence[_WordRow]) -> None:
    builder.begin()
    for index, row in enumerate(rows):
        if index:
            builder.join()
        if row.label.text:
            builder.label(row.label, row.line.start)
        builder.add(row.text, row.line.start)


def _role(row: _WordRow) -> Role:
    if row.facts.role in ("title", "contents"):
        return row.facts.role
    return "ending" if row.facts.alignment == "right" and len(row.line.text) <= _LONGEST_ENDING else ""
