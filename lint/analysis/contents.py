"""A table of contents beside the headings that it lists."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter

import msgspec

from lint.document.annex_head import BLANKS, HAN
from lint.document.markers import HEADING, Marker, find_head, numbers_of
from lint.document.tree import Document, Item
from lint.formats.blocks import PROSE
from lint.text.compare import letters
from lint.text.lazy import lazy
from lint.text.source import Span

_LEADERS = lazy(r"(?:[\s\u3000.．·…—_\-]+(?:[（(]?\d{1,3}[）)]?)?)?$")
_ANNEX = lazy(rf"附{BLANKS}[件录]{BLANKS}(?:\d{{1,2}}|[{HAN}]{{1,3}}|[A-Z])?{BLANKS}[：:\s\u3000]\s*(?=\S)")
_LONGEST = 60  # characters of a line that an entry without a number may stand for
_TELLING = 4  # characters of an entry that is no other one's words
_PLAIN = {"dotted1": "digit"} | {f"list{level}": "digit" for level in (2, 3, 4)}

Number = tuple[str, tuple[int, ...]]


class ContentsLine(msgspec.Struct, frozen=True):
    """An entry or a heading: its number, its words without blanks and marks, its place."""

    number: Number | None
    words: str
    span: Span
    part: int = 0
    depth: int = 0
    parent: int = -1


class Contents(msgspec.Struct, frozen=True):
    """``pairs`` are entries with their headings, alike or not; ``entries`` and ``headings`` have no partner.

    Of the headings only those count that stand where others of their kind are listed.
    """

    pairs: tuple[tuple[ContentsLine, ContentsLine], ...]
    entries: tuple[ContentsLine, ...]
    headings: tuple[ContentsLine, ...]


def contents_of(document: Document) -> Contents | None:
    """The table of contents of a draft against its headings; None where most entries find no heading."""
    return document.derive("contents", lambda: _compare(document))


def _compare(document: Document) -> Contents | None:
    entries = list(_entries(document))
    if len(entries) < 2:
        return None
    headings = list(_headings(document))
    partner = _exact(entries, headings)
    sure = len(partner) > 1 and 2 * len(partner) >= len(entries)
    if not partner:
        return None
    _near(entries, headings, partner)
    if not (sure or (len(partner) == len(entries) and all(entry.number for entry in entries))):
        return None
    taken = set(partner.values())
    return Contents(
        tuple((entries[index], headings[place]) for index, place in sorted(partner.items())),
        tuple(entry for index, entry in enumerate(entries) if index not in partner),
        tuple(_unlisted(headings, taken)),
    )


class _Free:
    """The headings that no entry has found yet, by what they have in common, each in text order."""

    def __init__(self, headings: Sequence[ContentsLine], alike: Callable[[ContentsLine], Hashable]) -> None:
        self._headings = headings
        self._alike = alike
        self._places: dict[Hashable, list[int]] = {}
        for place, heading in enumerate(headings):
            self._places.setdefault(alike(heading), []).append(place)

    def first(self, key: Hashable, start: int, end: int) -> int | None:
        """The first heading of a kind in a stretch."""
        places = self._places.get(key, ())
        index = bisect_left(places, start)
        return places[index] if index < len(places) and places[index] < end else None

    def take(self, place: int) -> None:
        """Leave out a heading that was found."""
        places = self._places[self._alike(self._headings[place])]
        index = bisect_left(places, place)
        if index < len(places) and places[index] == place:
            del places[index]


def _words(line: ContentsLine) -> str:
    return line.words


def _words_and_number(line: ContentsLine) -> tuple[str, Number | None]:
    return line.words, line.number


def _exact(entries: Sequence[ContentsLine], headings: Sequence[ContentsLine]) -> dict[int, int]:
    """Entries that a heading repeats word for word, the next such heading first."""
    by_words, by_both = _Free(headings, _words), _Free(headings, _words_and_number)
    partner: dict[int, int] = {}
    at = 0
    for index, entry in enumerate(entries):
        free, key = (by_both, _words_and_number(entry)) if entry.number else (by_words, entry.words)
        place = free.first(key, at, len(headings))
        place = free.first(key, 0, at) if place is None else place
        if place is not None:
            by_words.take(place)
            by_both.take(place)
            partner[index] = place
            at = place + 1
    return partner


def _near(entries: Sequence[ContentsLine], headings: Sequence[ContentsLine], partner: dict[int, int]) -> None:
    """Pair what remains: the same number between the same neighbours, or the same words elsewhere."""
    by_words, by_number = _Free(headings, _words), _Free(headings, attrgetter("number"))
    levels: set[tuple[int, int, str, int]] = set()
    taken: set[int] = set()

    def take(place: int) -> None:
        by_words.take(place)
        by_number.take(place)
        levels.add(_level(headings[place]))
        taken.add(place)

    for place in partner.values():
        take(place)
    first = 0
    for index, last in enumerate(_next_partner(len(entries), len(headings), partner)):
        entry = entries[index]
        if index not in partner:
            found = by_number.first(entry.number, first, last)
            if found is None and len(entry.words) >= _TELLING:
                found = by_words.first(entry.words, 0, len(headings))
            if found is None and entry.number is None:
                between = (place for place in range(first, last) if place not in taken)
                level = list(islice((place for place in between if _level(headings[place]) in levels), 2))
                found = level[0] if len(level) == 1 else None
            if found is not None:
                partner[index] = found
                take(found)
        if index in partner:
            first = max(first, partner[index] + 1)


def _next_partner(count: int, end: int, partner: Mapping[int, int]) -> list[int]:
    """For each entry the first of the headings that later entries have found, or the end."""
    found = []
    for index in reversed(range(count)):
        found.append(end)
        end = min(end, partner.get(index, end))
    return found[::-1]


def _unlisted(headings: Sequence[ContentsLine], taken: set[int]) -> Iterator[ContentsLine]:
    levels = {_level(headings[place]) for place in taken}
    for place, heading in enumerate(headings):
        if place not in taken and heading.number is not None and _level(heading) in levels:
            yield heading


def _level(heading: ContentsLine) -> tuple[int, int, str, int]:
    return heading.part, heading.depth, heading.number[0] if heading.number else "", heading.parent


def _entries(document: Document) -> Iterator[ContentsLine]:
    """The entries, but for those that name a line of the text as it stands."""
    listed = [index for part in document.parts for index in part.contents[1:]]
    lines = _other_lines(document) if listed else set()
    for index in listed:
        block = document.reading.blocks[index]
        text = document.text[block.start : block.end]
        leaders = _LEADERS.search(text)
        end = block.end - len(leaders[0] if leaders else "")
        number, words = _read(document, Span(block.start, end))
        if number is None and letters(text) in lines:
            continue
        if words:
            yield ContentsLine(number, words, Span(block.start, end))


def _headings(document: Document) -> Iterator[ContentsLine]:
    for index, part in enumerate(document.parts):
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
        if index and part.title is not None:
            yield ContentsLine(None, _annex_name(document.slice(part.title)), part.title, index)


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


def _other_lines(document: Document) -> set[str]:
    """Short lines of the text, one of which an entry without a number may name (附件, 参考文献)."""
    contents = {index for part in document.parts for index in part.contents}
    return {
        letters(document.text[block.start : block.end])
        for index, block in enumerate(document.reading.blocks)
        if index not in contents and block.kind in PROSE and block.end - block.start <= _LONGEST
    }
