"""Whether the number of aspects that a title or preamble names is the number that the problems have."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.analysis.roles import compared_items, find_roles, parts_with_genre
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.lazy import lazy
from lint.text.numerals import value_of
from lint.text.source import Span

_NUMBER = "[一二三四五六七八九十]{1,2}|两|[0-9]{1,2}"
_IN_TITLE = lazy(rf"(?P<number>{_NUMBER})个(?:方面|对照|检视|查摆)")
_IN_PREAMBLE = lazy(
    rf"(?:对照|紧扣|围绕|聚焦)[^。；]{{0,60}}?(?<![0-9])(?P<number>{_NUMBER})个方面(?=[^。；0-9]{{0,10}}(?:查摆|检视|剖析|对照|问题))"
)


class TitleCount(Check, frozen=True):
    """N个对照 in a title or subtitle, or 对照…N个方面查摆 in the preamble, against the aspects of the problems."""

    where: Literal["title", "preamble"]

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each number that differs."""
        for part, genre in parts_with_genre(document):
            roles = find_roles(document, part, genre)
            if "problems" not in roles:
                continue
            aspects = compared_items(roles["problems"], roles).items
            for span, number in self._numbers(document, part):
                if number != len(aspects) > 1:
                    values = {"announced": str(number), "counted": str(len(aspects)), "text": document.slice(span)}
                    yield Hit(span, values, (Place(aspects[0].sign), Place(aspects[-1].sign)))

    def _numbers(self, document: Document, part: Part) -> Iterator[tuple[Span, int]]:
        spans, pattern = (
            ((part.title, part.subtitle), _IN_TITLE) if self.where == "title" else ((part.preamble,), _IN_PREAMBLE)
        )
        for span in spans:
            for match in pattern.finditer(document.slice(span)) if span else ():
                number = value_of(match["number"])
                if span and number:
                    yield Span(span.start + match.start("number"), span.start + match.end()), number
