"""Whether a note below the date (附注) stands in brackets."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import lines
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.brackets import is_balanced
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_MOST = 80  # characters
_SENTENCE = lazy("[。！？]")


class AnnotationBrackets(Check, frozen=True):
    """Notes right below the date that begin with one of ``words`` and have no brackets."""

    words: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The date that a note stands below."""
        return (("date",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such note."""
        for part in document.parts:
            if part.date is None:
                continue
            for place in lines(document, part):
                line = document.slice(place)
                if place.start >= part.date.end and len(line) <= _MOST and line.startswith(self.words):
                    certain = is_balanced(line) and not _SENTENCE.search(line)
                    end = Span(place.start + len(line.rstrip("。")), place.end)
                    edits = (Edit(Span(place.start, place.start), "（"), Edit(end, "）"))
                    yield Hit(place, {"found": line}, edits=edits, certain=certain)
                    break
