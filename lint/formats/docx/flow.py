"""The text of a document in order, as it stands with all tracked changes accepted, each piece with its element.

Text boxes and notes come after everything else, so that they do not tear the text that they hang on.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.formats.docx.archive.package import Element
from lint.formats.docx.errors import WordError
from lint.formats.docx.names import (
    ALTERNATE,
    CELL,
    CHOICE,
    FALLBACK,
    FORMULAS,
    ID,
    P_PR,
    R_PR,
    REMOVED,
    ROW,
    SDT,
    SDT_CONTENT,
    TABLE,
    TC_PR,
    TEXT_BOX,
    TR_PR,
    WRAPPERS,
    P,
    R,
    T,
    child,
    integer,
    is_on,
    value,
    w,
)
from lint.formats.docx.source import BREAK, Place, WordCell
from lint.formats.docx.styles import Styles

OBJECT = "\ufffc"
"""Stands for what is shown and is no text: a formula, a sign of a picture font."""

_EMBEDDED = w("altChunk")
_BR, _TAB, _FIELD, _CODE, _SYMBOL, _RUBY = map(w, ("br", "tab", "fldChar", "instrText", "sym", "ruby"))
_SIGNS = {_TAB: "\t", w("ptab"): "\t", w("cr"): BREAK, w("noBreakHyphen"): "-"}
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_PAGES = frozenset({"page", "column"})
_SYMBOLS = {"f0a8": "□", "f0fe": "☑", "f052": "☑", "f0fc": "✓", "f06c": "●", "f06e": "■", "f0b7": "•", "f020": " "}


class RunPiece(NamedTuple):
    """A stretch of text, its run, the element in it that shows as the text.

    ``is_field`` says that Word itself writes it, as the result of a field; ``is_contents`` that this is a table of
    contents.
    """

    text: str
    run: Element
    element: Element
    is_field: bool = False
    is_contents: bool = False

    @property
    def is_text(self) -> bool:
        """Whether the text stands in the file as such."""
        return bool(self.element.tag == T)

    @property
    def is_locked(self) -> bool:
        """Whether the text must not be changed in the file."""
        return self.is_field or not self.is_text


class Flowing(NamedTuple):
    """A paragraph: its element and pieces, where it stands, the run that its text box or note hangs on."""

    element: Element
    pieces: list[RunPiece]
    place: Place
    cell: WordCell | None
    apart: bool
    story: int = 0
    anchor: Element | None = None

    @property
    def text(self) -> str:
        """The text of the paragraph."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_contents(self) -> bool:
        """Whether all of the text is an entry that Word itself writes into a table of contents."""
        solid = [piece for piece in self.pieces if piece.text.strip()]
        return bool(solid) and all(piece.is_contents for piece in solid)


class _Field:
    """A field that is open: what it asks for, and whether its result is reached, which alone is shown."""

    def __init__(self, code: str = "", *, shown: bool = False) -> None:
        self.code = code
        self.shown = shown


class _Story(NamedTuple):
    """A text box or note that is still to be read."""

    place: Place
    content: Element
    anchor: Element


def flow(body: Element, notes: dict[str, Element | None], styles: Styles) -> list[Flowing]:
    """Every paragraph of a document; ``notes`` are the roots of its footnotes and endnotes."""
    walker = _Walker(notes, styles)
    walker.blocks(body)
    while walker.stories:
        walker.read_story()
    return walker.paragraphs


