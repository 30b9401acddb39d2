"""A line of a draft cut to a terminal's width, with carets under the place."""

from typing import NamedTuple

from lint.text.display import printable, width

COLUMNS = 76
_CUT = "…"
_PAUSES = "，。；：、！？,;:!? 　"
_SNAP = 8
_FAR = 4


class Excerpt(NamedTuple):
    """What to show of a line: the text before the place, the place, the text after it.

    All are printable; the text before is also what the carets stand to the right of.
    """

    before: str
    place: str
    after: str

    @property
    def text(self) -> str:
        """The excerpt itself."""
        return self.before + self.place + self.after

    def carets(self, sign: str = "^") -> tuple[str, str]:
        """The indent and the carets that mark the place; an empty place has one caret."""
        return " " * width(self.before), sign * max(1, width(self.place))


def excerpt(line: str, start: int, end: int, columns: int = COLUMNS) -> Excerpt:
    """The place ``line[start:end]`` with as much around it as fits into the columns.

    Two thirds of the room left go to what follows; a cut before the place moves to the next pause.
    """
    far = columns * _FAR  # a draft of one endless line must not be measured whole for each finding
    before, place, after = (
        _flat(piece) for piece in (line[max(0, start - far) : start], line[start:end][:far], line[end : end + far])
    )
    if width(before + place + after) <= columns:
        return Excerpt(before, place, after)
    if width(place) > columns:
        place = _head(place, columns)
    room = columns - width(place)
    left = max(room // 3, room - width(after))
    right = max(room - left, room - width(before))
    return Excerpt(_tail(before, left), place, _head(after, right))


def _flat(text: str) -> str:
    return printable(text.replace("\t", "    "))


def _head(text: str, columns: int) -> str:
    """As much of the beginning as fits, an ellipsis for the rest where there is room for one."""
    if width(text) <= columns:
        return text
    if columns < width(_CUT):
        return ""
    kept, used = [], width(_CUT)
    for char in text:
        used += width(char)
        if used > columns:
            break
        kept.append(char)
    return "".join(kept) + _CUT


def _tail(text: str, columns: int) -> str:
    """As much of the end as fits, an ellipsis for the rest; the cut moves to a pause if one is near."""
    if width(text) <= columns:
        return text
    if columns < width(_CUT):
        return ""
    kept, used = 0, width(_CUT)
    for char in reversed(text):
        used += width(char)
        if used > columns:
            break
        kept += 1
    tail = text[len(text) - kept :]
    pause = next((index for index, char in enumerate(tail[:_SNAP]) if char in _PAUSES), -1)
    return _CUT + tail[pause + 1 :]
