"""A table of contents beside the headings that it lists."""

from collections.abc import Iterator

import msgspec

from lint.document import Document, Item
from lint.lazy import lazy
from lint.markers import Marker, find_head
from lint.source import Span

_LEADERS = lazy(r"[\s\u3000.．·…—\-]*(?:[（(]?\d{1,3}[）)]?)?$")
_OF_DEPTH = lazy(r"\d{1,2}(?:[.．]\d{1,2})*")
_BLANK = lazy(r"[\s\u3000]+")


class Line(msgspec.Struct, frozen=True):
    """An entry or a heading: its number in one form, its words without blanks and marks, its place."""

    number: str
    words: str
    span: Span
    item: Item | None = None


class Contents(msgspec.Struct, frozen=True):
    """``pairs`` are entries with their headings; ``entries`` and ``headings`` have no partner."""

    pairs: tuple[tuple[Line, Line], ...]
    entries: tuple[Line, ...]
    headings: tuple[Line, ...]


def contents_of(document: Document) -> Contents | None:
    """The table of contents of a draft against its headings; None where it cannot be read as one."""
    return document.derive("contents", lambda: _compare(document))


def _compare(document: Document) -> Contents | None:
    raise NotImplementedError


def _entries(document: Document) -> Iterator[Line]:
    for part in document.parts:
        for index in part.contents[1:]:
            block = document.reading.blocks[index]
            text = document.text[block.start : block.end]
            end = block.start + len(text) - len(_LEADERS.search(text)[0])
