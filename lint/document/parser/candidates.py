"""The markers of one part in text order: those that begin paragraphs, those inside, and Markdown's own."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from lint.document.automatic import family_of
from lint.document.families import (
    DASH,
    DIGIT,
    DIGIT_HALF_PAREN,
    DIGIT_PAREN,
    DOTTED,
    HAN_HALF_PAREN,
    HAN_PAREN,
    HEADING,
    LATIN,
    LISTS,
)
from lint.document.markers import Marker, find_head, numbers_of
from lint.document.parser.labels import bare_lines, find_label, settle
from lint.document.parser.parts.frames import Frame
from lint.document.parser.runs import Candidate
from lint.document.parser.slips import with_slips
from lint.formats.blocks import Block, Reading
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_LONGEST = 24  # characters of a section's heading
_SENTENCE = lazy("[，。；：0-9]")
_NEAR = 3  # blocks that items of a Markdown list may be apart
_FEW = 3  # sections that a draft may leave out
_AMOUNT = lazy(r"\s*(?:[亿万千百%％‰倍吨岁]|元(?![件素])|个(?![人体案性])|公[里斤顷]|平方|立方|小时)")
_SPACED = frozenset({DIGIT, DIGIT_PAREN, DIGIT_HALF_PAREN, HAN_PAREN, HAN_HALF_PAREN, LATIN})
_BLANKS = lazy(r"(?<=[^\s。；：！？，、.．;:!?])[ \u3000]+")


class Inline:
    """The markers inside paragraphs, found once for all parts, to be asked for by place."""

    def __init__(self, markers: Sequence[Marker]) -> None:
        self._markers = markers
        self._starts = [marker.span.start for marker in markers]

    def between(self, start: int, end: int) -> Sequence[Marker]:
        """Those that begin in a stretch."""
        return self._markers[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def candidates_of(reading: Reading, frame: Frame, heads: Sequence[Marker | None], inline: Inline) -> list[Candidate]:
    """Every marker that a part may hold."""
    found: list[Candidate] = []
    lazy = _LazyLists()
    bare = bare_lines(reading, frame.body, heads)
    for index in frame.body:
        block = reading.blocks[index]
        level = block.level if block.kind == "heading" else 0
        head = heads[index]
        if block.ordinal is not None and (head is None or head.doubt):
            following = _next_ordinal(reading.blocks, index) if block.ordinal == 1 else 0
            found.append(_candidate(_listed(block, lazy, index, following), index))
            head = None
        elif head is not None:
            found.append(
                _candidate(msgspec.structs.replace(head, doubt=0) if level and head.doubt else head, index, level)
            )
        elif label := find_label(reading.text, block):
            found.append(_candidate(label, index, level))
        elif level or index in bare:
            here = Span(block.start, block.start)
            found.append(_candidate(Marker(HEADING, 0, here, here, doubt=int(not level)), index, level))
        after = head.span.end if head else block.start
        if head is not None and head.automatic and (first := _first_inside(reading.text, after, block.end)):
            found.append(_candidate(first, index))
            after = first.span.end
        inside = inline.between(after, block.end)
        found += [_candidate(marker, index) for marker in _with_spaced(reading.text, block, head, inside)]
    return settle(reading.text, with_slips(reading, frame.body, _with_chapters(reading.text, found)))


def _with_spaced(text: str, block: Block, head: Marker | None, inside: Sequence[Marker]) -> Sequence[Marker]:
    """The markers inside a paragraph, with those of its own kind that only blanks set apart: 1.甲　2.乙　3.丙."""
    if head is None or head.family not in _SPACED or head.automatic:
        return inside
    start = head.span.end
    if text.find(" ", start, block.end) < 0 and text.find("\u3000", start, block.end) < 0:
        return inside
    known = {marker.span for marker in inside}
    places = (match.end() for match in _BLANKS.finditer(text, start, block.end))
    apart = (find_head(text, place, block.end) for place in places)
    spaced = [
        msgspec.structs.replace(marker, head=False, doubt=1)
        for marker in apart
        if marker and marker.family is head.family and marker.doubt <= head.doubt and marker.span not in known
    ]
    return sorted([*inside, *spaced], key=lambda marker: marker.span) if spaced else inside


def _first_inside(text: str, start: int, end: int) -> Marker | None:
    """The marker right after an automatic one, where that is one of those that stand inside paragraphs: 一是."""
    while start < end and text[start] in " \u3000":
        start += 1
    first = find_head(text, start, end)
    return msgspec.structs.replace(first, head=False) if first and first.family.inline else None


def _candidate(marker: Marker, block: int, level: int = 0) -> Candidate:
    return Candidate(marker, block, marker.family.rank, level)


def _next_ordinal(blocks: Sequence[Block], index: int) -> int:
    """The number that the next item of a Markdown list near a block has, 0 where there is none."""
    level = blocks[index].level
    near = blocks[index + 1 : index + 1 + _NEAR]
    return next((block.ordinal for block in near if block.ordinal and block.level == level), 0)


def _listed(block: Block, lazy: "_LazyLists", index: int, following: int) -> Marker:
    """The marker that Markdown's list gives an item: a number, or a bullet that counts like a dash."""
    here = Span(block.start, block.start)
    if not block.ordinal:
        return Marker(DASH, 0, here, here, listed=True)
    family = LISTS[min(block.level, len(LISTS)) - 1]
    return Marker(family, lazy.number(index, block.level, block.ordinal, following), here, here, ".", listed=True)


