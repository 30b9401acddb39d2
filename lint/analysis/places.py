"""The places of a draft that a rule may name, such as the title, the cells of its tables or the section of measures."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal, get_args

import msgspec

from lint.analysis.paragraphs import ending, lines, opening, paragraphs
from lint.analysis.sectioning.roles import find_roles
from lint.document.tree import Document, Item, Part
from lint.formats.blocks import Table
from lint.text.source import Span

PlaceName = Literal[
    "text", "document", "title", "subtitle", "recipients", "preamble", "opening", "paragraph", "item", "heading",
    "cell", "ledger", "ending", "closing", "signature", "date", "annotation",
    "section:problems", "section:causes", "section:measures", "section:case",
]  # fmt: skip
"""``text`` is the whole draft in one piece, ``document`` one text of it (the main text, an annex)."""

PLACES: tuple[PlaceName, ...] = get_args(PlaceName)
_PIECES = ("title", "subtitle", "recipients", "preamble", "closing", "signature", "date")


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of a text in which a pattern is searched.

    ``at`` is where a match shows in the reading when the passage is no part of it, as with the cell of a table.
    ``item`` is the item of a section, heading or item.
    ``column`` is the head of the column in which a cell stands.
    ``group`` is the same for passages that are compared with each other: items of one series, else all of one part.
    """

    text: str
    span: Span
    at: Span | None = None
    item: Item | None = None
    group: int = 0
    column: str = ""

    @property
    def body(self) -> Span:
        """The text itself: of a section what stands below its heading and above its first subsection."""
        return self.item.body if self.item else self.span

    @property
    def head(self) -> Span:
        """Where the passage shows as a whole: the marker and heading of a section or item."""
        return self.item.head if self.item else self.at or self.span

    @property
    def sign(self) -> Span:
        """Where it shows beside another place: the marker of a section or item."""
        return self.item.sign if self.item else self.head


def passages(document: Document, name: PlaceName) -> Iterator[tuple[int, Stretch]]:
    """The passages that a name stands for, each with the index of its part, in text order within each part."""
    for index, part in enumerate(document.parts):
        if name in ("cell", "ledger"):
            found = _cells(document, part, ledger=name == "ledger")
        elif name in ("heading", "item"):
            found = _items(document, part, name)
        else:
            found = iter(_spans(document, index, part, name))
        yield from ((index, passage) for passage in found)


def section(document: Document, index: int, name: PlaceName) -> Item | None:
    """The section that plays a role in a part; None where the part has none or its genre is not known."""
    part, genre = document.parts[index], document.genres[index]
    if genre is None or not genre.section("problems"):
        return None
    roles = {f"section:{role}": item for role, item in find_roles(document, part, genre).items()}
    return roles.get(name)


def _spans(document: Document, index: int, part: Part, name: PlaceName) -> Iterator[Stretch]:
    if name.startswith("section:"):
        item = section(document, index, name)
        if item is not None:
            yield Stretch(document.typed, item.span, item=item)
        return
    if name == "document":
        spans = [part.span]
    elif name in _PIECES:
        piece: Span | None = getattr(part, name)
        spans = [piece] if piece else []
    elif name == "annotation":
        spans = [line for line in lines(document, part) if part.date and line.start >= part.date.end]
    else:
        spans = [*{"opening": opening, "ending": ending, "paragraph": paragraphs}[name](document, part)]
    yield from (Stretch(document.typed, span, group=index) for span in spans)


def _items(document: Document, part: Part, name: PlaceName) -> Iterator[Stretch]:
    """Headings, or items with all below them, of paragraphs; siblings are those of one series."""
    for number, series in enumerate(document.series):
        for item in series.items if document.parts[series.part] is part and not series.quoted else ():
            if not item.inline:
                span = item.heading if name == "heading" else Span(item.marker.span.end, item.span.end)
                yield Stretch(document.typed, span, item=item, group=number)


def _cells(document: Document, part: Part, *, ledger: bool) -> Iterator[Stretch]:
    """The cells below the heads of tables, once where a cell spans several columns."""
    for table in document.reading.tables:
        if table.is_ledger == ledger and _stands_in(table, part):
            told = set()
            heads = [cell.text for cell in table.rows[0]] if table.rows else []
            for cell, head in (pair for row in table.rows[1:] for pair in zip_longest(row, heads[: len(row)])):
                place = document.reading.to_source(Span(cell.at, cell.at))
                if place not in told:
                    told.add(place)
                    text = cell.text.strip()
                    column = "".join((head or "").split())
                    yield Stretch(text, Span(0, len(text)), Span(cell.at, cell.at), column=column)


def _stands_in(table: Table, part: Part) -> bool:
    at = next((cell.at for row in table.rows for cell in row), -1)
    return part.span.start <= at <= part.span.end
