"""Whether a text is copied (抄送) to others than those that it is addressed to."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.copies import copies_of
from lint.analysis.elements.recipients import named_places, names_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.source import Span


class RecipientCopied(Check, frozen=True):
    """Offices that stand among the recipients and in the line 抄送 as well."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of 抄送."""
        return ("抄",)

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The recipients."""
        return (("recipients",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such name below the text, related to the recipients."""
        for part in document.parts:
            if part.recipients is None or part.kind == "annex":
                continue
            addressed = {*names_of(document.slice(part.recipients))}
            for copies in copies_of(document):
                for name, place in named_places(document.slice(copies.names)):
                    if name in addressed:
                        span = Span(copies.names.start + place.start, copies.names.start + place.end)
                        yield Hit(span, {"found": document.slice(span)}, (Place(part.recipients),))
