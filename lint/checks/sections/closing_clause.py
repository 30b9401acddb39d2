"""Whether the closing provisions of a text say what they must: from when it is in force."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.families import ARTICLE
from lint.document.tree import Document, Item, Part
from lint.text.patterns.bounded import RegexStr, search
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_EXPOUNDED = lazy("负责(?:具体|最终|应用)?解释|解释权")  # what stands beside the clause
_BLANK = lazy(r"\s+")
_LAST = 3  # articles at the end of a text without chapters among which the clauses stand


class ClosingClause(Check, frozen=True):
    """Closing provisions (附则, or a last article that says who expounds the text) of a draft without some clause.

    The clause stands there, in one of the articles beside, or in the draft that issues the text.
    """

    clauses: tuple[RegexStr, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("clauses", pattern) for pattern in self.clauses)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the closing provisions of each text without the clause, related to the last article there."""
        for part in document.parts:
            item = _supplementary(document, part)
            place, begin = (item, item.span.start) if item else _expounding(document, part)
            if place is not None and not self._is_said(document, part, begin):
                head = place.heading if item else place.marker.span
                last = place.children[-1:] if item else ()
                related = tuple(Place(one.sign) for one in last)
                yield Hit(Span(place.span.start, head.end), {"found": document.slice(head)}, related)

    def _is_said(self, document: Document, part: Part, begin: int) -> bool:
        issuing = document.whole.main
        spans = [Span(begin, part.span.end), *([issuing.span] if issuing.span.end <= part.span.start else [])]
        return any(search(clause, document.text, *span, document.clock) for clause in self.clauses for span in spans)


def _supplementary(document: Document, part: Part) -> Item | None:
    """The chapter 附则 of a part, if it has one."""
    named = (item for item in part.items if _BLANK.sub("", document.slice(item.heading)) == "附则")
    return next(named, None)


def _expounding(document: Document, part: Part) -> tuple[Item | None, int]:
    """The article among the last that says who expounds the text, and where the last begin."""
    articles = [item for item in document.items_of(part) if item.marker.family is ARTICLE and not item.quoted][-_LAST:]
    found = (item for item in articles if _EXPOUNDED.search(document.text, item.span.start, item.span.end))
    return next(found, None), articles[0].span.start if articles else part.span.end
