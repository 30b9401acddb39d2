"""The concepts that stretches of a document speak of; the words of the lexicon are looked for once a paragraph."""

from bisect import bisect_left, bisect_right

import msgspec

from lint.document import Document
from lint.lexicon import Lexicon
from lint.source import Span


def concepts_in(document: Document, span: Span) -> dict[str, tuple[str, ...]]:
    """The concepts that a stretch speaks of, each with its words in text order, as ``Lexicon.find`` tells them."""
    spoken: _Spoken = document.derive("spoken", lambda: _Spoken(document.text, document.lexicon))
    return spoken.within(span)


class _Words(msgspec.Struct, frozen=True):
    """The words of a paragraph in text order, and where each begins and ends."""

    words: list[str]
    starts: list[int]
    ends: list[int]


class _Spoken:
    """The words of a text, paragraph by paragraph as they are asked for."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._paragraphs: dict[int, _Words] = {}

    def within(self, span: Span) -> dict[str, tuple[str, ...]]:
        """The concepts of a stretch."""
        words: list[str] = []
        place = self._text.rfind("\n", 0, span.start) + 1
        while place < span.end:
            newline = self._text.find("\n", place)
            end = newline if newline >= 0 else len(self._text)
            paragraph = self._paragraph(place, end)
            first, last = bisect_left(paragraph.starts, span.start), bisect_right(paragraph.ends, span.end)
            if bisect_right(paragraph.ends, span.start) < first or bisect_left(paragraph.starts, span.end) > last:
                # A word that reaches over an edge may hide another inside.
                return self._lexicon.find(self._text[span.start : span.end])
            words += paragraph.words[first:last]
            place = end + 1
        return self._lexicon.by_concept(words)

    def _paragraph(self, start: int, end: int) -> _Words:
        if start not in self._paragraphs:
            found = [*self._lexicon.matches(self._text, start, end)]
            self._paragraphs[start] = _Words(
                [match[0] for match in found], [match.start() for match in found], [match.end() for match in found]
            )
        return self._paragraphs[start]
