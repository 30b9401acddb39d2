"""Chinese numbers with the closing bracket alone, where a draft counts that way: 一）, 二）, 三）."""

from collections.abc import Iterator

from lint.document.tree import Document
from lint.formats.blocks import PROSE
from lint.text.fragments import SMALL
from lint.text.lazy import lazy
from lint.text.numerals import value_of
from lint.text.source import Span

_MARKER = lazy(f"(?P<numeral>{SMALL})[）)]")
_RUN = 2


def half_bracketed(document: Document) -> tuple[tuple[Span, ...], ...]:
    """The runs of such markers that begin paragraphs, from 一） on and of two or more, in text order."""
    return document.derive(half_bracketed, lambda: tuple(_runs(document)))


def _runs(document: Document) -> Iterator[tuple[Span, ...]]:
    run: list[Span] = []
    for value, span in _markers(document):
        if value != len(run) + 1:
            if len(run) >= _RUN:
                yield tuple(run)
            run = []
        if value == len(run) + 1:
            run.append(span)
    if len(run) >= _RUN:
        yield tuple(run)


def _markers(document: Document) -> Iterator[tuple[int, Span]]:
    text = document.typed
    for block in document.reading.blocks:
        match = _MARKER.match(text, block.start, block.end) if block.kind in PROSE else None
        if match is not None:
            yield value_of(match["numeral"]), Span(*match.span())
