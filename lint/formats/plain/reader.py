"""Plain text: one paragraph a line, hard-wrapped lines rejoined, tables and rules set aside."""

from lint.formats.blocks import BlockKind, Reading
from lint.formats.builder import ReadingBuilder
from lint.formats.plain.lines import TextLine, split_lines
from lint.formats.plain.tables import find_tables, rows_of
from lint.formats.plain.wrapping import find_continuations
from lint.text.patterns.lazy import lazy
from lint.text.source import Source, Span

_DIRECTIVE = "# wengao-lint:"
_RULED = frozenset("-=*~—─━－＝＊")
_RULE = lazy(r"([-=*~—─━－＝＊])\1{2,}")

Opaque = dict[int, tuple[int, BlockKind, str]]


def read_text(source: Source) -> Reading:
    """The reading of a plain-text draft."""
    lines = split_lines(source)
    opaque = find_opaque(lines)
    hidden = {index for first, (end, _, _) in opaque.items() for index in range(first, end)}
    continued = find_continuations(lines, hidden)
    builder = ReadingBuilder()
    index = 0
    while index < len(lines):
        if index in opaque:
            end, kind, why = opaque[index]
            span = Span(lines[index].start, lines[end - 1].end)
            if why == "comment":
                builder.skip(why, span)
            elif kind == "table" and (rows := rows_of(lines[index:end])):
                builder.table(rows, span, gap=lines[index].gap)
            else:
                builder.mask(kind, why, span, gap=lines[index].gap)
            index = end
        else:
            index = _add_paragraph(builder, lines, index, continued)
    return builder.finish()


def _add_paragraph(builder: ReadingBuilder, lines: list[TextLine], first: int, continued: set[int]) -> int:
    """Add the paragraph that begins with a line; the line after it."""
    line = lines[first]
    builder.begin()
    builder.add(line.text, line.start)
    index = first + 1
    while index in continued:
        builder.join()
        builder.add(lines[index].text, lines[index].start)
        index += 1
    builder.end("paragraph", indent=line.indent, gap=line.gap)
    return index


def find_opaque(lines: list[TextLine]) -> Opaque:
    """Runs of lines that are no prose: the line after each run, the kind of its block, and why."""
    found: Opaque = {first: (end, "table", "table") for first, end in find_tables(lines)}
    for index, line in enumerate(lines):
        if line.text.startswith(_DIRECTIVE):
            found[index] = (index + 1, "html", "comment")
        elif line.text[0] in _RULED and _RULE.fullmatch(line.text):
            found[index] = (index + 1, "rule", "rule")
    return found
