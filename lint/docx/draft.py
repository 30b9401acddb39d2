"""A .docx taken apart: python-docx's document, its paragraphs in order, and the source that is made of them."""

from typing import Any, NamedTuple

from lint.docx.flow import Flowing, flow
from lint.docx.names import P_PR, R_PR, child, integer, value, w
from lint.docx.numbering import Numbering
from lint.docx.package import Element, open_package, related
from lint.docx.source import Alignment, Paragraph, Role, WordSource, joined
from lint.docx.styles import Styles
from lint.source import Span

_ALIGNMENTS: dict[str, Alignment] = {"center": "center", "right": "right", "end": "right"}
_TITLE_SIZE = 36
"""Half-points of 小二, the smallest type that titles are set in (GB/T 9704-2012 asks for 二号)."""

_TITLE_LENGTH = 60
_WHOLE_INDENT = 100  # hundredths of a character
_LEAST_INDENT = 200  # twentieths of a point


class Draft(NamedTuple):
    """A document of python-docx and its paragraphs, one for each line of the source."""

    document: Any
    paragraphs: list[Flowing]
    styles: Styles


def open_draft(data: bytes) -> Draft:
    """A .docx taken apart; raises WordError."""
    document = open_package(data)
    styles = Styles(related(document, "styles"))
    notes = {kind: related(document, kind) for kind in ("footnotes", "endnotes")}
    return Draft(document, flow(document.element.body, notes, styles), styles)


def word_source(data: bytes, path: str) -> WordSource:
    """The source of a .docx; raises WordError."""
    draft = open_draft(data)
    numbering = Numbering(related(draft.document, "numbering"), draft.styles)
    facts = tuple(_facts(paragraph, draft.styles, numbering) for paragraph in draft.paragraphs)
    return WordSource(path, "".join(f"{text(paragraph)}\n" for paragraph in draft.paragraphs), facts)


def text(paragraph: Flowing) -> str:
    """The line of a paragraph: newlines inside a w:t are blanks for Word."""
    return paragraph.text.replace("\r", " ").replace("\n", " ")


def _facts(paragraph: Flowing, styles: Styles, numbering: Numbering) -> Paragraph:
    element = paragraph.element
    style = styles.of(element)
    alignment = _ALIGNMENTS.get(_setting(element, style, styles, "jc") or "", "left")
    label = numbering.label(element)
    return Paragraph(
        place=paragraph.place,
        level=_level(element, style, styles),
        role=_role(paragraph, style, styles, alignment),
        alignment=alignment,
        label=label.text,
        bullet=label.bullet,
        indent=_indent(element, style, styles),
        apart=paragraph.apart,
        cell=paragraph.cell,
        story=paragraph.story,
        locked=_locked(paragraph),
    )


def _setting(element: Element, style: str, styles: Styles, name: str) -> str | None:
    said = value(element, P_PR, w(name))
    return styles.setting(style, P_PR, w(name)) if said is None else said


def _level(element: Element, style: str, styles: Styles) -> int:
    said = integer(value(element, P_PR, w("outlineLvl")))
    return styles.level(style) if said is None else said + 1 if said < 9 else 0


def _role(paragraph: Flowing, style: str, styles: Styles, alignment: Alignment) -> Role:
    if styles.is_contents(style):
        return "contents"
    if paragraph.place != "body" or not paragraph.pieces or len(paragraph.text) > _TITLE_LENGTH:
        return ""
    if styles.is_title(style) or (alignment == "center" and _size(paragraph, style, styles) >= _TITLE_SIZE):
        return "title"
    return ""


def _size(paragraph: Flowing, style: str, styles: Styles) -> int:
    """The size of a paragraph's first letters, in half-points."""
    run = next((piece.run for piece in paragraph.pieces if piece.node is not None), None)
    said = value(run, R_PR, w("sz")) if run is not None else None
    if said is None and run is not None and (own := value(run, R_PR, w("rStyle"))):
        said = styles.setting(own, R_PR, w("sz"))
    said = said or styles.setting(style, R_PR, w("sz")) or styles.default(w("rPrDefault"), R_PR, w("sz"))
    return integer(said) or 0


def _indent(element: Element, style: str, styles: Styles) -> int:
    """Columns of the indent of a first line: four, or none; lists indent for another reason."""
    for one in (element, *styles.chain(style)):
        indent: Any = child(one, P_PR, w("ind"))
        if indent is not None:
            chars, twips = (integer(indent.get(w(name))) for name in ("firstLineChars", "firstLine"))
            if chars is not None:
                return 4 if chars >= _WHOLE_INDENT else 0
            if twips is not None:
                return 4 if twips >= _LEAST_INDENT else 0
    return 0


def _locked(paragraph: Flowing) -> tuple[Span, ...]:
    ranges: list[Span] = []
    at = 0
    for piece in paragraph.pieces:
        if piece.is_locked:
            ranges.append(Span(at, at + len(piece.text)))
        at += len(piece.text)
    return joined(ranges)
