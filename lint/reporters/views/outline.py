"""The tree of a draft as people and programs look at it: why a rule fired or did not."""

from collections.abc import Iterator, Sequence

import msgspec

from lint.analysis.genres import Kind, Reason
from lint.document.tree import Document, Item, Part, Series
from lint.formats.blocks import MASK
from lint.messages.words import Words
from lint.text.source import Source, Span

_PIECES = ("title", "subtitle", "recipients", "preamble", "closing", "signature", "date")
_BEFORE_ITEMS = ("title", "subtitle", "recipients", "contents", "preamble")
_AFTER_ITEMS = ("closing", "signature", "date")
_SHORT = 40


class OutlinePiece(msgspec.Struct, frozen=True):
    """A piece of a part, with its place in the file."""

    text: str
    line: int
    column: int


class OutlineNode(msgspec.Struct, frozen=True):
    """A numbered item; ``continues`` is the number that its series goes on from, when it begins one."""

    marker: str
    family: str
    value: int | None
    line: int
    column: int
    depth: int
    heading: str
    run_in: bool
    inline: bool
    quoted: bool
    continues: int
    restarts: bool
    children: tuple["OutlineNode", ...]


class GenreNode(msgspec.Struct, frozen=True):
    """The genre that a part was taken for, and what it was told by."""

    id: str
    name: str
    name_en: str
    reason: Reason
    evidence: str


class PartNode(msgspec.Struct, frozen=True):
    """A part of the draft: main text, annex or another text."""

    kind: str
    genre: GenreNode | None
    line: int
    end_line: int
    title: OutlinePiece | None
    subtitle: OutlinePiece | None
    recipients: OutlinePiece | None
    contents: tuple[OutlinePiece, ...]
    preamble: OutlinePiece | None
    items: tuple[OutlineNode, ...]
    closing: OutlinePiece | None
    signature: OutlinePiece | None
    date: OutlinePiece | None


class MaskedNode(msgspec.Struct, frozen=True):
    """A region that is not read as prose."""

    kind: str
    line: int
    end_line: int


class Outline(msgspec.Struct, frozen=True):
    """The tree of one draft; lines and columns count from 1, columns in code points."""

    path: str
    parts: tuple[PartNode, ...]
    masked: tuple[MaskedNode, ...]


def outline(source: Source, document: Document, kinds: Sequence[Kind | None] = ()) -> Outline:
    """The outline of a parsed draft, with the genres of its parts."""
    draft = _Outliner(source, document)
    genres = kinds or (None,) * len(document.parts)
    masked = (MaskedNode(region.kind, *_lines(source, region.span)) for region in document.reading.masked)
    return Outline(source.path, _parts(draft, genres), tuple(masked))


def _parts(draft: "_Outliner", kinds: Sequence[Kind | None]) -> tuple[PartNode, ...]:
    return tuple(draft.part(part, kind) for part, kind in zip(draft.document.parts, kinds, strict=True))


def render(tree: Outline, words: Words) -> Iterator[str]:
    """The outline as indented lines."""
    for part in tree.parts:
        yield f"{words.parts.get(part.kind, part.kind)} [{_range(part.line, part.end_line)}]"
        yield f"  {words.joined.format(head=words.genre, text=_genre(part, words))}"
        yield from _pieces(part, _BEFORE_ITEMS, words)
        for node in part.items:
            yield from _node(node, words, 1)
        yield from _pieces(part, _AFTER_ITEMS, words)
    for region in tree.masked:
        yield f"{words.masked} [{_range(region.line, region.end_line)}] {region.kind}"


class _Outliner:
    """A draft on its way to an outline."""

    def __init__(self, source: Source, document: Document) -> None:
        self.source = source
        self.document = document
        self.first: dict[int, Series] = {
            series.items[0].marker.span.start: series for series in document.series if series.items
        }

    def part(self, part: Part, kind: Kind | None) -> PartNode:
        pieces = {name: self.piece(getattr(part, name)) for name in _PIECES}
        blocks = (self.document.reading.blocks[index] for index in part.contents)
        genre = kind.genre if kind else None
        return PartNode(
            kind=part.kind,
            genre=GenreNode(genre.id, genre.name, genre.name_en, kind.reason, kind.evidence)
            if genre and kind
            else None,
            line=(lines := _lines(self.source, self.document.reading.to_source(part.span)))[0],
            end_line=lines[1],
            contents=tuple(self.place(Span(block.start, block.end)) for block in blocks),
            items=tuple(self.node(item) for item in part.items),
            **pieces,
        )

    def node(self, item: Item) -> OutlineNode:
        marker = self.place(item.marker.span)
        series = self.first.get(item.marker.span.start)
        return OutlineNode(
            marker=marker.text,
            family=item.marker.family.name,
            value=item.marker.value,
            line=marker.line,
            column=marker.column,
            depth=item.depth,
            heading=self.place(item.heading).text,
            run_in=item.run_in,
            inline=item.inline,
            quoted=item.quoted,
            continues=max(0, series.base) if series else 0,
            restarts=bool(series and series.restarts),
            children=tuple(self.node(child) for child in item.children),
        )

    def piece(self, span: Span | None) -> OutlinePiece | None:
        return self.place(span) if span else None

    def place(self, span: Span) -> OutlinePiece:
        line, column = self.source.position(self.document.reading.to_source(span).start)
        return OutlinePiece(self.document.slice(span).strip().replace(MASK, "…"), line, column)


def _genre(part: PartNode, words: Words) -> str:
    """A part's genre and why, in the words of the interface."""
    if part.genre is None:
        return words.no_genre
    reason = words.genre_reasons[part.genre.reason].format(evidence=_short(part.genre.evidence))
    name = part.genre.name_en if words.comma != "、" and part.genre.name_en else part.genre.name
    return f"{name}{words.aside.format(text=reason)}"


def _lines(source: Source, span: Span) -> tuple[int, int]:
    return source.position(span.start).line, source.position(max(span.start, span.end - 1)).line


def _range(line: int, end_line: int) -> str:
    return str(line) if line == end_line else f"{line}–{end_line}"


def _pieces(part: PartNode, names: tuple[str, ...], words: Words) -> Iterator[str]:
    for name in names:
        found = getattr(part, name)
        for piece in found if isinstance(found, tuple) else (found,):
            if piece is not None:
                yield f"  [{piece.line}] {words.joined.format(head=words.pieces[name], text=_short(piece.text))}"


def _node(node: OutlineNode, words: Words, depth: int) -> Iterator[str]:
    flags = [words.flags[name] for name in ("run_in", "inline", "quoted", "restarts") if getattr(node, name)]
    if node.continues:
        flags.append(words.flags["continues"].format(base=node.continues))
    tail = f"  <{words.comma.join(flags)}>" if flags else ""
    yield f"{'  ' * depth}[{node.line}] {node.marker} {_short(node.heading)}".rstrip() + tail
    for child in node.children:
        yield from _node(child, words, depth + 1)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHORT else f"{flat[: _SHORT - 1]}…"
