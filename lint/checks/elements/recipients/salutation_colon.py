"""Whether the line by which a speaker or writer addresses persons ends in a colon: 各位代表：, 同志们：."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lint.analysis.paragraphs import SHORTEST_PROSE, paragraphs, subtitle_lines
from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.edit import Edit
from lint.text.patterns.words import any_of
from lint.text.source import Span

_BEFORE = 6  # lines between title and salutation
_ENDS = tuple("。！？；：”")


class SalutationColon(Check, frozen=True):
    """A line of its own right above the text that addresses persons and ends in another mark or in none.

    ``addressees`` are the words for persons that it names.
    """

    addressees: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The title."""
        return (("title",),)

    def signs(self) -> tuple[str, ...]:
        """What such a line holds."""
        return ("各位", "诸位", "尊敬的", "敬爱的", "亲爱的", "们")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit where the colon belongs."""
        salutation = _pattern(self.addressees)
        for part in document.parts:
            if part.kind == "annex" or part.title is None or part.recipients is not None:
                continue
            span = _above_text(document, part)
            match = salutation.match(document.slice(span)) if span else None
            if span and match:
                place = Span(span.start + match.start("mark"), span.end)
                found = document.slice(span)
                yield Hit(place if match["mark"] else span, {"found": found}, edits=(Edit(place, "："),))


def _above_text(document: Document, part: Part) -> Span | None:
    """The line right above the first paragraph of prose; none where there is no prose close below the title."""
    above = None
    for span in [*subtitle_lines(document, part), *paragraphs(document, part)[: _BEFORE + 1]]:
        line = document.slice(span)
        if len(line) >= SHORTEST_PROSE and line.endswith(_ENDS):
            return above
        above = span
    return None


@lru_cache(maxsize=8)
def _pattern(addressees: tuple[str, ...]) -> re.Pattern[str]:
    """A line that is nothing but a salutation: 尊敬的各位领导、各位来宾, 同志们."""
    persons = any_of(addressees)
    dear = "(?:(?:尊敬|敬爱|亲爱)的)"
    word = r"[^\W\d_a-zA-Z的]{0,6}"
    one = rf"(?:{dear}?(?:各位|诸位){word}?{persons}们?|{dear}{word}?{persons}们?|{word}?{persons}们)"
    return re.compile(rf"^{one}(?:[、，,\s]{{1,3}}{one}){{0,5}}(?P<mark>[，,、；。]?)$")
