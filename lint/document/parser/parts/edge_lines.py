"""The lines that the edges of a part are told by: bare ones, dates, those in brackets."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from lint.document.automatic import head_of
from lint.document.document_number import is_number
from lint.document.kinds import EITHER
from lint.document.markers import Marker
from lint.document.parser.labels import find_label
from lint.formats.blocks import PROSE, Block, Reading
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_LABELLED = 40  # blocks below a label within which the second one stands
_SECOND = 2
STOPS = "。！？；：，、,;:.…"
TITLE_END = lazy(rf"(?:{EITHER})(?:[（(〔].*[）)〕])?$")
BRACKETED = lazy(r"^[（(【〔](?:[^（()）【】〔〕]|[（(【〔][^（()）【】〔〕]*[）)】〕])*[）)】〕]$")
"""A line in one pair of brackets, which may hold others: not （一）甲（乙）."""
DATE = lazy(
    r"^[（(]?(?:\d{2,4}|[〇○零一二三四五六七八九0-9]{4}|[Xx×]{2,4})\s*年\s*[\d一二三四五六七八九十Xx×]{0,3}\s*月\s*"
    r"[\d一二三四五六七八九十Xx×]{0,3}\s*[日号][）)]?$|^20\d\d(?P<mark>[.．/\-—])\d{1,2}(?P=mark)\d{1,2}日?$|^20\d\d年\d{1,2}月\d{1,2}$"
    r"|^[\[［【](?:成文|发文|落款)?日期[\]］】]$"
)
_SUBTITLE = lazy(r"^(?:——|—)")
MAX_TITLE = 60
LINES = ("paragraph", "heading")


class Lines:
    """The blocks with their texts and head markers, computed once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.blocks = reading.blocks
        self.texts = [reading.text[block.start : block.end] for block in reading.blocks]
        labels = {label.span.start: label for label in reading.labels}
        self.heads: list[Marker | None] = [
            head_of(reading.text, block, labels.get(block.start)) if block.kind in PROSE else None
            for block in reading.blocks
        ]

    def __len__(self) -> int:
        """How many blocks there are."""
        return len(self.blocks)

    @cached_property
    def running(self) -> dict[str, list[int]]:
        """By family, the blocks that begin with a marker which is no first one."""
        found: dict[str, list[int]] = {}
        for index, head in enumerate(self.heads):
            if head is not None and (head.value or 0) > 1:
                found.setdefault(head.family.name, []).append(index)
        return found

    def goes_on(self, first: int, index: int) -> bool:
        """Whether the numbers that run from a block on go on below another: the next sure one follows the last."""
        sure, by_family = self._sure
        place = bisect_left(sure, index)
        following = self.heads[sure[place]] if place < len(sure) else None
        if following is None or (following.value or 0) < 2:
            return False
        own = by_family[following.family.name]
        before = bisect_left(own, index) - 1
        last = self.heads[own[before]] if before >= 0 and own[before] >= first else None
        return last is not None and last.value == (following.value or 0) - 1

    @cached_property
    def _sure(self) -> tuple[list[int], dict[str, list[int]]]:
        """The blocks that begin with a sure marker, all of them and by family."""
        sure = [index for index, head in enumerate(self.heads) if head is not None and not head.doubt]
        by_family: dict[str, list[int]] = {}
        for index in sure:
            head = self.heads[index]
            if head is not None:
                by_family.setdefault(head.family.name, []).append(index)
        return sure, by_family

    def is_bare(self, index: int, most: int = MAX_TITLE) -> bool:
        """Whether a block is a short line of prose without end punctuation or a sure marker."""
        text, head = self.texts[index], self.heads[index]
        return (
            0 < len(text) <= most
            and text[-1] not in STOPS
            and "。" not in text
            and self.blocks[index].kind in LINES
            and (head is None or head.doubt > 0)
        )

    def begins_labels(self, index: int) -> bool:
        """Whether a line carries the first of several labels: 课题1, with 课题2 further below."""
        first = find_label(self.reading.text, self.blocks[index])
        if first is None or first.value != 1:
            return False
        below = (find_label(self.reading.text, block) for block in self.blocks[index + 1 : index + _LABELLED])
        return any(label.family is first.family and label.value == _SECOND for label in below if label)


def is_aside(text: str) -> bool:
    """Whether a line below a title is no part of it: in brackets, behind a dash, a date or a number."""
    return bool(BRACKETED.match(text) or _SUBTITLE.match(text) or DATE.match(text) or is_number(text))


def span_of(blocks: Sequence[Block], indices: Sequence[int]) -> Span | None:
    """From the first of some blocks to the last; None where there are none."""
    return Span(blocks[indices[0]].start, blocks[indices[-1]].end) if indices else None
