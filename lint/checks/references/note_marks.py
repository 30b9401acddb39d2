"""Whether footnote marks ［1］ and the notes at the end answer each other."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.formats.blocks import PROSE
from lint.text.lazy import lazy
from lint.text.source import Span

_NOTE = lazy(r"(?P<mark>[［\[]\^?(?P<number>\d{1,3})[］\]])[：:]?[ \u3000]*\S")
_MARK = lazy(r"(?<=[^\n\s\d〔\[［(（])(?:[［\[]\^?(?P<number>\d{1,3})[］\]])(?![（(号])")


class NoteMarks(Check, frozen=True):
    """Marks without a note, notes without a mark; a draft without a block of two notes is left alone."""

    report: Literal["mark", "note"]

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """What closes a mark."""
        return ("］", "]")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each mark or note that stands alone."""
        text = document.typed
        notes = _notes(document)
        if len(notes) < 2:
            return
        marks: dict[int, list[Span]] = {}
        for match in _MARK.finditer(text):
            marks.setdefault(int(match["number"]), []).append(Span(*match.span()))
        if not marks:
            return
        if self.report == "mark":
            last = list(notes.values())[-1]
            for number, spans in marks.items():
                if number not in notes:
                    places = (*(Place(span) for span in spans[1:]), Place(last))
                    yield Hit(spans[0], {"found": document.slice(spans[0])}, places)
        else:
            for number, span in notes.items():
                if number not in marks:
                    yield Hit(span, {"found": document.slice(span)})


def _notes(document: Document) -> dict[int, Span]:
    """The notes by number: lines that begin with a mark."""
    notes: dict[int, Span] = {}
    for block in document.reading.blocks:
        if block.kind in PROSE and document.typed[block.start : block.start + 1] in ("［", "["):
            match = _NOTE.match(document.typed, block.start, block.end)
            if match:
                notes.setdefault(int(match["number"]), Span(*match.span("mark")))
    return notes
