"""The draft as its reader sees it: its paragraphs, cut into pieces wherever a finding, a heading or an item begins."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from lint.document.tree import Document, Item, Part
from lint.formats.blocks import MASK, PROSE, Block
from lint.reporters.html.sweep import Boundary, Sweep
from lint.reporters.html.wordfacts import alignment, cells
from lint.rulebook.finding import Finding
from lint.text.source import Source, Span

_STRETCH = re.compile(f"{MASK}+|[^{MASK}]+")
_PIECES = ("title", "subtitle", "recipients", "closing", "signature", "date")
_HEADINGS = {"han": "h1", "han_paren": "h2", "digit": "h3", "heading": "h0"}
_ENDS = "。；，：;."
_FURTHER = {"volume", "subvolume", "part", "chapter", "section"}


class TextPiece(msgspec.Struct, frozen=True, omit_defaults=True):
    """Text in one style; ``findings`` and ``related`` are indices of the findings that are, or refer to it, here.

    ``anchor`` is the index of the item that begins with the piece. A finding without text of its own has an empty one.
    ``mended`` is what was mended just now.
    """

    text: str
    style: str = ""
    findings: tuple[int, ...] = ()
    related: tuple[int, ...] = ()
    anchor: int | None = None
    mended: bool = False


class ParagraphView(msgspec.Struct, frozen=True, omit_defaults=True):
    """A paragraph, ``indent`` characters in; ``role`` is what it is in the draft, ``part`` the kind of part it begins.

    ``level`` and ``ordinal`` are those of a Markdown heading or list item, ``align`` and ``rows`` (the cells of a
    table) are what Word knows.
    """

    line: int
    pieces: tuple[str | TextPiece, ...]
    role: str = "body"
    indent: float = 0
    gap: bool = False
    level: int = 0
    ordinal: int | None = None
    part: str = ""
    align: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


class _StyledRun(NamedTuple):
    """Text that is shown for a range of the source, an empty one for an automatic number; ``style`` unless another is.

    Offsets inside the range are offsets of the text.
    """

    text: str
    start: int
    end: int
    style: str = ""


def paragraphs(
    source: Source, document: Document, findings: Sequence[Finding], mended: Sequence[Span] = ()
) -> tuple[ParagraphView, ...]:
    """The paragraphs of a draft with the places of its findings, and of what was mended."""
    mendings = (Boundary(span, "mended", 0) for span in mended)
    sweep = Sweep([*_finding_marks(findings), *_item_marks(document), *mendings])
    runs = _RunBuilder(source, document)
    roles, parts = _roles(document)
    found: list[ParagraphView] = []
    blocks = document.reading.blocks
    for index, block in enumerate(blocks):
        last = index == len(blocks) - 1
        pieces = tuple(_pieces(runs.of(block), sweep, last=last))
        line = source.position(document.reading.to_source(Span(block.start, block.end)).start).line
        found.append(
            ParagraphView(
                line=line,
                pieces=pieces,
                role=roles.get(index, block.kind if block.kind != "paragraph" else "body"),
                indent=block.indent / 2,
                gap=block.gap,
                level=block.level,
                ordinal=block.ordinal,
                part=parts.get(index, ""),
                align=alignment(source, line),
                rows=cells(source, line) if block.kind == "table" else (),
            )
        )
    if not blocks and findings:
        found.append(ParagraphView(1, tuple(_points(sweep.rest()))))
    return tuple(found)


def _pieces(runs: Iterator[_StyledRun], sweep: Sweep, *, last: bool) -> Iterator[str | TextPiece]:
    end = 0
    for run in runs:
        at = run.start
        end = run.end
        if run.start == run.end:
            yield _label(run, sweep)
            continue
        for cut in (*sweep.cuts(run.start, run.end), run.end):
            yield from _points(sweep.reach(at))
            yield _piece(run.text[at - run.start : cut - run.start], at, sweep.active(), run.style)
            at = cut
    yield from _points(sweep.rest() if last else sweep.reach(end))


def _piece(text: str, at: int, marks: Sequence[Boundary], style: str) -> str | TextPiece:
    style = next((str(mark.value) for mark in reversed(marks) if mark.kind == "style"), style)
    anchor = next((int(mark.value) for mark in marks if mark.kind == "anchor" and mark.span.start == at), None)
    findings = tuple(int(mark.value) for mark in marks if mark.kind == "finding")
    related = tuple(dict.fromkeys(int(mark.value) for mark in marks if mark.kind == "related"))
    mended = any(mark.kind == "mended" for mark in marks)
    return (
        TextPiece(text, style, findings, related, anchor, mended)
        if style or findings or related or mended or anchor is not None
        else text
    )


def _label(run: _StyledRun, sweep: Sweep) -> TextPiece:
    """An automatic number, with the findings about it: they have no text in the source."""
    missed = sweep.reach(run.start)
    marks = [*sweep.active(), *missed]
    piece = _piece(run.text, run.start, marks, run.style)
    return TextPiece(run.text, run.style) if isinstance(piece, str) else piece


def _points(marks: Sequence[Boundary]) -> Iterator[TextPiece]:
    """Empty pieces for findings that no text was shown for."""
    for mark in marks:
        if mark.kind == "finding":
            yield TextPiece("", findings=(int(mark.value),))


def _finding_marks(findings: Sequence[Finding]) -> Iterator[Boundary]:
    for index, finding in enumerate(findings):
        yield Boundary(finding.span, "finding", index)
        yield from (Boundary(place.span, "related", index) for place in finding.related)


def _item_marks(document: Document) -> Iterator[Boundary]:
    """An anchor at each marker, and the style of markers and headings."""
    to_source = document.reading.to_source
    for index, item in enumerate(document.items):
        marker = to_source(item.marker.span)
        listed = item.marker.span.end == item.marker.span.start
        yield Boundary(Span(marker.start, marker.start + 1) if listed else marker, "anchor", index)
        style, spans = _style(item, document)
        yield from (Boundary(to_source(span), "style", style) for span in spans if span.end > span.start)


def _style(item: Item, document: Document) -> tuple[str, tuple[Span, ...]]:
    """The style of an item and what is set in it: its heading too, unless that is a whole sentence."""
    family = item.marker.family
    if item.inline or family.inline:
        return "counter", (item.marker.span,)
    after = document.text[item.heading.end : document.reading.blocks[item.block].end]
    if after in tuple(_ENDS) or family.name == "article":
        return "h1" if family.name == "article" else "h4", (item.marker.span,)
    return "h1" if family.name in _FURTHER else _HEADINGS.get(family.name, "h4"), (item.marker.span, item.heading)


def _roles(document: Document) -> tuple[dict[int, str], dict[int, str]]:
    """What a block is in its part, and which kind of part begins with it, by index of the block."""
    roles: dict[int, str] = {}
    parts: dict[int, str] = {}
    blocks = document.reading.blocks
    starts = [block.start for block in blocks]
    for number, part in enumerate(document.parts):
        if number and blocks:
            first = max(0, bisect_right(starts, part.span.start) - 1)
            parts[first] = part.kind
        roles.update((index, role) for index, role in _roles_in(part, starts) if _plays(blocks[index], role))
    return roles, parts


def _plays(block: Block, role: str) -> bool:
    """Whether a block shows as what it is in its part rather than as what it is in its format."""
    return block.kind in PROSE and (role != "heading" or block.kind != "list_item")


def _roles_in(part: Part, starts: Sequence[int]) -> Iterator[tuple[int, str]]:
    for item in part.items:
        yield from ((each.block, "heading") for each in item.walk() if not (each.inline or each.run_in))
    yield from ((index, "contents") for index in part.contents)
    yield from ((index, "annex_list") for index in part.annex_list)
    for role in _PIECES:
        span: Span | None = getattr(part, role)
        if span is not None:
            first = max(0, bisect_right(starts, span.start) - 1)
            after = bisect_right(starts, max(span.start, span.end - 1))
            yield from ((index, role) for index in range(first, after))


class _RunBuilder:
    """The text of blocks with its way back to the source; masked regions appear as they stand in the file."""

    def __init__(self, source: Source, document: Document) -> None:
        self._source = source
        self._reading = document.reading
        self._starts = [offset for offset, _ in document.reading.offsets]
        self._masked = {region.span.start: region.span for region in document.reading.masked}
        self._labels = {label.span.start for label in document.reading.labels}

    def of(self, block: Block) -> Iterator[_StyledRun]:
        """The runs of a block, in text order."""
        if block.kind == "table":
            yield self._table(block)
            return
        index = max(0, bisect_right(self._starts, block.start) - 1)
        reached = -1
        while index < len(self._starts) and self._starts[index] < max(block.end, block.start + 1):
            reading, source = self._reading.offsets[index]
            after = self._starts[index + 1] if index + 1 < len(self._starts) else block.end
            start, end = max(reading, block.start), min(after, block.end)
            shift = source - reading
            for match in _STRETCH.finditer(self._reading.text, start, end):
                run = self._run(match[0], match.start(), match.start() + shift)
                if run.start >= reached:
                    yield run
                reached = max(reached, run.end)
            index += 1

    def _table(self, block: Block) -> _StyledRun:
        """A whole table, what stands between its cells included."""
        at = self._reading.to_source(Span(block.start, block.end)).start
        regions = self._reading.masked
        span = regions[bisect_right(regions, at, key=lambda region: region.span.start) - 1].span
        return _StyledRun(self._source.text[span.start : span.end], span.start, span.end, "masked")

    def _run(self, text: str, at: int, start: int) -> _StyledRun:
        if at in self._labels:
            return _StyledRun(text, start, start, "label")
        if text[0] != MASK:
            return _StyledRun(text, start, start + len(text))
        region = self._masked.get(start)
        end = max(start + len(text), region.end if region else 0)
        return _StyledRun(self._source.text[start:end], start, end, "masked")