class _Walker:
    """Walks the content of a document in order and remembers what is open."""

    def __init__(self, notes: dict[str, Element | None], styles: Styles) -> None:
        self.paragraphs: list[Flowing] = []
        self.stories: list[_Story] = []
        self._notes = {kind: _by_id(root) for kind, root in notes.items()}
        self._styles = styles
        self._tables = self._story = 0
        self._place: Place = "body"
        self._anchor: Element | None = None
        self._pieces: list[RunPiece] = []
        self._style = ""
        self._apart = self._next_apart = False
        self._fields: list[_Field] = []

    def read_story(self) -> None:
        """Read the first text box or note that is left."""
        story = self.stories.pop(0)
        self._story += 1
        self._place, self._anchor = story.place, story.anchor
        self._pieces, self._fields, self._apart = [], [], False
        self.blocks(story.content)

    def blocks(self, container: Element, cell: WordCell | None = None) -> None:
        """The paragraphs and tables of a body, cell, text box or note."""
        for element in _shown(container):
            if element.tag == P:
                self._paragraph(element, cell)
            elif element.tag == TABLE:
                self._table(element, cell)
            elif element.tag == _EMBEDDED:
                raise WordError("embedded")
        if self._pieces:
            self._end(container, cell)

    def _table(self, table: Element, outer: WordCell | None) -> None:
        rows = [row for row in _shown(table) if row.tag == ROW and child(row, TR_PR, w("del")) is None]
        cells = [[cell for cell in _shown(row) if cell.tag == CELL] for row in rows]
        if outer is None and all(len(row) == 1 for row in cells):
            for (cell,) in cells:
                self.blocks(cell)  # a frame around text
            return
        number = self._tables
        self._tables += outer is None
        for row, own in enumerate(cells):
            column = 0
            for cell in own:
                merged = value(cell, TC_PR, w("vMerge")) in ("", "continue")
                self.blocks(cell, outer or WordCell(number, row, column, merged))
                column += integer(value(cell, TC_PR, w("gridSpan"))) or 1

    def _paragraph(self, paragraph: Element, cell: WordCell | None) -> None:
        self._style = self._styles.of(paragraph)
        self._apart = self._apart or self._next_apart or bool(is_on(paragraph, P_PR, w("pageBreakBefore")))
        self._next_apart = child(paragraph, P_PR, w("sectPr")) is not None
        self._inline(paragraph)
        self._fields = [field for field in self._fields if field.shown]
        mark = child(paragraph, P_PR, R_PR)
        if mark is None or not any(child(mark, name) is not None for name in REMOVED):
            self._end(paragraph, cell)

    def _end(self, paragraph: Element, cell: WordCell | None) -> None:
        place: Place = "cell" if cell and self._place == "body" else self._place
        self.paragraphs.append(Flowing(paragraph, self._pieces, place, cell, self._apart, self._story, self._anchor))
        self._pieces, self._apart = [], False

    def _inline(self, parent: Element) -> None:
        for element in _shown(parent):
            if element.tag == R:
                self._run(element)
            elif element.tag == w("fldSimple"):
                self._fields.append(_Field(element.get(w("instr"), ""), shown=True))
                self._inline(element)
                self._fields.pop()
            elif element.tag in FORMULAS:
                self._pieces.append(RunPiece(OBJECT, element, element))

    def _run(self, run: Element) -> None:
        hidden = self._styles.is_hidden(run, self._style)
        for element in _shown(run):
            tag = element.tag
            if tag == T:
                if element.text and not hidden and self._is_shown():
                    listed = any(field.code.split()[:1] == ["TOC"] for field in self._fields)
                    self._pieces.append(RunPiece(element.text, run, element, bool(self._fields), listed))
            elif tag == _FIELD:
                self._field(element.get(w("fldCharType")))
            elif tag == _CODE:
                if self._fields and not self._fields[-1].shown:
                    self._fields[-1].code += element.text or ""
            elif tag != R_PR and not hidden and self._is_shown():
                self._content(element, run)

    def _content(self, element: Element, run: Element) -> None:
        """Take what a run shows besides text."""
        tag = element.tag
        if tag in _SIGNS:
            self._pieces.append(RunPiece(_SIGNS[tag], run, element))
        elif tag == _BR:
            self._break(element, run)
        elif tag == _SYMBOL:
            self._pieces.append(RunPiece(_SYMBOLS.get(element.get(w("char"), "").lower(), OBJECT), run, element))
        elif tag == _RUBY:
            for base in element.findall(w("rubyBase")):
                self._inline(base)
        elif tag in _NOTES:
            note = self._notes[_NOTES[tag]].get(element.get(ID))
            if note is not None:
                self._hang("note", note, run)
        else:
            for box in _boxes(element):
                self._hang("box", box, run)

    def _hang(self, place: Place, content: Element, run: Element) -> None:
        """Leave a text box or note for later; one inside another hangs where the outer one does."""
        self.stories.append(_Story(place, content, run if self._anchor is None else self._anchor))

    def _is_shown(self) -> bool:
        return all(field.shown for field in self._fields)

    def _field(self, kind: str | None) -> None:
        """Keep account of the fields that are open."""
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _break(self, element: Element, run: Element) -> None:
        if element.get(w("type")) not in _PAGES:
            self._pieces.append(RunPiece(BREAK, run, element))
        elif self._pieces:
            self._next_apart = True
        else:
            self._apart = True


def _shown(parent: Element) -> Iterator[Element]:
    """The children of an element, those of mere wrappers in their place, without what was removed."""
    for element in parent:
        if element.tag in WRAPPERS:
            yield from _shown(element)
        elif element.tag == SDT:
            content = element.find(SDT_CONTENT)
            if content is not None:
                yield from _shown(content)
        elif element.tag == ALTERNATE:
            chosen = element.find(CHOICE)
            chosen = element.find(FALLBACK) if chosen is None else chosen
            if chosen is not None:
                yield from _shown(chosen)
        elif element.tag not in REMOVED:
            yield element


def _boxes(element: Element) -> Iterable[Element]:
    """The text boxes of a drawing, of which older programs find a second copy."""
    if element.tag == TEXT_BOX:
        return [element]
    return [box for part in _shown(element) for box in _boxes(part)]


def _by_id(root: Element | None) -> dict[str, Element]:
    """The notes by id, without the lines that set them off."""
    if root is None:
        return {}
    return {note.get(ID): note for note in root if note.get(w("type")) in (None, "normal")}
