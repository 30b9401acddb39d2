"""Whether the case that a draft analyses is taken up by what follows."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.roles import find_roles, parts_with_genre
from lint.checks.base import Check, Hit, Place
from lint.checks.runs import marker_span
from lint.document.tree import Document
from lint.text.source import Span


class CaseAnswer(Check, frozen=True):
    """A case section when none of ``answers`` occurs in the measures, and of ``reflections`` in its own text."""

    answers: tuple[str, ...]
    reflections: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"case", "terms", "section"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each case section that is left alone."""
        for part, genre in parts_with_genre(document):
            roles = find_roles(document, part, genre)
            if "case" not in roles or "measures" not in roles:
                continue
            case, measures = roles["case"], roles["measures"]
            own, answering = document.slice(case.body), document.slice(measures.span)
            if any(word in own for word in self.reflections):
                continue
            if not any(word in answering for word in self.answers):
                values = {
                    "case": document.slice(case.heading),
                    "terms": "、".join(self.answers),
                    "section": document.slice(measures.heading),
                }
                yield Hit(Span(case.marker.span.start, case.heading.end), values, (Place(marker_span(measures)),))
