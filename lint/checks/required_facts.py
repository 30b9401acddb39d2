"""Whether a text says what every text of its kind must say."""

from collections.abc import Iterator
from typing import ClassVar, Literal

import msgspec

from lint.anatomy import opening
from lint.checks.base import Check, Hit
from lint.checks.pattern import RegexStr, compiled
from lint.document import Document, Part
from lint.source import Span

_SECONDS = 1.0


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to be said, by one of some patterns. An ``optional`` one is named only beside others."""

    name: str
    patterns: tuple[RegexStr, ...]
    optional: bool = False


class RequiredFacts(Check, frozen=True):
    """Facts that a text does not state in its ``opening`` or anywhere (``text``)."""

    facts: tuple[Fact, ...]
    where: Literal["opening", "text"] = "text"

    values: ClassVar[frozenset[str]] = frozenset({"missing"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("facts", pattern) for fact in self.facts for pattern in fact.patterns)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the title of each text that leaves facts out."""
        for part in document.parts:
            spans = self._spans(document, part)
            missing = [fact for fact in self.facts if spans and not _is_stated(document, fact, spans)]
            if any(not fact.optional for fact in missing):
                yield Hit(part.title or spans[0], {"missing": "、".join(fact.name for fact in missing)})

    def _spans(self, document: Document, part: Part) -> list[Span]:
        first = list(opening(document, part))
        if self.where == "opening" or not first:
            return first
        return [Span(min(first[0].start, (part.recipients or first[0]).start), part.span.end)]


def _is_stated(document: Document, fact: Fact, spans: list[Span]) -> bool:
    return any(
        compiled(pattern).search(document.text, span.start, span.end, timeout=_SECONDS)
        for pattern in fact.patterns
        for span in spans
    )
