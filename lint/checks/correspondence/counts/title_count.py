"""Whether the number of aspects that a title names is the number that the problems have."""

from collections.abc import Iterator

from lint.checks.shared.aspect_numbers import ASPECT_NUMBER, AspectNumber, numbers_in
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_COUNT = lazy(f"{ASPECT_NUMBER}个(?:方面|对照|检视|查摆)")


class TitleCount(AspectNumber, frozen=True):
    """N个对照 in a title or subtitle, against the aspects of the problems."""

    def numbers(self, document: Document, part: Part) -> Iterator[tuple[Span, int]]:
        """The numbers in the title and the subtitle."""
        for span in (part.title, part.subtitle):
            yield from numbers_in(document, span, _COUNT)
