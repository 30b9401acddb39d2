"""Whether numerals are written with the signs that are meant, and not with others that look alike: １２ for 12."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.messages.rule_mistakes import AS_MANY, Said
from lint.text.edit import Edit
from lint.text.patterns import RegexStr, matches
from lint.text.source import Span


class LookAlikes(Check, frozen=True):
    """Matches of a pattern that hold ``wrong`` signs for the ``meant`` ones at the same place, as one hit a draft."""

    pattern: RegexStr
    wrong: str
    meant: str

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The field that holds a pattern."""
        yield "pattern", self.pattern

    def problems(self) -> Iterator[tuple[str, Said]]:
        """Signs that are not as many as those that are meant."""
        if len(self.wrong) != len(self.meant):
            yield "meant", AS_MANY.filled(one="meant", other="wrong")

    def signs(self) -> tuple[str, ...]:
        """The wrong signs."""
        return tuple(self.wrong)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first match of the draft, related to the others; numbers of items are others' matter."""
        markers = {item.marker.span.start for item in document.items}
        text = document.typed
        table = str.maketrans(self.wrong, self.meant)
        spans = [
            Span(*match.span())
            for match in matches(self.pattern, text, 0, len(text), document.clock)
            if match.start() not in markers
        ]
        if spans:
            found = document.slice(spans[0])
            edits = tuple(Edit(span, document.slice(span).translate(table)) for span in spans)
            yield Hit(spans[0], {"found": found, "expected": edits[0].text}, tuple(map(Place, spans[1:])), edits)
