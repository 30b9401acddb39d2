"""Which shapes that also occur as ordinary words or figures are markers: those that fit a run."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from lint.document.markers import (
    AMONG,
    ARTICLE,
    DIGIT,
    DIGIT_HALF_PAREN,
    DOTTED,
    HAN,
    IS,
    LAST_WORD,
    LATIN,
    MUST,
    NTH,
    ORDER,
    SIDE,
    STEP_WORDS,
    Marker,
    dotted_numbers,
    numbers_of,
)
from lint.document.parser.open_items import OpenItems
from lint.document.parser.runs import Candidate
from lint.document.tree import Levels
from lint.text.lazy import lazy
from lint.text.source import Span

_SHORT = 16  # characters of a heading
_NEAR = 2  # how far a wrong number may be from the right one
_SENTENCE = lazy("[，。；0-9]")
_LIST_SHAPES = frozenset({DIGIT_HALF_PAREN.name, LATIN.name})


class Doubt:
    """Tells of a doubtful marker whether it is one where it stands.

    ``lists`` are the paragraphs that hold a list of a doubtful shape, as ``find_lists`` gives them.
    """

    def __init__(self, items: OpenItems, lists: frozenset[tuple[int, tuple[str, bool]]]) -> None:
        self.items = items
        self.text = items.text
        self.candidates = items.candidates
        self.lists = lists

    def fits(self, index: int) -> bool:
        """Whether the marker fits a run."""
        candidate = self.candidates[index]
        marker = candidate.marker
        if marker.mark in (" ", "\u3000"):
            return self._lacks_its_mark(candidate)
        if marker.family is SIDE:
            return marker.value == 1 or self.items.continues(candidate)
        if marker.family.name.startswith("dotted"):
            return self._fits_dotted(index)
        if marker.family in (MUST, NTH, ORDER, AMONG):
            return self._fits_words(index)
        if marker.family is IS and self.text[marker.span.start - 1] != "、":
            return any(self.items.opened(candidate))  # alone, 十一是 speaks of a date
        return self._fits_number(index)

    def _lacks_its_mark(self, candidate: Candidate) -> bool:
        """Whether 二 without 、 is the next of a run whose last item has it."""
        return any(
            run.is_followed_by(candidate.marker) and run.nodes[-1].candidate.marker.mark == "、"
            for _, run in self.items.opened(candidate)
        )

    def _fits_number(self, index: int) -> bool:
        """Whether a number continues a run, begins one, or stands out of place in a list of one paragraph."""
        candidate = self.candidates[index]
        marker = candidate.marker
        if (candidate.block, candidate.key) in self.lists:
            return True
        if self.items.continues(candidate):
            return marker.doubt == 1 or self.items.next_value(index, candidate) == (marker.value or 0) + 1
        if marker.doubt == 1 and marker.head and (self._breaks_run(candidate) or self._heads_its_line(candidate)):
            return True
        if marker.value == 1 and self._heads_law(candidate):
            return True
        if marker.value == 1:
            listed = marker.family in (DIGIT, LATIN) or (marker.family is HAN and marker.mark == "、")
            following = self._next_of_family(index) if listed else None
            return marker.doubt == 1 and 2 in (self.items.next_value(index, candidate), following)
        return self.items.kin_run(index, candidate) is not None if marker.family.inline else False

    def _next_of_family(self, index: int) -> int | None:
        """The number of the next 1. or A., inside a paragraph or not: one list may begin after a heading."""
        family = self.candidates[index].marker.family
        ahead = self.items.ahead(index, self.items.candidates[index].rank)
        return next((other.marker.value for other in ahead if other.marker.family is family), None)

    def _heads_its_line(self, candidate: Candidate) -> bool:
        """Whether a short line near its place in an open run of such lines has the wrong mark and number: 二，绕行."""
        rest = _line(self.text, candidate.marker)
        return (
            1 < len(rest) <= _SHORT
            and not _SENTENCE.search(rest)
            and any(
                abs((candidate.marker.value or 0) - run.last - 1) <= _NEAR
                and _is_short(self.text, run.nodes[-1].candidate)
                for _, run in self.items.opened(candidate)
            )
        )

    def _heads_law(self, candidate: Candidate) -> bool:
        """Whether 第一节机构 heads a short line below a chapter or the like."""
        rank = candidate.marker.family.rank
        below = rank < ARTICLE.rank and any(node.rank < rank for node in self.items.stack[1:])
        rest = _line(self.text, candidate.marker)
        return below and 1 < len(rest) <= _SHORT and not _SENTENCE.search(rest)

    def _heads_its_own(self, index: int) -> bool:
        """Whether 3 comes right before 3.1."""
        return any(
            following.marker.family is DOTTED[1]
            and numbers_of(self.text, following.marker)[0] == self.candidates[index].marker.value
            for following in self.candidates[index + 1 : index + 2]
        )

    def _leaves_out(self, candidate: Candidate) -> bool:
        """Whether a bare number heads a short line and leaves out one or two: 4　救助 … 6　附则."""
        value, end = candidate.marker.value or 0, candidate.marker.span.end
        line = self.text[end : end + 2 * _SHORT].partition("\n")[0].strip()
        heads = 0 < len(line) <= _SHORT and not _SENTENCE.search(line)
        return heads and any(1 < run.last < value - 1 <= run.last + 2 for _, run in self.items.opened(candidate))

    def _breaks_run(self, candidate: Candidate) -> bool:
        """Whether the paragraph before is item 2 or a later one of the same shape: a. b. d."""
        return any(
            run.last > 1 and run.nodes[-1].candidate.block == candidate.block - 1
            for _, run in self.items.opened(candidate)
        )

    def _fits_words(self, index: int) -> bool:
        """一要, 第一，, 首先 and 其一 count when a later one of their kind stands under the same parent."""
        candidate = self.candidates[index]
        kin = candidate.marker.family.kin
        if candidate.marker.head and self._word(candidate) in STEP_WORDS:
            return self._leads_to_last(index)
        if candidate.marker.value == 1:
            return any(
                following.marker.family.kin == kin and following.marker.value != 1
                for following in self.items.ahead(index, self._enclosing_rank())
                if not following.marker.head or following.marker.family.kin == kin or following.marker.family.rank > 20
            )
        return any(run.family.kin == kin for node in self.items.stack for run in node.runs.values())

    def _word(self, candidate: Candidate) -> str:
        return self.text[slice(*candidate.marker.numeral)]

    def _leads_to_last(self, index: int) -> bool:
        """Whether a paragraph that begins with 接着 stands between those with 首先 and 最后, and none with 其次."""
        before = next((run for _, run in self.items.opened(self.candidates[index])), None)
        if before is None or not before.nodes[-1].candidate.marker.head:
            return False
        later = (one for one in self.items.ahead(index, self._enclosing_rank()) if one.marker.family is ORDER)
        words = (self._word(one) for one in later if one.marker.head)
        return next((word for word in words if word not in STEP_WORDS), None) == LAST_WORD

    def _enclosing_rank(self) -> int:
        return max((node.rank for node in self.items.stack if not node.candidate.inside), default=-1) + 1

    def _fits_dotted(self, index: int) -> bool:
        candidate = self.candidates[index]
        marker = candidate.marker
        numbers = numbers_of(self.text, marker)
        if len(numbers) == 1:
            if marker.value == 1:
                return any(c.marker.family in DOTTED[:2] for c in self.candidates[index + 1 : index + 3])
            return self.items.continues(candidate) or self._leaves_out(candidate) or self._heads_its_own(index)
        chapter = next(
            (node for node in reversed(self.items.stack) if node.candidate.marker.family in (DOTTED[0], DIGIT)), None
        )
        return (
            chapter is not None
            and chapter.candidate.marker.value == numbers[0]
            and (marker.value == 1 or self.items.continues(candidate))
        )


def as_digit(text: str, candidate: Candidate, levels: Levels) -> Candidate:
    """A decimal read as the number before its dot, which is followed by a figure: 1.80周岁以上的."""
    numeral = candidate.marker.numeral
    end = next(place for place in range(numeral.start, numeral.end) if text[place] in ".．")
    marker = msgspec.structs.replace(
        candidate.marker,
        family=DIGIT,
        value=dotted_numbers(text[slice(*numeral)])[0],
        numeral=Span(numeral.start, end),
        span=Span(numeral.start, end + 1),
        mark=text[end],
        doubt=2,
    )
    return msgspec.structs.replace(candidate, marker=marker, rank=levels.rank(DIGIT))


def _line(text: str, marker: Marker) -> str:
    """The rest of the line that a marker begins, cut where it is too long for a heading."""
    return text[marker.span.end : marker.span.end + 2 * _SHORT].partition("\n")[0].strip()


def _is_short(text: str, candidate: Candidate) -> bool:
    return len(_line(text, candidate.marker)) <= _SHORT


def find_lists(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """The paragraphs that hold or begin lists of a doubtful shape, each with the key of these."""
    yield from _within_paragraphs(text, candidates)
    yield from _over_paragraphs(text, candidates)
    yield from _through_part(candidates)


def _through_part(candidates: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """The heads of paragraphs of a doubtful shape where a part numbers its paragraphs in it: 1）甲, text, 2）乙."""
    heads: dict[str, list[Candidate]] = {}
    for one in candidates:
        if one.marker.head and one.marker.doubt == 1 and one.marker.family.name in _LIST_SHAPES:
            heads.setdefault(one.marker.family.name, []).append(one)
    for name, places in heads.items():
        values = [one.marker.value or 0 for one in places]
        steps = sum(after == before + 1 or after == 1 for before, after in pairwise(values))
        if len(values) > _NEAR and 1 in values and 2 * steps >= len(values) - 1:
            yield from ((one.block, (name, True)) for one in places)


def _over_paragraphs(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """Lists of paragraphs in a row that count up: 1）甲, 3）乙, 4）丙; 1.80周岁的, 2.独居的."""
    group: list[tuple[int, str, int, int]] = []
    for one in (*(_counted(text, candidate) for candidate in candidates if candidate.marker.head), None):
        if one and group and one[0] == group[-1][0] + 1 and one[1] == group[-1][1] and one[2] > group[-1][2]:
            group.append(one)
            continue
        values = [value for _, _, value, _ in group]
        sure = any(doubt == 0 for _, _, _, doubt in group)
        counts_up = sure and values == list(range(1, len(values) + 1))
        doubtful = all(doubt == 1 for _, _, _, doubt in group) and len(group) > 2 and group[0][1] in _LIST_SHAPES
        if len(group) > 1 and (counts_up or (doubtful and values[0] <= 2 and values[-1] <= 2 * len(values))):
            yield from ((block, (name, True)) for block, name, _, _ in group)
        group = [one] if one else []


def _counted(text: str, candidate: Candidate) -> tuple[int, str, int, int] | None:
    """Block, family, number and doubt of a marker in a row; of 1.80周岁 those of 1."""
    marker = candidate.marker
    if marker.family is DOTTED[1] and marker.doubt:
        return candidate.block, DIGIT.name, dotted_numbers(text[slice(*marker.numeral)])[0], 2
    return candidate.block, marker.family.name, marker.value or 0, marker.doubt


def _within_paragraphs(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[int, tuple[str, bool]]]:
    """Paragraphs that hold a list of a doubtful shape, though numbers be out of place: 1.甲；2.乙；4.丙；3.丁."""
    heads: dict[int, Marker] = {}
    found: dict[tuple[int, tuple[str, bool]], list[Marker]] = {}
    for candidate in candidates:
        if candidate.marker.head:
            heads[candidate.block] = candidate.marker
        elif candidate.marker.doubt < 2:
            found.setdefault((candidate.block, candidate.key), []).append(candidate.marker)
    for where, markers in found.items():
        before, *marks = [text[marker.span.start - 1] for marker in markers]
        values = [marker.value or 0 for marker in markers]
        head = heads.get(where[0])
        headed = head is not None and head.family is markers[0].family and head.mark not in ("，", ",")
        if head is not None and headed:
            values, marks = [head.value or 0, *values], [before, *marks]
        led_in = (headed or before in "：:") and set(marks) == {"；"}
        if (led_in or (len(values) > 2 and len(set(marks)) == 1)) and values[0] == 1 and max(values) <= 2 * len(values):
            yield where
            if headed:
                yield where[0], (where[1][0], True)
