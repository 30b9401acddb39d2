"""Whether the aims of a paragraph go from the nearer year to the farther: no 到2027年…。到2025年…."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from lint.analysis.paragraphs import paragraphs
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr, search
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_AIM = lazy(
    r"(?<![^。；;）\s])(?:力争|争取|确保)?[到至](?P<year>20\d\d)年(?:[底末]|年底)?"
    r"(?![—～~至\-前的、]|[底末]的)[^。；;\n]*"
)

_VISION = 10
"""Years by which a vision (到2035年) is ahead of the aims of the plan that it opens."""


class TargetYears(Check, frozen=True):
    """Sentences that say what is reached by a year (到2027年) behind one of the same paragraph that has a later year.

    ``unless`` says of either that it was reached, or that the aims go backwards on purpose.
    """

    unless: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "other"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield "unless", self.unless

    def signs(self) -> tuple[str, ...]:
        """What stands before the year."""
        return ("到20", "至20")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such year, related to the later one before it."""
        for part in document.parts:
            for paragraph in paragraphs(document, part):
                aims = [*_AIM.finditer(document.typed, *paragraph)]
                for index, (one, other) in enumerate(pairwise(aims)):
                    before = {aim["year"] for aim in aims[:index]}  # a year told again begins another series
                    earlier = 0 < int(one["year"]) - int(other["year"]) < _VISION and other["year"] not in before
                    if earlier and not self._is_meant(document, one, other):
                        values = {"found": f"{other['year']}年", "other": f"{one['year']}年"}
                        place = Place(Span(*one.span("year")))
                        if not document.is_quoted(other.start()):
                            yield Hit(Span(*other.span("year")), values, (place,))

    def _is_meant(self, document: Document, one: re.Match[str], other: re.Match[str]) -> bool:
        return search(self.unless, document.typed, one.start(), other.end(), document.clock) is not None
