"""The stretches of a draft that an editor can fold: items, and parts where there are several."""

from collections.abc import Iterator

from lsprotocol.types import FoldingRange, FoldingRangeKind

from lint.server.session import Analysis
from lint.text.source import Span


def folds(analysis: Analysis) -> list[FoldingRange]:
    """Every part and item of more than one line, once."""
    lines = sorted({_lines(analysis, span) for span in _spans(analysis)})
    return [FoldingRange(start, end, kind=FoldingRangeKind.Region) for start, end in lines if end > start]


def _spans(analysis: Analysis) -> Iterator[Span]:
    parts = analysis.document.parts
    if len(parts) > 1:
        yield from (part.span for part in parts)
    yield from (item.span for item in analysis.document.items if not item.quoted)


def _lines(analysis: Analysis, span: Span) -> tuple[int, int]:
    """The first and the last line of a stretch, blank ones at its end left out."""
    start, end = analysis.reading.to_source(span)
    last = start + len(analysis.source.text[start:end].rstrip())
    return analysis.source.position(start).line - 1, analysis.source.position(last).line - 1
