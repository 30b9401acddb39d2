"""Hard-wrapped text: which lines continue the line before them.

A wrong join hides a paragraph, a missing one only splits it: where in doubt, lines stay apart.
"""

from collections.abc import Collection, Sequence
from typing import Literal

import msgspec

from lint.formats.plain.lines import HAN_DIGITS, TextLine, begins_counted, begins_item, is_finished, width
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy

_N = f"[{HAN_DIGITS}]"
_LEADERS = lazy(r"[.．·…]{4,}\s*\d*$")
_STOP = lazy("[。；！？]")
_PAUSE = lazy("[，。；：]")
_PROSE = lazy("[，。；]")
_LONGEST = 60  # characters of the longest line that anyone wraps at
_MEMORY = 400  # characters of a paragraph that decide how it goes on

# What cannot begin a paragraph, and what cannot end one.
_CONTINUES = lazy(r"[，、。；：！？,;%％‰]|是[：:]|[.．]\d")
_FIGURE = lazy(r"\d+(?:[.．]\d+)?[%％‰]|\d+[.．]\d+(?:个百分点|[万亿倍元吨米]|公里|平方|立方|公顷|小时|$)")
_NUMBER = lazy(r"\d+[.．]\d+")
_BEFORE_FIGURE = lazy(r"[^\W\d_]$")
_PRINTED = lazy(r"^[^，。；：]*日[ \u3000]*印[ \u3000]*发$")
"""The imprint's last line (…2024年6月2日印发): below copies that end in a comma it still stands apart."""
_DIGITS = "0123456789０１２３４５６７８９"
_SPLITS = (
    (HAN_DIGITS, lazy(rf"(?:^|[。；：，！？]){_N}{{1,3}}$"), lazy("[是要、]")),
    (f"{HAN_DIGITS}（(", lazy(rf"[（(]{_N}{{0,3}}$"), lazy(rf"{_N}{{0,3}}[）)]")),
    ("第", lazy(r"第$"), lazy(rf"{_N}|\d")),
    (HAN_DIGITS, lazy(rf"(?:^|[。；：，！？])第{_N}+$"), lazy("[条章节]")),
    ("本", lazy("[见按照据依对]本$"), lazy(rf"{LETTER}{{1,4}}第(?:{_N}|\d)")),
    (_DIGITS, lazy(r"^\d{1,3}$"), lazy(r"[.．、]")),
    (".．", lazy(rf"{LETTER}\d+[.．]$"), lazy(r"\d")),
)
"""A marker or reference (见本 材料第六部分) broken over two lines: last character, first line, second line."""
_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "〔": "〕", "【": "】"}
_MARKS = lazy("[" + "".join(_PAIRS) + "".join(_PAIRS.values()) + "]")


def find_continuations(lines: Sequence[TextLine], opaque: Collection[int]) -> set[int]:
    """Indices of the lines that continue the line before; ``opaque`` lines are no prose."""
    wrap = _find_wrap(lines, opaque)
    found: set[int] = set()
    first, so_far = 0, ""
    for index, line in enumerate(lines):
        joined = (
            index > 0
            and not line.gap
            and index not in opaque
            and index - 1 not in opaque
            and (
                (wrap is not None and wrap.joins(lines, index, first))
                or (not is_finished(so_far) and _is_broken(lines, index, so_far, resumed=first < index - 1))
            )
        )
        if joined:
            found.add(index)
            so_far = (so_far + line.text)[-_MEMORY:]
        else:
            first, so_far = index, line.text
    return found


def _is_broken(lines: Sequence[TextLine], index: int, so_far: str, *, resumed: bool) -> bool:
    """Whether an unfinished paragraph was broken by accident before a line."""
    text, tail = lines[index].text, so_far[-40:]
    if _CONTINUES.match(text) or any(
        tail[-1:] in ends and before.search(tail) and then.match(text) for ends, before, then in _SPLITS
    ):
        return True
    if lines[index].indent or begins_counted(text) or _PRINTED.match(text):
        return False
    if resumed and _NUMBER.fullmatch(lines[index - 1].text):
        return True
    after = lines[index + 1].text if index + 1 < len(lines) and not lines[index + 1].gap else ""
    return (
        _closes(tail, text + after)
        or (_is_prose(so_far) and (tail[-1] in "，、" or bool(_BEFORE_FIGURE.search(tail) and _FIGURE.match(text))))
        or (_is_fragment(text, after) and (_is_prose(so_far) or tail.endswith("的")))
    )


