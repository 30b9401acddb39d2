"""Which edits leave Markdown's markup as it is: no line becomes a list, no emphasis comes undone (CommonMark 6.2)."""

import unicodedata

from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy

_DELIMITERS = frozenset("*_")
_BLOCK = lazy(r"[ \t]*(?:>[ \t]*)*(?:[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)|#{1,6}(?=\s|$)|[=-]+[ \t]*$|[|`~<])")
_REACH = 40  # characters of a line in which it is told what its block is


def keeps_markup(edit: Edit, text: str) -> bool:
    """Whether an edit of a Markdown text changes neither the kind of its line nor the emphasis beside it."""
    return _keeps_block(edit, text) and _keeps_emphasis(edit, text)


def _keeps_block(edit: Edit, text: str) -> bool:
    start = max(text.rfind("\n", 0, edit.span.start), text.rfind("\r", 0, edit.span.start)) + 1
    if edit.span.start - start > _REACH:
        return True
    before = text[start : edit.span.end + _REACH]
    after = text[start : edit.span.start] + edit.text + text[edit.span.end : edit.span.end + _REACH]
    return _kind(before) == _kind(after)


def _kind(line: str) -> bool:
    return _BLOCK.match(line.splitlines()[0] if line else "") is not None


def _keeps_emphasis(edit: Edit, text: str) -> bool:
    """Whether the delimiters right before and after an edit open and close what they did."""
    start, end = edit.span
    first, last = start, end
    while first and text[first - 1] in _DELIMITERS:
        first -= 1
    while last < len(text) and text[last] in _DELIMITERS:
        last += 1
    outer = text[first - 1 : first], text[last : last + 1]
    new_after, new_before = (edit.text + text[end:])[:1], (text[:start] + edit.text)[-1:]
    return (first == start or _flanks(outer[0], text[start : start + 1]) <= _flanks(outer[0], new_after)) and (
        last == end or _flanks(text[end - 1 : end], outer[1]) <= _flanks(new_before, outer[1])
    )


def _flanks(before: str, after: str) -> set[str]:
    """What delimiters between two characters can do."""
    blank = not before.strip(), not after.strip()
    mark = _is_mark(before), _is_mark(after)
    opens = not blank[1] and (not mark[1] or blank[0] or mark[0])
    closes = not blank[0] and (not mark[0] or blank[1] or mark[1])
    return {what for what, can in (("open", opens), ("close", closes)) if can}


def _is_mark(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] in "PS"
