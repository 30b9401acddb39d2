"""Changes to the text of a .docx, made in the runs that hold it: formatting, and everything else, stays."""

from collections.abc import Iterable, Sequence

from lint.formats.docx.archive.package import Element, member_of, related_part, repacked, serialized
from lint.formats.docx.draft import open_draft
from lint.formats.docx.flow import Flowing
from lint.formats.docx.source import Change

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_Char = tuple[str, int]
"""A character and the piece of its paragraph that holds it."""


class ChangeError(ValueError):
    """A change of text that stands in no run."""


def with_changes(data: bytes, rounds: Iterable[Sequence[Change]]) -> bytes:
    """A .docx after rounds of changes, each in offsets of the text before it; raises ChangeError."""
    draft = open_draft(data)
    texts = [_chars(paragraph) for paragraph in draft.paragraphs]
    for changes in rounds:
        _apply(texts, draft.paragraphs, changes)
    touched: set[Element] = set()
    for paragraph, text in zip(draft.paragraphs, texts, strict=True):
        if _write(paragraph, text):
            touched.add(paragraph.element.getroottree().getroot())
    changed: dict[str, bytes] = {}
    if draft.document.element in touched:
        changed[member_of(draft.document.part)] = serialized(draft.document.element)
    for kind, root in draft.notes.items():
        if root in touched:
            changed[member_of(related_part(draft.document, kind))] = serialized(root)
    return repacked(data, changed)


def _chars(paragraph: Flowing) -> list[_Char]:
    return [(char, index) for index, piece in enumerate(paragraph.pieces) for char in piece.text]


def _apply(texts: list[list[_Char]], paragraphs: Sequence[Flowing], changes: Sequence[Change]) -> None:
    """Make one round of changes, from the last to the first."""
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    number = len(texts) - 1
    for span, new in sorted(changes, reverse=True):
        while starts[number] > span.start:
            number -= 1
        first, last = span.start - starts[number], span.end - starts[number]
        text, pieces = texts[number], paragraphs[number].pieces
        if last > len(text) or any(pieces[piece].is_locked for _, piece in text[first:last]):
            raise ChangeError(span)
        beside = [text[first][1]] if first < last else [piece for _, piece in text[max(0, first - 1) : first + 1]]
        owner = next((piece for piece in beside if not pieces[piece].is_locked), None)
        if owner is None:
            raise ChangeError(span)
        text[first:last] = [(char, owner) for char in new]


def _write(paragraph: Flowing, text: Sequence[_Char]) -> bool:
    """Put the text of a paragraph into its runs; whether anything is new."""
    new = [""] * len(paragraph.pieces)
    for char, owner in text:
        new[owner] += char
    touched = False
    for piece, content in zip(paragraph.pieces, new, strict=True):
        if piece.is_text and content != piece.text:
            piece.element.text = content
            piece.element.set(_SPACE, "preserve")
            touched = True
    return touched