def _is_prose(text: str) -> bool:
    """Whether a line is long enough for a paragraph and punctuated like one."""
    return (len(text) >= 20 and _STOP.search(text) is not None) or (len(text) >= 40 and "，" in text)


def _is_fragment(text: str, after: str) -> bool:
    """Whether a line is a few words that the next line cannot but continue."""
    return len(text) <= 10 and not _PAUSE.search(text) and _CONTINUES.match(after) is not None


def _closes(tail: str, following: str) -> bool:
    """Whether what follows first of all closes a quotation or bracket left open."""
    opened = [match[0] for match in _MARKS.finditer(tail)][-1:]
    closing = _MARKS.search(following[:40])
    return bool(opened) and closing is not None and _PAIRS.get(opened[0]) == closing[0]


class _Wrap(msgspec.Struct, frozen=True):
    """How a text is wrapped: its full lines, and what tells its paragraphs apart.

    ``margin`` is the indent of lines that begin no paragraph, ``least`` the columns of one that is cut; before
    ``title_end`` titles stand.
    """

    full: frozenset[int]
    paragraphs: Literal["indent", "gap", "none"]
    margin: int
    title_end: int
    least: int

    def joins(self, lines: Sequence[TextLine], index: int, first: int) -> bool:
        """Whether a line without a gap continues the paragraph that began with line ``first``."""
        if lines[index].indent > self.margin:
            return False
        if self.paragraphs == "indent":
            is_cut = index - 1 in self.full or self._is_cut_early(lines[index - 1].text, lines[index].text)
            return is_cut and self._is_begun(lines[first], lines[index].text)
        if index - 1 not in self.full or index <= self.title_end:
            return False
        finished = is_finished(lines[index - 1].text)
        if self.paragraphs == "gap":
            return not (finished and begins_item(lines[index].text))
        return not finished and not begins_item(lines[index].text)

    def _is_begun(self, first: TextLine, following: str) -> bool:
        """Whether a line begins a paragraph; one with an automatic number needs no indent."""
        return first.indent > self.margin or (begins_item(first.text) and not begins_item(following))

    def _is_cut_early(self, text: str, following: str) -> bool:
        """Whether a line of prose was cut somewhat before its end, so that no mark stands there."""
        if is_finished(text) or width(text) < self.least or begins_item(following):
            return False
        return _PROSE.search(text) is not None and _PAUSE.search(following) is not None


def _find_wrap(lines: Sequence[TextLine], opaque: Collection[int]) -> _Wrap | None:
    """How a text is wrapped, at a width or at a number of characters; None for a text that is not."""
    if len(lines) < 4 or sum(len(line.text) > _LONGEST for line in lines) * 20 > len(lines):
        return None
    widths = [line.indent + width(line.text) for line in lines]
    lengths = [line.lead + len(line.text) for line in lines]
    full = max(_full_lines(lines, widths, 36, 3), _full_lines(lines, lengths, 18, 1), key=len) - set(opaque)
    if len(full) < 3 or len(full) * 10 < len(lines) * 3:
        return None
    cut = [index for index in full if not is_finished(lines[index].text)]
    prose = [index for index in full if _PAUSE.search(lines[index].text)]
    if len(cut) * 10 < len(full) * 7 or len(prose) * 2 < len(full):
        return None
    margin = min(line.indent for line in lines) + 1
    title_end = next(index for index, line in enumerate(lines) if _PAUSE.search(line.text) or line.indent > margin)
    least = min(width(lines[index].text) for index in full) * 2 // 3
    return _Wrap(full, _paragraph_sign(lines, full, margin), margin, title_end, least)


def _full_lines(lines: Sequence[TextLine], sizes: Sequence[int], least: int, tolerance: int) -> frozenset[int]:
    """Lines as long as the longest, but for a few outliers, that another line follows without a gap."""
    limit = sorted(sizes)[-1 - len(sizes) // 20]
    if limit < least:
        return frozenset()
    return frozenset(
        index
        for index, size in enumerate(sizes[:-1])
        if size >= limit - tolerance and not lines[index + 1].gap and not _LEADERS.search(lines[index].text)
    )


def _paragraph_sign(lines: Sequence[TextLine], full: frozenset[int], margin: int) -> Literal["indent", "gap", "none"]:
    """What marks most of the lines that must begin a paragraph, because the line before was not full."""
    starts = [line for index, line in enumerate(lines) if index and index - 1 not in full]
    if sum(line.indent > margin for line in starts) * 2 > len(starts):
        return "indent"
    return "gap" if sum(line.gap for line in starts) * 2 > len(starts) else "none"
