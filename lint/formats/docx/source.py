"""The draft of a .docx: its paragraphs as lines, with what Word knows of each beside them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from lint.formats.automatic import NO_NUMBER, AutomaticNumber
from lint.text.source import Source, Span

BREAK = "\v"
"""A line break inside a paragraph, as Word itself writes it in plain text."""

Place = Literal["body", "cell", "box", "note"]
Role = Literal["", "title", "contents", "caption"]
Alignment = Literal["left", "center", "right"]
Change = tuple[Span, str]


class WordCell(msgspec.Struct, frozen=True):
    """Where a paragraph stands in a table; ``column`` counts grid columns, ``merged`` continues the cell above."""

    table: int
    row: int
    column: int
    merged: bool = False


class WordParagraph(msgspec.Struct, frozen=True):
    """What Word knows of a paragraph besides its text.

    ``level`` is the outline level of a heading, from 1; 0 otherwise. ``label`` is the automatic number, ``bullet`` the
    list level of a bulleted paragraph, from 1. ``indent`` counts columns.
    ``apart`` says that a page or section begins with it. ``story`` numbers the text boxes and notes.
    ``locked`` are ranges of columns, from 0, whose text stands nowhere in the file as it is shown: tabs, fields.
    """

    place: Place = "body"
    level: int = 0
    role: Role = ""
    alignment: Alignment = "left"
    label: AutomaticNumber = NO_NUMBER
    bullet: int = 0
    indent: int = 0
    apart: bool = False
    cell: WordCell | None = None
    story: int = 0
    locked: tuple[Span, ...] = ()


class WordSource(Source):
    """A Word draft: a paragraph a line, tracked changes accepted, hidden text left out.

    ``rounds`` are the changes made to it since it was read, each round in offsets of the text before it.
    """

    def __init__(
        self,
        path: str,
        text: str,
        paragraphs: tuple[WordParagraph, ...],
        rounds: tuple[tuple[Change, ...], ...] = (),
    ) -> None:
        super().__init__(path, text)
        self.paragraphs = paragraphs
        self.rounds = rounds

    def can_change(self, span: Span, text: str) -> bool:
        """Whether a span is text of one paragraph that stands in the file, to be replaced by text of one line."""
        line, column = self.position(span.start)
        first = column - 1
        last = first + span.end - span.start
        length = len(self.line(line))
        if last > length or not length or any(sign in text for sign in ("\n", "\r", "\t", BREAK)):
            return False
        locked = self.paragraphs[line - 1].locked
        if first == last:
            return any(not _covers(locked, beside) for beside in (first - 1, first) if 0 <= beside < length)
        return not any(one.start < last and first < one.end for one in locked)

    def changed(self, text: str, changes: Iterable[Change]) -> "WordSource":
        """The draft with changes that lead to a text; each must be one that can be made."""
        made = tuple(sorted(set(changes)))
        by_line: dict[int, list[Change]] = {}
        for span, new in made:
            by_line.setdefault(self.position(span.start).line, []).append((span, new))
        paragraphs = list(self.paragraphs)
        for line, own in by_line.items():
            old = paragraphs[line - 1]
            if old.locked:
                start = self.line_starts[line - 1]
                moved = joined(_moved(one, start, own) for one in old.locked)
                paragraphs[line - 1] = msgspec.structs.replace(old, locked=moved)
        return WordSource(self.path, text, tuple(paragraphs), (*self.rounds, made))


def _covers(locked: Sequence[Span], column: int) -> bool:
    return any(one.start <= column < one.end for one in locked)


def _moved(locked: Span, start: int, changes: Sequence[Change]) -> Span:
    """A locked range after changes before it in its paragraph."""
    shift = sum(len(new) - (span.end - span.start) for span, new in changes if span.end - start <= locked.start)
    return Span(locked.start + shift, locked.end + shift)


def joined(ranges: Iterable[Span]) -> tuple[Span, ...]:
    """Ascending ranges, those that touch made one."""
    found: list[Span] = []
    for one in ranges:
        if found and found[-1].end == one.start:
            found[-1] = Span(found[-1].start, one.end)
        else:
            found.append(one)
    assert all(before.end < after.start for before, after in pairwise(found))
    return tuple(found)
