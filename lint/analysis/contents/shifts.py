"""What of the differences between a table of contents and the text is a cause, and what follows from one."""

from collections.abc import Sequence

import msgspec

from lint.analysis.contents.lines import ContentsLine, Number

Pair = tuple[ContentsLine, ContentsLine]


class ContentsRow(msgspec.Struct, frozen=True):
    """An entry beside its heading, or one of both alone. What was ``moved`` has a row for each of both."""

    entry: ContentsLine | None
    heading: ContentsLine | None
    moved: bool = False


class _Level(msgspec.Struct):
    """One level of numbers: by how much the entries are ahead of the headings, and whether its last one is absent."""

    family: str
    ahead: int = 0
    absent: bool = False


def unexplained(rows: Sequence[ContentsRow]) -> tuple[tuple[Pair, ...], tuple[ContentsLine, ...]]:
    """The pairs that differ and the entries that are absent, but for what follows from what is absent before."""
    shifts = _Shifts()
    different: list[Pair] = []
    absent: list[ContentsLine] = []
    for row in rows:
        if row.entry is None:
            shifts.skip_heading(row.heading)
        elif row.heading is None:
            if not shifts.skip_entry(row.entry):
                absent.append(row.entry)
        elif shifts.differ(row.entry, row.heading, moved=row.moved):
            different.append((row.entry, row.heading))
    return tuple(different), tuple(absent)


class _Shifts:
    """The levels of numbers above the last row."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._last: dict[str, int] = {}

    def skip_heading(self, heading: ContentsLine | None) -> None:
        """Go over a heading without an entry."""
        if heading is not None and any(level.family == heading.family for level in self._levels):
            self._at(heading.number).ahead -= 1

    def skip_entry(self, entry: ContentsLine) -> bool:
        """Go over an entry without a heading; whether the one above it has none either."""
        if entry.number is None:
            return False
        level = self._at(entry.number)
        level.ahead += 1
        level.absent = True
        return len(self._levels) > 1 and self._levels[-2].absent

    def differ(self, entry: ContentsLine, heading: ContentsLine, *, moved: bool) -> bool:
        """Go over an entry and its heading; whether their words or their numbers differ for no reason seen before."""
        if entry.number is None or heading.is_title:
            return entry.words != heading.words
        level = self._at(entry.number)
        expected, level.absent = level.ahead, False
        if moved:
            level.ahead += 1
            return entry.number != heading.number
        if heading.number is None or heading.family != entry.family:
            return True
        level.ahead = _own(entry.number) - _own(heading.number)
        below = len(self._levels) > 1 or _above(entry.number) == _above(heading.number)
        explained = entry.number == heading.number or (below and level.ahead == expected)
        return entry.words != heading.words or not explained

    def _at(self, number: Number | None) -> _Level:
        """The level of a number; what stood below it is left."""
        family = number[0] if number else ""
        names = [level.family for level in self._levels]
        if family in names:
            left = self._levels[names.index(family) + 1 :]
            self._last |= {level.family: level.ahead for level in left}
            del self._levels[names.index(family) + 1 :]
        else:
            goes_on = number is not None and _own(number) > 1
            self._levels.append(_Level(family, self._last.get(family, 0) if goes_on else 0))
        return self._levels[-1]


def _own(number: Number) -> int:
    """The number among siblings: 3 of 4.3, 12 of 第十二条之一."""
    family, values = number
    return values[-1] if family.startswith("dotted") else values[0]


def _above(number: Number) -> tuple[int, ...]:
    family, values = number
    return values[:-1] if family.startswith("dotted") else ()
