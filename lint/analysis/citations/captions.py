"""Captions of figures and tables (表1　名称, 图2-1 名称) and the citations of them (见表1)."""

import re
from collections.abc import Iterator

import msgspec

from lint.document.tree import Document
from lint.formats.blocks import PROSE
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_HAN = "一二三四五六七八九十"
_NUMBER = rf"(?P<chapter>\d{{1,2}}[-－–—.．])?(?P<number>\d{{1,2}}|[{_HAN}]{{1,3}})"
_FIGURE = r"\d{1,4}(?:[-－–—~～至]{1,2}\d{1,4})?"  # 2024年, 2022—2024年
_CAPTION = lazy(
    rf"(?P<kind>[图表])[ \u3000]?{_NUMBER}"
    rf"(?P<rest>[ \u3000：:.、]+(?:[^\d\s]|{_FIGURE}[^\W\d_]).{{0,60}}|$|{LETTER}.{{0,60}})"
)
_CITATION = lazy(
    rf"(?:(?<!意)见|如|由|从|据|和|与|及|、|[（(])[上下本]?(?P<place>(?P<kind>[图表])[ \u3000]?{_NUMBER})"
    r"(?=[）)，。、；：所中可和与及至列的\s]|$)"
)
_ENDS = "。；，：,;"


class CaptionLabel(msgspec.Struct, frozen=True):
    """The number of a caption or citation; ``chapter`` is the 1- of 表1-2, or nothing."""

    kind: str
    chapter: str
    number: int
    span: Span
    numeral: Span


def captions(document: Document) -> tuple[tuple[int, CaptionLabel], ...]:
    """Every caption with the index of its part."""
    return document.derive(captions, lambda: tuple(_captions(document)))


def _captions(document: Document) -> Iterator[tuple[int, CaptionLabel]]:
    blocks = document.reading.blocks
    if not any(kind in document.text for kind in "图表"):
        return
    part = 0
    contents = {index for one in document.parts for index in (*one.contents, *one.annex_list)}
    for index, block in enumerate(blocks):
        if block.kind not in PROSE or index in contents or document.text[block.start : block.start + 1] not in "图表":
            continue
        match = _CAPTION.match(document.text, block.start, block.end)
        if match is None or match.end() != block.end or document.text[block.end - 1] in _ENDS:
            continue
        if match["rest"][:1] not in ("", " ", "\u3000", "：", ":", ".", "、") and not _beside_table(document, index):
            continue
        while part + 1 < len(document.parts) and document.parts[part + 1].span.start <= block.start:
            part += 1
        yield part, _label(match, Span(match.start(), match.end("number")))


def citations(document: Document) -> Iterator[CaptionLabel]:
    """Every citation of a figure or table by number, outside quotations."""
    for match in _CITATION.finditer(document.text):
        if not document.is_quoted(match.start()):
            yield _label(match, Span(*match.span("place")))


def _label(match: re.Match[str], span: Span) -> CaptionLabel:
    value = value_of(match["number"])
    return CaptionLabel(
        match["kind"], (match["chapter"] or "").rstrip("-－–—.．"), value, span, Span(*match.span("number"))
    )


def _beside_table(document: Document, index: int) -> bool:
    """Whether a table or picture stands right before or after a block."""
    blocks = document.reading.blocks
    return any(blocks[at].kind not in PROSE for at in (index - 1, index + 1) if 0 <= at < len(blocks))
