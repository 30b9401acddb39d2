"""The list of annexes below a text: 附件：1.甲 2.乙."""

from collections.abc import Sequence

from lint.document.annex_head import ANNEX_ITEM, BLANKS, WORD
from lint.document.parser.parts.edge_lines import Lines
from lint.formats.blocks import PROSE
from lint.text.patterns.lazy import lazy

_ANNEX_LIST = lazy(rf"{WORD}{BLANKS}\d*[：:]|附[：:]{BLANKS}1[.．、]")
_LIST_WITHOUT_COLON = lazy(rf"{WORD}(?:{BLANKS}1[.．、]|{BLANKS}\d{{0,2}}[\s\u3000]+)[^\s。，；：]{{2,50}}$")
_NUMBERED_LIST = lazy(rf"{WORD}{BLANKS}[：:]{BLANKS}\d")
_FIRST_LISTED = lazy(rf"附{BLANKS}(?:件{BLANKS})?[：:]{BLANKS}1(?!\d)")
_NAME_ENDS = lazy("[。；;]$")
_LONG_NAME = 16  # characters of a line that a name may fill


def annex_list(lines: Lines, left: Sequence[int]) -> tuple[int, ...]:
    """The blocks of the list 附件：1. … 2. … below the text; without its colon it is one only at the end."""
    for place, index in enumerate(left):
        text = lines.texts[index]
        if lines.blocks[index].kind not in PROSE or not text.startswith("附"):
            continue
        marked = _ANNEX_LIST.match(text) is not None
        if marked or _LIST_WITHOUT_COLON.match(text):
            end = _list_end(lines, left, place)
            if marked or end == len(left):
                return tuple(left[place:end])
    return ()


def begins_annex_list(text: str) -> bool:
    """Whether a line is the first of a numbered list of annexes: 附件：1.甲."""
    return _FIRST_LISTED.match(text) is not None


def _list_end(lines: Lines, left: Sequence[int], place: int) -> int:
    """The place after the last line of a list of annexes; the same line again is the head of the annex."""
    first = left[place]
    end = place + 1
    while (
        end < len(left)
        and lines.texts[left[end]] != lines.texts[first]
        and (
            ANNEX_ITEM.match(lines.texts[left[end]])
            or lines.blocks[left[end]].ordinal is not None
            or _goes_on_below(lines, first, left[end])
        )
    ):
        end += 1
    return end


def _goes_on_below(lines: Lines, head: int, index: int) -> bool:
    """Whether a paragraph is the second line of a long name in a numbered list of annexes."""
    block, before = lines.blocks[index], lines.blocks[index - 1]
    return (
        _NUMBERED_LIST.match(lines.texts[head]) is not None
        and block.kind in PROSE
        and not block.gap
        and block.indent > lines.blocks[head].indent
        and before.end - before.start >= _LONG_NAME
        and not _NAME_ENDS.search(lines.texts[index - 1])
    )
