"""The way from one text to another, line by line, so that the editor keeps cursor and marks where nothing changes."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from lint.text.edit import Edit
from lint.text.source import Source, Span


def changes(before: Source, after: Source) -> Iterator[Edit]:
    """The edits of whole lines that make the one draft the other."""
    old, new = (*before.line_starts, len(before.text)), (*after.line_starts, len(after.text))
    lines = [before.text[start:end] for start, end in pairwise(old)]
    wanted = [after.text[start:end] for start, end in pairwise(new)]
    for tag, start, end, new_start, new_end in SequenceMatcher(None, lines, wanted, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Edit(Span(old[start], old[end]), after.text[new[new_start] : new[new_end]])
