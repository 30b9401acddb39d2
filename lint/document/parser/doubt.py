"""Which shapes that also occur as ordinary words or figures are markers: those that fit a run."""

from itertools import islice

from lint.document.families import (
    AMONG,
    ARTICLE,
    DIGIT,
    DIGIT_HALF_PAREN,
    DIGIT_PAREN,
    DOTTED,
    HAN,
    HAN_HALF_PAREN,
    HAN_PAREN,
    IS,
    LAST_WORD,
    LATIN,
    MUST,
    NTH,
    ORDER,
    SIDE,
    STEP_WORDS,
    VERB,
)
from lint.document.markers import Marker, numbers_of
from lint.document.parser.open_items import OpenItems
from lint.document.parser.runs import Candidate, Lists
from lint.document.parser.short_lines import is_plain, is_short, is_unmeasured, rest_of_line
from lint.document.parser.stray_signs import StraySigns
from lint.text.patterns.lazy import lazy

_SECOND = 2
_INSIDE = 100  # characters of brackets
_NEAR = 2  # how far a wrong number may be from the right one
_SET_APART = frozenset({HAN, HAN_PAREN, DIGIT_PAREN})
_CITED = lazy("[项款条目][所规的、，；中和或及与情之至内外下以应可不除。]")
_MISTAKEN = ([1, 3], [3, 2], [3, 4])  # what may follow a first number where the second is wrong
_HALF_BRACKETED = frozenset({DIGIT_HALF_PAREN, HAN_HALF_PAREN})


