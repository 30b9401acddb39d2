"""Numbers of aspects that a draft names for its problems."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.sectioning.roles import compared_items, find_roles, parts_with_genre
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.numerals import value_of
from lint.text.source import Span

ASPECT_NUMBER = "(?P<number>[一二三四五六七八九十]{1,2}|两|[0-9]{1,2})"


class AspectNumber(Check, frozen=True):
    """Numbers that differ from that of the aspects in the section of problems."""

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that differs."""
        for part, genre in parts_with_genre(document):
            roles = find_roles(document, part, genre)
            if "problems" not in roles:
                continue
            aspects = compared_items(roles["problems"], roles).items
            for span, number in self.numbers(document, part):
                if number != len(aspects) > 1:
                    values = {"announced": str(number), "counted": str(len(aspects)), "text": document.slice(span)}
                    yield Hit(span, values, (Place(aspects[0].sign), Place(aspects[-1].sign)))

    def numbers(self, document: Document, part: Part) -> Iterator[tuple[Span, int]]:
        """The numbers that a part names, each with its place."""
        raise NotImplementedError


def numbers_in(document: Document, span: Span | None, pattern: re.Pattern[str]) -> Iterator[tuple[Span, int]]:
    """The numbers of the matches of a pattern in a span, each with its place from the number to the match's end."""
    for match in pattern.finditer(document.slice(span)) if span else ():
        number = value_of(match["number"])
        if span and number:
            yield Span(span.start + match.start("number"), span.start + match.end()), number
