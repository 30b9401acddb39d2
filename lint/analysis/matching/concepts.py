"""The concepts that stretches of a document speak of; the words of the lexicon are looked for once a document."""

from bisect import bisect_left
from itertools import chain

from lint.document.lexicon import Lexicon
from lint.document.tree import Document
from lint.text.source import Span


def concepts_in(document: Document, span: Span) -> dict[str, tuple[str, ...]]:
    """The concepts that a stretch speaks of, each with its words in text order, as ``Lexicon.find`` tells them."""
    words = _spoken(document).within(span)
    return document.lexicon.find(document.slice(span)) if words is None else document.lexicon.by_concept(words)


def names_in(document: Document, span: Span) -> set[str]:
    """The names of the concepts that a stretch speaks of."""
    words = _spoken(document).within(span)
    if words is None:
        return {*document.lexicon.find(document.slice(span))}
    return {*chain.from_iterable(map(document.lexicon.concepts_of, words))}


class _Spoken:
    """The words of a text in text order, and where each begins and ends."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        found = [*lexicon.matches(text)]
        self._words = [spoken.word for spoken in found]
        self._starts = [spoken.start for spoken in found]
        self._ends = [spoken.start + len(spoken.word) for spoken in found]

    def within(self, span: Span) -> list[str] | None:
        """The words of a stretch; None where one reaches over an edge, for it may hide another inside."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        if (first and self._ends[first - 1] > span.start) or (last and self._ends[last - 1] > span.end):
            return None
        return self._words[first:last]


def _spoken(document: Document) -> _Spoken:
    return document.derive(_spoken, lambda: _Spoken(document.text, document.lexicon))