class Doubt:
    """Tells of a doubtful marker whether it is one where it stands.

    ``lists`` are the paragraphs that hold a list of a doubtful shape, as ``find_lists`` gives them.
    """

    def __init__(self, items: OpenItems, stray: StraySigns, lists: Lists) -> None:
        self.items = items
        self.stray = stray
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
        if marker.family in (MUST, NTH, ORDER, AMONG) or marker.family.name.startswith(VERB):
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

    def _ends_brackets(self, marker: Marker) -> bool:
        """Whether 二） begins a line that goes on with what an earlier one puts in brackets: （含一、 / 二）."""
        if marker.family is not HAN_HALF_PAREN or not marker.head:
            return False
        before = self.text[max(0, marker.span.start - _INSIDE) : marker.span.start]
        return max(map(before.rfind, "（(")) > max(map(before.rfind, "）)"))

    def _fits_number(self, index: int) -> bool:
        """Whether a number continues a run, begins one, or stands out of place in a list of one paragraph."""
        candidate = self.candidates[index]
        marker = candidate.marker
        if self._ends_brackets(marker):
            return False
        if (candidate.block, candidate.key) in self.lists:
            return True
        if self.items.continues(candidate):
            following = self.items.next_value(index, candidate)
            last = marker.family is HAN and following is None
            return marker.doubt == 1 or last or following == (marker.value or 0) + 1
        if marker.head and self._stands_out_of_place(index):
            return True
        return self._begins(index) if marker.value == 1 else self._deviates(index)

    def _stands_out_of_place(self, index: int) -> bool:
        """Whether the head of a paragraph is an item of a run although its number is not the next."""
        candidate = self.candidates[index]
        if self._fills_hole(index):
            return True
        sure = candidate.marker.doubt == 1
        return sure and (
            self._breaks_run(candidate) or self._heads_its_line(candidate) or self._is_near(index, candidate)
        )

    def _begins(self, index: int) -> bool:
        """Whether a first number begins a run."""
        candidate = self.candidates[index]
        marker = candidate.marker
        if self._heads_law(candidate):
            return True
        if marker.doubt > 1:
            return marker.family is HAN and self._leads_to_sure_second(index)
        listed = marker.family in (DIGIT, LATIN) or (marker.family is HAN and marker.mark == "、")
        following = self._next_of_family(index) if listed else None
        second = _SECOND in (self.items.next_value(index, candidate), following)
        return second or (marker.family is HAN and self._leaves_out_second(index))

    def _is_near(self, index: int, candidate: Candidate) -> bool:
        """Whether a word that is also a unit (（三）班车, （二）款物) follows a number that an open run nearly has."""
        marker = candidate.marker
        if marker.family not in (HAN_PAREN, DIGIT_PAREN) or _CITED.match(self.text, marker.span.end):
            return False
        if marker.value == 1 and self.items.next_value(index, candidate) in (1, _SECOND + 1):
            return True
        return any(abs((marker.value or 0) - run.last - 1) <= _NEAR for _, run in self.items.opened(candidate))

    def _deviates(self, index: int) -> bool:
        """Whether a marker of another family stands for the next number of a run: 1., 2）, 3.; 一是, 二要."""
        candidate = self.candidates[index]
        marker = candidate.marker
        if marker.family.inline:
            return self.stray.kin_run(index, candidate) is not None
        plain = marker.doubt == 1 and (marker.family in _HALF_BRACKETED or candidate.inside)
        between = candidate.inside or marker.family is HAN_HALF_PAREN
        return plain and self.stray.kin_run(index, candidate, between=between) is not None

    def _next_of_family(self, index: int) -> int | None:
        """The number of the next 1. or A., inside a paragraph or not: one list may begin after a heading."""
        family = self.candidates[index].marker.family
        ahead = self.items.ahead(index, self.items.candidates[index].rank)
        return next((other.marker.value for other in ahead if other.marker.family is family), None)

    def _fills_hole(self, index: int) -> bool:
        """Whether a number stands where an open run lacks one: （一）班车 or （三）班车 between （一） and （三）."""
        candidate = self.candidates[index]
        value, following = candidate.marker.value or 0, self.items.next_value(index, candidate)
        if following is None or candidate.marker.family not in _SET_APART:
            return False
        return any(
            following == run.last + 2 or (value == run.last + 2 and following in (run.last + 1, value + 1))
            for _, run in self.items.opened(candidate)
            if abs(value - run.last - 1) <= _NEAR and run.last
        )

    def _leads_to_sure_second(self, index: int) -> bool:
        """Whether 一、二次供水 is followed by a sure 二、, or by what may stand there by mistake: 一、, then 三、."""
        candidate = self.candidates[index]
        ahead = self.items.ahead(index, candidate.rank)
        following = [one.marker for one in islice((one for one in ahead if one.key == candidate.key), 2)]
        values = [marker.value for marker in following]
        if not following or following[0].doubt:
            return values == _MISTAKEN[0] and following[0].head and not following[1].doubt
        return values[0] == _SECOND or values in _MISTAKEN

    def _leaves_out_second(self, index: int) -> bool:
        """Whether 一、 inside a paragraph is followed by 三、 and 四、, for which no run is open."""
        if any(run.family is HAN for node in self.items.stack for run in node.runs.values()):
            return False
        ahead = self.items.ahead(index, self.candidates[index].rank)
        values = (one.marker.value for one in ahead if one.marker.family is HAN)
        return [*islice(values, 2)] == [_SECOND + 1, _SECOND + 2]

    def _heads_its_line(self, candidate: Candidate) -> bool:
        """Whether a short line near its place in an open run of such lines has the wrong mark and number: 二，绕行."""
        rest = rest_of_line(self.text, candidate.marker)
        return (
            len(rest) > 1
            and is_plain(rest)
            and any(
                abs((candidate.marker.value or 0) - run.last - 1) <= _NEAR
                and is_short(rest_of_line(self.text, run.nodes[-1].candidate.marker))
                for _, run in self.items.opened(candidate)
            )
        )

    def _heads_law(self, candidate: Candidate) -> bool:
        """Whether 第一节机构 heads a short line below a chapter or the like."""
        rank = candidate.marker.family.rank
        below = rank < ARTICLE.rank and any(node.rank < rank for node in self.items.stack[1:])
        rest = rest_of_line(self.text, candidate.marker)
        return below and len(rest) > 1 and is_plain(rest)

    def _heads_its_own(self, index: int) -> bool:
        """Whether 3 comes right before 3.1."""
        return any(
            following.marker.family is DOTTED[1]
            and numbers_of(self.text, following.marker)[0] == self.candidates[index].marker.value
            for following in self.candidates[index + 1 : index + 2]
        )

    def _leaves_out(self, candidate: Candidate) -> bool:
        """Whether a bare number heads a short line and leaves out one or two: 4　救助 … 6　附则."""
        value = candidate.marker.value or 0
        line = rest_of_line(self.text, candidate.marker)
        return (
            line != ""
            and is_unmeasured(line)
            and any(1 < run.last < value - 1 <= run.last + 2 for _, run in self.items.opened(candidate))
        )

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
        if candidate.marker.family.name.startswith(VERB):
            begins = candidate.marker.value == 1 or candidate.marker.head or any(self.items.opened(candidate))
            return begins and (candidate.block, candidate.key) in self.lists
        if candidate.marker.head and self._word(candidate) in STEP_WORDS:
            return self._leads_to_last(index)
        if candidate.marker.value == 1:
            return any(
                following.marker.family.kin == kin and following.marker.value != 1
                for following in self.items.ahead(index, self._enclosing_rank())
                if not following.marker.head or following.marker.family.kin == kin or following.marker.family.rank > 20
            )
        opened = any(run.family.kin == kin for node in self.items.stack for run in node.runs.values())
        return opened or self._begins_at_two(index)

    def _begins_at_two(self, index: int) -> bool:
        """Whether 第二， inside a paragraph goes on with 第三， in it, so that the first of them is left out."""
        candidate = self.candidates[index]
        later = (one for one in self.candidates[index + 1 :] if one.key == candidate.key)
        following = next(later, None) if candidate.marker.value == _SECOND and not candidate.marker.head else None
        return following is not None and following.block == candidate.block and following.marker.value == _SECOND + 1

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
            if (candidate.block, candidate.key) in self.lists:
                return True
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
