"""Whether the meeting that a text speaks at or calls is the one of its title: no 春耕备耕会 under 秋冬生产会."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import opening
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.comparison.likeness import share_run
from lint.text.patterns.bounded import RegexStr, matches, search
from lint.text.source import Span

_SHORTEST = 2  # characters that tell one meeting from another


class MeetingName(Check, frozen=True):
    """Names of the meeting in the opening (``called``) that have no two characters in a row of that in the title.

    ``titled`` and ``called`` stand before such a ``name``, whose words that any may have are ``common``. What
    ``unless`` matches names a meeting by who attends it.
    """

    titled: RegexStr
    called: RegexStr
    name: RegexStr
    common: RegexStr
    unless: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"found", "other"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield from (("titled", self.titled), ("called", self.called), ("name", self.name))
        yield from (("common", self.common), ("unless", self.unless))

    def signs(self) -> tuple[str, ...]:
        """What names of meetings end in."""
        return ("会",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first such name, related to that in the title."""
        for part in document.parts:
            own = self._name(document, self.titled, part.title) if part.title else None
            if own is None:
                continue
            for paragraph in opening(document, part):
                named = self._name(document, self.called, paragraph)
                if named is None:
                    continue
                if self._differ(document, own, named) and not document.is_quoted(named.start):
                    values = {"found": document.slice(named), "other": document.slice(own).replace("\n", "")}
                    yield Hit(named, values, (Place(own),))
                break

    def _name(self, document: Document, pattern: str, span: Span) -> Span | None:
        """The name of a meeting right behind the first match of a pattern."""
        before = search(pattern, document.typed, *span, document.clock)
        found = search(self.name, document.typed, before.end(), span.end, document.clock) if before else None
        return Span(*found.span()) if before and found and found.start() == before.end() else None

    def _differ(self, document: Document, one: Span, other: Span) -> bool:
        names = self._words(document, one), self._words(document, other)
        if any(len(name) < _SHORTEST for name in names):
            return False
        if any(search(self.unless, document.typed, *span, document.clock) for span in (one, other)):
            return False
        return not share_run(*names, _SHORTEST)

    def _words(self, document: Document, span: Span) -> str:
        """The words of a name that others need not have."""
        kept, at = "", span.start
        for match in matches(self.common, document.typed, *span, document.clock):
            kept, at = kept + document.typed[at : match.start()], match.end()
        return re.sub(r"\s", "", kept + document.typed[at : span.end])
