"""A .docx taken apart: python-docx's document, its paragraphs in order, and the source that is made of them."""

from itertools import accumulate
from typing import Any, NamedTuple

from lint.formats.docx.archive.package import Element, open_package, related
from lint.formats.docx.flow import Flowing, flow
from lint.formats.docx.names import P_PR, R_PR, integer, value, w
from lint.formats.docx.numbering import Numbering
from lint.formats.docx.source import Alignment, Role, WordParagraph, WordSource, joined
from lint.formats.docx.styles import Styles, first_line
from lint.text.source import Span

_ALIGNMENTS: dict[str, Alignment] = {"center": "center", "right": "right", "end": "right"}
_TITLE_SIZE = 36
"""Half-points of 小二, the smallest type that titles are set in (GB/T 9704-2012 asks for 二号)."""

_TITLE_LENGTH = 60


class WordDraft(NamedTuple):
    """A document of python-docx and its paragraphs, one for each line of the source."""

    document: Any
    paragraphs: list[Flowing]
    styles: Styles
    notes: dict[str, Element | None]

    @property
    def starts(self) -> list[int]:
        """The offset at which each paragraph begins in the source."""
        return [0, *accumulate(len(paragraph.text) + 1 for paragraph in self.paragraphs)][:-1]


def open_draft(data: bytes) -> WordDraft:
    """A .docx taken apart; raises WordError."""
    document = open_package(data)
    styles = Styles(related(document, "styles"))
    notes = {kind: related(document, kind) for kind in ("footnotes", "endnotes")}
    return WordDraft(document, flow(document.element.body, notes, styles), styles, notes)


def word_source(data: bytes, path: str) -> WordSource:
    """The source of a .docx; raises WordError."""
    draft = open_draft(data)
    numbering = Numbering(related(draft.document, "numbering"), draft.styles)
    facts = tuple(_facts(paragraph, draft.styles, numbering) for paragraph in draft.paragraphs)
    return WordSource(path, "".join(f"{text(paragraph)}\n" for paragraph in draft.paragraphs), facts)


def text(paragraph: Flowing) -> str:
    """The line of a paragraph: newlines inside a w:t are blanks for Word."""
    return paragraph.text.replace("\r", " ").replace("\n", " ")


def _facts(paragraph: Flowing, styles: Styles, numbering: Numbering) -> WordParagraph:
    element = paragraph.element
    style = styles.of(element)
    alignment = _ALIGNMENTS.get(_setting(element, style, styles, "jc") or "", "left")
    label = numbering.label(element)
    return WordParagraph(
        place=paragraph.place,
        level=_level(element, style, styles),
        role=_role(paragraph, style, styles, alignment),
        alignment=alignment,
        label=label.number,
        bullet=label.bullet,
        indent=_first(first_line(element), styles.indent(style)),
        apart=paragraph.apart,
        cell=paragraph.cell,
        story=paragraph.story,
        locked=_locked(paragraph),
    )


def _first(own: int | None, inherited: int) -> int:
    return inherited if own is None else own


def _setting(element: Element, style: str, styles: Styles, name: str) -> str | None:
    said = value(element, P_PR, w(name))
    return styles.setting(style, P_PR, w(name)) if said is None else said


def _level(element: Element, style: str, styles: Styles) -> int:
    if styles.is_title(style):  # whose outline level only shows it beside the headings
        return 0
    said = integer(value(element, P_PR, w("outlineLvl")))
    return styles.level(style) if said is None else said + 1 if said < 9 else 0


def _role(paragraph: Flowing, style: str, styles: Styles, alignment: Alignment) -> Role:
    if styles.is_contents(style) or paragraph.is_contents:
        return "contents"
    if styles.is_caption(style):
        return "caption"
    if paragraph.place != "body" or not paragraph.pieces or len(paragraph.text) > _TITLE_LENGTH:
        return ""
    if styles.is_title(style) or (alignment == "center" and _size(paragraph, style, styles) >= _TITLE_SIZE):
        return "title"
    return ""


def _size(paragraph: Flowing, style: str, styles: Styles) -> int:
    """The size of a paragraph's first letters, in half-points."""
    run = next((piece.run for piece in paragraph.pieces if piece.is_text), None)
    said = value(run, R_PR, w("sz")) if run is not None else None
    if said is None and run is not None and (own := value(run, R_PR, w("rStyle"))):
        said = styles.setting(own, R_PR, w("sz"))
    said = said or styles.setting(style, R_PR, w("sz")) or styles.default(w("rPrDefault"), R_PR, w("sz"))
    return integer(said) or 0


def _locked(paragraph: Flowing) -> tuple[Span, ...]:
    """What no fix may touch; of a text box older programs show a copy, so all of it."""
    ranges: list[Span] = []
    at = 0
    for piece in paragraph.pieces:
        if piece.is_locked or paragraph.place == "box":
            ranges.append(Span(at, at + len(piece.text)))
        at += len(piece.text)
    return joined(ranges)
