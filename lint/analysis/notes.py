"""Footnote marks ［1］ in a text and the notes at its end."""

import msgspec

from lint.document.tree import Document
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NOTE = lazy(r"(?P<mark>[［\[]\^?(?P<number>\d{1,3})[］\]])[：:]?[ \u3000]*\S")
_MARK = lazy(r"(?<=[^\n\s\d〔\[［(（])(?:[［\[]\^?(?P<number>\d{1,3})[］\]])(?![（(号])")
_FEWEST = 2  # notes: a single line that begins with [1] may be anything

NOTE_SIGNS = ("］", "]")
"""What closes a mark."""


class Notes(msgspec.Struct, frozen=True):
    """The notes of a draft and the marks in its text, by number."""

    notes: dict[int, Span]
    marks: dict[int, list[Span]]


def notes_of(document: Document) -> Notes | None:
    """The notes and marks; None where there are no marks or no block of notes."""
    notes = _notes(document)
    if len(notes) < _FEWEST:
        return None
    marks: dict[int, list[Span]] = {}
    for match in _MARK.finditer(document.typed):
        marks.setdefault(int(match["number"]), []).append(Span(*match.span()))
    return Notes(notes, marks) if marks else None


def _notes(document: Document) -> dict[int, Span]:
    """The notes by number: lines that begin with a mark."""
    notes: dict[int, Span] = {}
    for block in document.reading.blocks:
        if block.kind in PROSE and document.typed[block.start : block.start + 1] in ("［", "["):
            match = _NOTE.match(document.typed, block.start, block.end)
            if match:
                notes.setdefault(int(match["number"]), Span(*match.span("mark")))
    return notes
