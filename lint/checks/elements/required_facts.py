"""Whether a text says what every text of its kind must say."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from lint.analysis.paragraphs import opening
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr, search
from lint.text.source import Span


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to be said, by one of some patterns.

    ``opening`` are patterns that count only there: under the title and before the first item.
    """

    name: str
    patterns: tuple[RegexStr, ...] = ()
    opening: tuple[RegexStr, ...] = ()


class RequiredFacts(Check, frozen=True):
    """Facts that a text does not state."""

    facts: tuple[Fact, ...]

    values: ClassVar[frozenset[str]] = frozenset({"missing"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("facts", pattern) for fact in self.facts for pattern in (*fact.patterns, *fact.opening))

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the title of each text that leaves facts out, related to its opening."""
        for part in document.parts:
            first = [*opening(document, part), *([part.subtitle] if part.subtitle else [])]
            if not first:
                continue
            below = part.title.end if part.title else part.span.start
            missing = [
                fact
                for fact in self.facts
                if not _is_stated(document, fact.patterns, [Span(below, part.span.end)])
                and not _is_stated(document, fact.opening, first)
            ]
            if missing:
                values = {"missing": "、".join(fact.name for fact in missing)}
                yield Hit(part.title or first[0], values, (Place(first[0]),))


def _is_stated(document: Document, patterns: tuple[str, ...], spans: list[Span]) -> bool:
    return any(search(pattern, document.text, *span, document.clock) for pattern in patterns for span in spans)
