"""The comment that silences a rule at one place of a draft."""

import os
import re
from bisect import bisect_right

from lint.formats import MARKDOWN
from lint.formats.blocks import Reading
from lint.text.edit import Edit
from lint.text.source import Source, Span


def comment(path: str, rule: str) -> str:
    """The comment that silences a rule in a draft: at the end of a line of Markdown, above a plain paragraph."""
    if _is_markdown(path):
        return f"<!-- wengao-lint: ignore {rule} -->"
    return f"# wengao-lint: ignore-next-line {rule}"


def suppression(source: Source, reading: Reading, offset: int, rule: str) -> Edit:
    """The edit that silences a rule at an offset.

    In Markdown a comment on a line of its own could part a list or a quotation, hence at the end of the line.
    """
    said = comment(source.path, rule)
    if _is_markdown(source.path):
        line = source.position(offset).line
        text = source.line(line)
        end = source.line_starts[line - 1] + len(text.rstrip())
        return Edit(Span(end, end), f" {said}")
    starts = [reading.to_source(Span(block.start, block.end)).start for block in reading.blocks]
    first = starts[max(0, bisect_right(starts, offset) - 1)] if starts else 0
    start = source.line_starts[source.position(first).line - 1]
    newline = re.search(r"\r\n|\r|\n", source.text)
    return Edit(Span(start, start), said + (newline[0] if newline else "\n"))


def _is_markdown(path: str) -> bool:
    return os.path.splitext(path)[1].lower() in MARKDOWN
