"""The entries of a table of contents and the headings of the text, as lines that can be compared."""

from collections.abc import Container, Iterator

import msgspec

from lint.document.annex_head import BLANKS, HAN
from lint.document.families import HEADING
from lint.document.markers import Marker, find_head, numbers_of
from lint.document.tree import Document, Item
from lint.formats.blocks import PROSE
from lint.text.comparison.compare import letters
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_LEADERS = lazy(r"(?:[\s\u3000.．·…—_\-]+(?:[（(]?\d{1,3}[）)]?)?)?$")
_ANNEX = lazy(
    rf"附{BLANKS}[件录表图]?{BLANKS}(?:\d{{1,2}}|[{HAN}]{{1,3}}|[A-Z])?{BLANKS}(?:[：:\s\u3000]\s*(?=\S)|(?=[“《]))"
)
_ANNEXES = lazy(r"附[件录表图]")
"""An entry that stands for whatever is annexed."""
_LONGEST = 60  # characters of a line that an entry without a number may stand for
_PLAIN = {"dotted1": "digit"} | {f"list{level}": "digit" for level in (2, 3, 4)}

Number = tuple[str, tuple[int, ...]]


class ContentsLine(msgspec.Struct, frozen=True):
    """An entry or a heading: its number, its words without blanks and marks, its place.

    Of a heading ``part`` and ``depth`` say where it stands, ``parent`` is the place of the heading above it.
    """

    number: Number | None
    words: str
    span: Span
    part: int = 0
    depth: int = 0
    parent: int = -1

    @property
    def family(self) -> str:
        """The name of the family of its marker, or nothing."""
        return self.number[0] if self.number else ""

    @property
    def is_title(self) -> bool:
        """Whether it is the title of an annex or a second text, to which only entries give a number."""
        return self.number is None and self.part > 0 and self.depth == 0

    @property
    def level(self) -> tuple[int, int, str, int]:
        """What headings have in common that are listed or not listed together."""
        return self.part, self.depth, self.family, self.parent


def entries_of(document: Document, headings: Container[str]) -> Iterator[ContentsLine]:
    """The entries, but for those that name the annexes as such or a line of the text that is none of its headings.

    ``headings`` are the words of these.
    """
    listed = [index for part in document.parts for index in part.contents[1:]]
    lines = _other_lines(document) if listed else frozenset()
    for index in listed:
        block = document.reading.blocks[index]
        text = document.text[block.start : block.end]
        leaders = _LEADERS.search(text)
        end = block.end - len(leaders[0] if leaders else "")
        number, words = _read(document, Span(block.start, end))
        plain = words not in headings and letters(text) in lines
        if number is None and (plain or (_ANNEXES.fullmatch(words) and _has_annexes(document))):
            continue
        if words:
            yield ContentsLine(number, words, Span(block.start, end))


def _has_annexes(document: Document) -> bool:
    return any(part.kind == "annex" or part.annex_list for part in document.parts)


def headings_of(document: Document) -> Iterator[ContentsLine]:
    """The headings of every part in text order, the titles of annexes and second texts among them."""
    for index, part in enumerate(document.parts):
        if index and part.title is not None:
            yield ContentsLine(None, _annex_name(document.slice(part.title)), part.title, index)
        pending: list[tuple[Item, int]] = [(item, -1) for item in reversed(part.items)]
        while pending:
            item, parent = pending.pop()
            pending += [(child, item.span.start) for child in reversed(item.children)]
            if not (item.inline or item.quoted):
                number, words = _number(document.text, item.marker), letters(document.slice(item.heading))
                span = Span(item.span.start, max(item.heading.end, item.marker.span.end))
                if item.marker.automatic:  # entries show any label as text
                    number, words = _read(document, span)
                yield ContentsLine(number, words, span, index, item.depth, parent)


def is_plain_line(document: Document, entry: ContentsLine) -> bool:
    """Whether the words of an entry are those of a line of the text, with or without its number."""
    lines = _other_lines(document)
    return entry.words in lines or letters(document.slice(entry.span)) in lines


def _read(document: Document, span: Span) -> tuple[Number | None, str]:
    """The number and the words of a line as it is shown; Word sets numbers off by tabs."""
    line = document.slice(span).replace("\t", " ")
    marker = find_head(line, 0, len(line))
    number = _number(line, marker) if marker else None
    return number, _annex_name(line[marker.span.end if marker and number else 0 :])


def _annex_name(line: str) -> str:
    """The words of a line, those behind 附件1 where it goes on: its annex has them below its head."""
    head = _ANNEX.match(line)
    return letters(line[head.end() if head else 0 :])


def _number(text: str, marker: Marker) -> Number | None:
    if marker.family is HEADING or marker.value is None:
        return None
    name = marker.family.name
    if name.startswith("dotted") and name != "dotted1":
        return name, numbers_of(text, marker)
    return _PLAIN.get(name, name), (marker.value, marker.sub)[: 2 if marker.sub else 1]


def _other_lines(document: Document) -> frozenset[str]:
    """Short lines of the text, one of which an entry may name (附件, 参考文献)."""
    return document.derive("lines beside contents", lambda: _find_other_lines(document))


def _find_other_lines(document: Document) -> frozenset[str]:
    contents = {index for part in document.parts for index in part.contents}
    return frozenset(
        letters(document.text[block.start : block.end])
        for index, block in enumerate(document.reading.blocks)
        if index not in contents and block.kind in PROSE and block.end - block.start <= _LONGEST
    )
