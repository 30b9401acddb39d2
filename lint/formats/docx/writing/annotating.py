"""Findings as Word comments in a copy of the draft, each around the text that it speaks of; all else stays."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import NamedTuple

from lint.formats.docx.archive.package import Element, member_of, repacked, serialized
from lint.formats.docx.draft import WordDraft, open_draft
from lint.formats.docx.flow import Flowing, RunPiece
from lint.formats.docx.names import ID, R_PR, R, w
from lint.formats.docx.writing.comments import Comments
from lint.text.source import Span

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class _CommentRange(NamedTuple):
    """Where a comment begins and ends: paragraphs by index, columns in them from 0."""

    first: int
    start: int
    last: int
    end: int
    text: str


def annotated(data: bytes, remarks: Iterable[tuple[Span, str]]) -> bytes:
    """A copy of a .docx with a comment for each remark on a span of its source; newlines part paragraphs."""
    draft = open_draft(data)
    starts = draft.starts
    ranges = [_range(span, text, starts, draft.paragraphs) for span, text in remarks]
    if not ranges:
        return data
    runs = _AnnotatedRuns(draft, ranges)
    comments = Comments(data, draft.document)
    for one in ranges:
        runs.mark(one, comments.add(one.text))
    document = {member_of(draft.document.part): serialized(draft.document.element)}
    return repacked(data, document | comments.changed())


def _range(span: Span, text: str, starts: Sequence[int], paragraphs: Sequence[Flowing]) -> _CommentRange:
    """The place of a remark; one without width takes the character after it, else the one before."""
    first = bisect_right(starts, span.start) - 1
    last = max(first, bisect_right(starts, max(span.start, span.end - 1)) - 1)
    start, end = span.start - starts[first], span.end - starts[last]
    if first == last and start == end:
        length = len(paragraphs[first].text)
        start, end = (start, start + 1) if start < length else (max(0, length - 1), length)
    return _CommentRange(first, start, last, min(end, len(paragraphs[last].text)), text)


class _AnnotatedRuns:
    """The runs of the paragraphs that comments begin or end in, split where they do."""

    def __init__(self, draft: WordDraft, ranges: Sequence[_CommentRange]) -> None:
        self._paragraphs = draft.paragraphs
        cuts: dict[int, set[int]] = {}
        for one in ranges:
            cuts.setdefault(one.first, set()).add(one.start)
            cuts.setdefault(one.last, set()).add(one.end)
        self._pieces = {
            index: _split(self._paragraphs[index], sorted(own))
            for index, own in cuts.items()
            if self._paragraphs[index].anchor is None
        }

    def mark(self, place: _CommentRange, name: str) -> None:
        """Put the marks of a comment around its text."""
        first, last = self._paragraphs[place.first], self._paragraphs[place.last]
        before = self._run(place.first, place.start, ends=False)
        after = self._run(place.last, place.end, ends=True)
        begin, end = _element("commentRangeStart", name), _element("commentRangeEnd", name)
        if before is None:
            _append(first.element, begin)
        else:
            before.addprevious(begin)
        if after is None:
            _append(last.element, end)
        else:
            after.addnext(end)
        end.addnext(_reference(name))

    def _run(self, index: int, column: int, *, ends: bool) -> Element | None:
        """The run that begins or ends at a column; of a text box or note the run that it hangs on."""
        paragraph = self._paragraphs[index]
        if paragraph.anchor is not None:
            return paragraph.anchor
        at = 0
        for piece in self._pieces[index]:
            if at >= column and not ends:
                return piece.run
            at += len(piece.text)
            if at >= column and ends and at:
                return piece.run
        return None


def _split(paragraph: Flowing, cuts: Sequence[int]) -> list[RunPiece]:
    """The pieces of a paragraph after its runs were split at columns."""
    pieces: list[RunPiece] = []
    left = list(reversed(paragraph.pieces))
    at = 0
    while left:
        piece = left.pop()
        end = at + len(piece.text)
        cut = next((one for one in cuts if at < one < end), None) if piece.is_text else None
        if cut is not None:
            node = _split_text(piece.element, cut - at)
            left.append(piece._replace(text=piece.text[cut - at :], element=node))
            piece, end = piece._replace(text=piece.text[: cut - at]), cut
        pieces.append(piece)
        if end in cuts and left and left[-1].run is piece.run and _can_split(piece, left[-1]):
            run = _split_run(piece.run, _child(left[-1]))
            left = [one._replace(run=run) if one.run is piece.run else one for one in left]
        at = end
    return pieces


def _split_text(node: Element, at: int) -> Element:
    """Part a w:t in two; the second."""
    second = deepcopy(node)
    node.text, second.text = node.text[:at], node.text[at:]
    for half in (node, second):
        half.set(_SPACE, "preserve")
    node.addnext(second)
    return second


def _child(piece: RunPiece) -> Element:
    """The child of its run that holds a piece."""
    found = piece.element
    while found.getparent() is not piece.run:
        found = found.getparent()
    return found


def _can_split(before: RunPiece, after: RunPiece) -> bool:
    """Whether a run can be parted between two of its pieces."""
    return before.run.tag == R and _child(before) is not _child(after)


def _split_run(run: Element, begin: Element) -> Element:
    """Part a run in two before one of its children; the second, with the same properties."""
    second = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
    properties = run.find(R_PR)
    if properties is not None:
        second.append(deepcopy(properties))
    moved = [begin, *begin.itersiblings()]
    run.addnext(second)
    for child in moved:
        second.append(child)
    return second


def _element(name: str, number: str) -> Element:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - the document has loaded it

    element: Element = OxmlElement(f"w:{name}")
    element.set(ID, number)
    return element


def _reference(number: str) -> Element:
    """The run by which a comment is found."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - the same

    run: Element = OxmlElement("w:r")
    run.append(_element("commentReference", number))
    return run


def _append(paragraph: Element, element: Element) -> None:
    """Put an element at the end of a paragraph; one that is no paragraph holds at least one."""
    target = paragraph if paragraph.tag == w("p") else next(paragraph.iter(w("p")))
    target.append(element)
