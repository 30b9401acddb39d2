"""Which edits of the reading can be made in the file: those whose text stands there as it is read."""

from lint.formats.blocks import MASK, Reading
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.source import Source, Span

_AMPERSAND = lazy(r"&(?:amp|#0*38|#x0*26);")


def to_source(edit: Edit, reading: Reading, source: Source) -> Edit | None:
    """An edit of the reading as one of the source; None where markup, an entity, a join or a mask is in the way."""
    read = reading.text[edit.span.start : edit.span.end]
    if MASK in read or MASK in edit.text:
        return None
    if not read:
        return _insertion(edit, reading, source)
    span = reading.to_source(edit.span)
    if source.text[span.start : span.end] != read or "\n" in read or _AMPERSAND.match(source.text, span.end - 1):
        return None
    if _is_escaped(edit.span.start, span.start, reading, source) or not source.can_change(span, edit.text):
        return None
    return Edit(span, edit.text)


def _insertion(edit: Edit, reading: Reading, source: Source) -> Edit | None:
    """An insertion beside a character that the reading and the source share: after the one before, else before."""
    at = edit.span.start
    if reading.is_join(at) or "\n" in edit.text:
        return None
    for beside, shift in ((at - 1, 1), (at, 0)):
        char = reading.text[beside : beside + 1] if beside >= 0 else ""
        if char in ("", "\n", MASK):
            continue
        place, end = reading.to_source(Span(beside, beside + 1))
        if place == end:  # an automatic number: whatever stands beside it is not for us to change
            return None
        if shift == 0 and _is_escaped(beside, place, reading, source):
            continue
        if source.text[place : place + 1] == char and not _AMPERSAND.match(source.text, place):
            span = Span(place + shift, place + shift)
            return Edit(span, edit.text) if source.can_change(span, edit.text) else None
    return None


def _is_escaped(at: int, place: int, reading: Reading, source: Source) -> bool:
    """Whether a backslash that is not read stands before a character: without it, or before another, it would show."""
    if source.text[place - 1 : place] != "\\" or not place:
        return False
    return not at or reading.to_source(Span(at - 1, at)).start != place - 1
