"""The number that a marker should have, shown beside it."""

from collections.abc import Iterator

from lsprotocol.types import InlayHint, Range

from lint.engine.fixing.fixes import apply
from lint.server.places import Places
from lint.server.session import Analysis
from lint.text.edit import Edit
from lint.text.source import Span


def hints(analysis: Analysis, asked: Range, places: Places) -> list[InlayHint]:
    """A hint after each marker of a range that a renumbering would change."""
    within = places.span(asked)
    return [
        InlayHint(places.position(marker.end), f"→{text}", padding_left=True)
        for marker, text in sorted(_renumbered(analysis))
        if within.start <= marker.end <= within.end
    ]


def _renumbered(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    """The markers that unsafe fixes change, each with what it becomes by the first of them."""
    text = analysis.source.text
    edits = [
        edit for finding in analysis.findings if finding.fix and not finding.fix.safe for edit in finding.fix.edits
    ]
    if not edits:
        return
    for item in analysis.document.items:
        marker = analysis.reading.to_source(item.marker.span)
        changing = next(
            (edit for edit in edits if marker.start <= edit.span.start and edit.span.end <= marker.end), None
        )
        if changing and marker.start < marker.end:
            moved = Span(changing.span.start - marker.start, changing.span.end - marker.start)
            yield marker, apply(text[marker.start : marker.end], [Edit(moved, changing.text)])
