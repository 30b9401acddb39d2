"""Which edits of the reading can be made in the file: those whose text stands there as it is read."""

from lint.finding import Edit
from lint.lazy import lazy
from lint.reading import MASK, Reading
from lint.source import Source, Span

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
    return Edit(span, edit.text)


def _insertion(edit: Edit, reading: Reading, source: Source) -> Edit | None:
    """An insertion beside a character that the reading and the source share: after the one before, else before."""
    at = edit.span.start
    if at in reading.joins or "\n" in edit.text:
        return None
    for beside, shift in ((at - 1, 1), (at, 0)):
        char = reading.text[beside : beside + 1] if beside >= 0 else ""
        if char in ("", "\n", MASK):
            continue
        place = reading.to_source(Span(beside, beside + 1)).start
        if source.text[place : place + 1] == char and not _AMPERSAND.match(source.text, place):
            return Edit(Span(place + shift, place + shift), edit.text)
    return None