class _LazyLists:
    """Numbers of Markdown lists whose author typed 1. before every item, which renders as 1, 2, 3."""

    def __init__(self) -> None:
        self._last: dict[int, tuple[int, int, int]] = {}

    def number(self, index: int, level: int, typed: int, following: int) -> int:
        """The number that a reader sees for an item; a 1 that is followed by 3 stands for 2 by mistake: 1, 1, 3."""
        before, first, shown = self._last.get(level, (-9, 0, 0))
        lazy = typed == first == 1 and index - before <= _NEAR and following != shown + 2
        shown = shown + 1 if lazy else typed
        self._last = {known: value for known, value in self._last.items() if known < level}
        self._last[level] = (index, typed, shown)
        return shown


def _with_chapters(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Read 1. as the chapter that 1.1 belongs to where a draft is numbered in decimals throughout."""
    candidates = _with_sections(text, candidates)
    sections = [_numbers(text, candidate) for candidate in candidates if _is_section(candidate)]
    if not sections:
        return candidates
    chapters = {numbers[0] for numbers in sections}
    return list(_chapters(text, candidates, chapters))


def _with_sections(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Take for sections those decimals without a space (3.3设备) that head a short line where a section is expected."""
    if not any(candidate.marker.family is DOTTED[1] and candidate.marker.doubt for candidate in candidates):
        return candidates
    found: list[Candidate] = []
    reached, chapter = (0, 0), 0
    begun = _begun(text, candidates)
    for one in candidates:
        marker = one.marker
        if marker.family is DOTTED[1] and marker.head:
            numbers = _numbers(text, one)[:2]
            expected = {(reached[0], reached[1] + 1), (reached[0] + 1, 1), (chapter, 1), *begun}
            fits = numbers in expected or (_is_near(numbers, reached, chapter) and not _is_amount(text, marker))
            if not marker.doubt or (fits and numbers[0] and _is_heading(text, marker)):
                reached, marker = (numbers[0], numbers[1]), msgspec.structs.replace(marker, doubt=0)
        elif marker.head and (marker.family is DIGIT or marker.family is DOTTED[0]):
            chapter = marker.value or 0
        found.append(msgspec.structs.replace(one, marker=marker) if marker is not one.marker else one)
    return found


def _begun(text: str, candidates: Sequence[Candidate]) -> set[tuple[int, ...]]:
    """The first sections of chapters that have no heading: 3.1网络 where 3.2存储 follows."""
    decimals = (one for one in candidates if one.marker.family is DOTTED[1] and one.marker.head)
    heads = [one for one in decimals if _is_heading(text, one.marker) and not _is_amount(text, one.marker)]
    numbers = [_numbers(text, one) for one in heads]
    return {one for one, other in pairwise(numbers) if one[1] == 1 and other == (one[0], 2)}


def _is_near(numbers: tuple[int, ...], reached: tuple[int, int], chapter: int) -> bool:
    """Whether a section repeats the last one of its chapter or leaves out a few: 3.2, then 3.4."""
    steps = numbers[1] - (reached[1] if numbers[0] == reached[0] else 0)
    return numbers[0] in (reached[0], chapter) and 0 <= steps <= _FEW and numbers[1] > 0


def _is_amount(text: str, marker: Marker) -> bool:
    """Whether a unit follows a decimal: 3.4亿元."""
    return _AMOUNT.match(text, marker.span.end) is not None


def _is_heading(text: str, marker: Marker) -> bool:
    """Whether a marker heads a short line that is no sentence."""
    line = text[marker.span.end : marker.span.end + 2 * _LONGEST].partition("\n")[0].strip()
    return 1 < len(line) <= _LONGEST and not _SENTENCE.search(line)


def _is_section(candidate: Candidate) -> bool:
    return candidate.marker.family is DOTTED[1] and not candidate.marker.doubt


def _numbers(text: str, candidate: Candidate) -> tuple[int, ...]:
    return numbers_of(text, candidate.marker)


def _held(candidates: Sequence[Candidate]) -> frozenset[tuple[str, int]]:
    """The levels of Word's lists whose plain numbers stand in decimals of the same list: 1 above 1.1."""
    numbers = [one.marker.automatic for one in candidates if one.marker.automatic]
    digits = {(one.list, one.level) for one in numbers if family_of(one) is DIGIT}
    return frozenset(
        (one.list, shown.level)
        for one in numbers
        if one.decimal and not (one.before or one.after)
        for shown in one.numbers[:-1]
        if (one.list, shown.level) in digits
    )


def _chapters(text: str, candidates: Sequence[Candidate], chapters: set[int]) -> Iterator[Candidate]:
    reached = 0
    held = _held(candidates)
    for index, candidate in enumerate(candidates):
        marker = candidate.marker
        if marker.automatic and (marker.automatic.list, marker.automatic.level) in held:
            reached = marker.value or 0
            yield _candidate(msgspec.structs.replace(marker, family=DOTTED[0]), candidate.block, candidate.level)
            continue
        if marker.family is DIGIT and marker.head and not marker.listed and marker.value == reached + 1:
            following = next(
                (
                    other
                    for other in candidates[index + 1 :]
                    if other.marker.family in DOTTED[:2] or other.marker.family is DIGIT
                ),
                None,
            )
            begins = following is not None and _is_section(following) and _numbers(text, following)[0] == marker.value
            if begins or (reached and marker.value > max(chapters)):
                reached = marker.value
                chapter = msgspec.structs.replace(marker, family=DOTTED[0], doubt=0)
                yield _candidate(chapter, candidate.block, candidate.level)
                continue
        yield candidate
