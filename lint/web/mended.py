"""Where a draft was mended: the spans that differ between two states of its text."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from lint.text.source import Span

_MOST = 4_000
"""Code points of a stretch that are compared one by one; a longer one counts as mended as a whole."""


class TextChange(NamedTuple):
    """A span before and the span that took its place."""

    before: Span
    after: Span


def changes(before: str, after: str) -> list[TextChange]:
    """The changes that lead from one text to another, in order."""
    found: list[TextChange] = []
    for change in _blocks(before.splitlines(keepends=True), after.splitlines(keepends=True)):
        found += _inside(before, after, change)
    return found


def carried(spans: Iterable[Span], made: Iterable[TextChange]) -> list[Span]:
    """Spans of the text before, and the changes, as spans of the text after; in order, none touching another."""
    made = list(made)
    found = [change.after for change in made]
    for span in spans:
        found += _carried(span, made)
    return _joined(found)


def _carried(span: Span, made: list[TextChange]) -> Iterator[Span]:
    """What is left of a span between the changes."""
    edges = [TextChange(Span(0, 0), Span(0, 0)), *made, TextChange(Span(span.end, span.end), Span(span.end, span.end))]
    for one, other in pairwise(edges):
        shift = one.after.end - one.before.end
        start, end = max(span.start, one.before.end), min(span.end, max(other.before.start, one.before.end))
        if start < end:
            yield Span(start + shift, end + shift)


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(set(spans)):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _blocks(before: list[str], after: list[str]) -> Iterator[TextChange]:
    """Lines that differ."""
    starts, ends = _offsets(before), _offsets(after)
    for tag, one, other, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield TextChange(Span(starts[one], starts[other]), Span(ends[first], ends[last]))


def _offsets(lines: list[str]) -> list[int]:
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    return offsets


def _inside(before: str, after: str, change: TextChange) -> Iterator[TextChange]:
    """The changes inside of lines that differ."""
    old, new = before[slice(*change.before)], after[slice(*change.after)]
    shared = _shared(old, new)
    end = _shared(old[shared:][::-1], new[shared:][::-1])
    start_old, start_new = change.before.start + shared, change.after.start + shared
    old, new = old[shared : len(old) - end], new[shared : len(new) - end]
    if max(len(old), len(new)) > _MOST:
        yield TextChange(Span(start_old, start_old + len(old)), Span(start_new, start_new + len(new)))
        return
    for tag, one, other, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield TextChange(Span(start_old + one, start_old + other), Span(start_new + first, start_new + last))


def _shared(one: str, other: str) -> int:
    """How many characters two texts share at their beginning."""
    most = min(len(one), len(other))
    if one[:most] == other[:most]:
        return most
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
