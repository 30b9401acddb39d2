"""Where a part has the sections that its genre prescribes."""

from collections.abc import Iterator, Mapping

import msgspec

from lint.analysis.paragraphs import block_range
from lint.analysis.sectioning.part_heads import is_surely
from lint.document.families import HEADING
from lint.document.genre import Genre, SectionSpec
from lint.document.tree import Document, Item, Part
from lint.formats.blocks import PROSE
from lint.text.patterns.bounded import search
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_LONGEST = 45  # characters of a heading
_BARE = 30  # characters of a heading without a number
_NO_HEADING = lazy("[。；：，、,;:.…]$|[。；]")
_JOINED = lazy("[和及与、，暨并]")
_PROMISE = lazy("现(?:将|就|把|从)[^。\n]{1,160}如下")


class Headed(msgspec.Struct, frozen=True):
    """A heading of a part; ``top`` says that nothing stands above it, ``family`` names the kind of its marker."""

    text: str
    span: Span
    top: bool
    family: str = ""


def headings(document: Document, part: Part) -> tuple[Headed, ...]:
    """The headings of a part on its two upper levels and lines that look like headings, in text order."""
    return document.derive(("headings", part.span), lambda: _find_headings(document, part))


def _find_headings(document: Document, part: Part) -> tuple[Headed, ...]:
    inside = [item for item in document.items_of(part) if not item.inline]
    found = [_headed(document, item) for item in inside if item.depth <= 2 and _is_heading(item)]
    taken = {item.block for item in inside if item.marker.family is not HEADING or item.depth <= 2} | {*part.contents}
    for index in block_range(document, part):
        block = document.reading.blocks[index]
        line = document.text[block.start : block.end]
        if (
            index not in taken
            and block.kind in PROSE
            and 2 <= len(line) <= _BARE
            and not _NO_HEADING.search(line)
            and not _is_piece(part, block.start)
        ):
            found.append(Headed(line, Span(block.start, block.end), top=False))
    return tuple(sorted(found, key=lambda heading: heading.span))


def present_sections(document: Document, part: Part, genre: Genre) -> Mapping[str, Span]:
    """Where each section of the genre stands: its heading, or the words by which another section holds it."""
    return document.derive(("sections", part.span, genre.id), lambda: _find_sections(document, part, genre))


def in_words_of(document: Document, part: Part, genre: Genre) -> Genre:
    """The genre with those words of its sections that a part holds: no other word can stand in a heading of it."""
    return document.derive(("words", part.span, genre.id), lambda: _in_words_of(document.slice(part.span), genre))


def _in_words_of(text: str, genre: Genre) -> Genre:
    sections = tuple(
        msgspec.structs.replace(section, headings=tuple(word for word in section.headings if word in text))
        for section in genre.sections
    )
    return msgspec.structs.replace(genre, sections=sections)


def _find_sections(document: Document, part: Part, genre: Genre) -> Mapping[str, Span]:
    genre = in_words_of(document, part, genre)
    named = [(heading, _named(heading.text, genre)) for heading in headings(document, part)]
    found: dict[str, Span] = {}
    for section in genre.sections:
        start = _earliest(document, part, genre, section)
        own = [heading for heading, names in named if section.name in names and heading.span.start >= start]
        sure = (heading for heading in own if heading.top and is_surely(document, heading.text, section))
        place = next((heading.span for heading in (*sure, *own)), None) or _in_text(document, part, section, start)
        if place is not None:
            found[section.name] = place
    return found


def _earliest(document: Document, part: Part, genre: Genre, section: SectionSpec) -> int:
    """Where a customary section may begin: behind the sure heading of what the genre fixes before it, if any stands."""
    orders = [names[: names.index(section.name)] for names in genre.fixed if section.name in names]
    if not section.customary or not orders or not orders[0]:
        return part.span.start
    before = next(other for other in genre.sections if other.name == orders[0][-1])
    sure = (heading for heading in headings(document, part) if heading.top)
    return next((heading.span.start for heading in sure if is_surely(document, heading.text, before)), part.span.start)


def _named(heading: str, genre: Genre) -> set[str]:
    """The names of the sections that a heading is the heading of, alone or joined with others (问题及原因)."""
    if _JOINED.search(heading):
        return {section.name for section in genre.sections if any(word in heading for word in section.headings)}
    section = section_of(heading, genre)
    return {section.name} if section else set()


def section_of(heading: str, genre: Genre) -> SectionSpec | None:
    """The section that a heading is the heading of: the one whose word stands last in it, then the longer word."""
    best: tuple[int, int] = (0, 0)
    found = None
    for section in genre.sections:
        for word in section.headings:
            if word in heading and (place := (heading.rfind(word) + len(word), len(word))) > best:
                best, found = place, section
    return found


def is_whole(part: Part) -> bool:
    """Whether a part is a finished text with headings and no excerpt: titled, numbered from one."""
    top = [item for item in part.items if _is_heading(item)]
    return part.title is not None and len(top) >= 2 and top[0].marker.value in (0, 1)


def _is_heading(item: Item) -> bool:
    return not (item.inline or item.quoted) and 0 < item.heading.end - item.heading.start <= _LONGEST


def _headed(document: Document, item: Item) -> Headed:
    span = Span(item.span.start, item.heading.end)
    return Headed(document.slice(item.heading), span, top=item.depth == 1, family=item.marker.family.name)


def _is_piece(part: Part, start: int) -> bool:
    pieces = (part.title, part.subtitle, part.recipients, part.closing, part.signature, part.date)
    return any(piece is not None and piece.start <= start < piece.end for piece in pieces)


def _in_text(document: Document, part: Part, section: SectionSpec, start: int) -> Span | None:
    if section.table:
        for index in block_range(document, part):
            block = document.reading.blocks[index]
            if block.kind == "table" and block.start >= start:
                return Span(block.start, block.end)
    for span in _bodies(document, part):
        for pattern in section.text:
            match = search(pattern, document.text, max(start, span.start), span.end, document.clock)
            if match:
                return Span(*match.span())
    return None


def _bodies(document: Document, part: Part) -> Iterator[Span]:
    """The text of a part below its title, but for what promises and holds nothing.

    That is its table of contents, and the sentence of the preamble that says what is told below (现将…报告如下).
    """
    start = max((piece.end for piece in (part.title, part.subtitle) if piece is not None), default=part.span.start)
    blocks = document.reading.blocks
    promises = [Span(blocks[index].start, blocks[index].end) for index in part.contents]
    if part.preamble is not None:
        promises += [Span(*found.span()) for found in _PROMISE.finditer(document.text, *part.preamble)]
    for promise in sorted(promises):
        if promise.start >= start:
            yield Span(start, promise.start)
            start = promise.end
    yield Span(start, part.span.end)
