"""Whether numerals are written with the signs that are meant, and not with others that look alike: １２ for 12."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.messages.rule_mistakes import AS_MANY, Said
from lint.text.edit import Edit
from lint.text.patterns.bounded import RegexStr, matches
from lint.text.source import Span


class LookAlikes(Check, frozen=True):
    """Matches of a pattern that hold ``wrong`` signs for the ``meant`` ones at the same place."""

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

    def as_wanted(self, document: Document) -> Sequence[Span]:
        """What the pattern matches with the signs that are meant."""
        pattern, text = self.pattern.translate(self._table()), document.typed
        return [Span(*match.span()) for match in matches(pattern, text, 0, len(text), document.clock)]

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each match; numbers of items are others' matter."""
        markers = {item.marker.span.start for item in document.items}
        text = document.typed
        table = self._table()
        for match in matches(self.pattern, text, 0, len(text), document.clock):
            if match.start() not in markers:
                span = Span(*match.span())
                meant = match[0].translate(table)
                yield Hit(span, {"found": match[0], "expected": meant}, edits=(Edit(span, meant),))

    def _table(self) -> dict[int, int]:
        return str.maketrans(self.wrong, self.meant)
