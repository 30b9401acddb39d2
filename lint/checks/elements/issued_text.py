"""Whether a notice that issues a text (印发) has that text with it."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.title_kinds import matter_place
from lint.analysis.paragraphs import paragraphs
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.patterns.bounded import RegexStr, search

_FEW = 6  # paragraphs of a notice; what has more may hold the text that it issues


class IssuedText(Check, frozen=True):
    """Notices whose title fits ``titles``, with neither a text nor an annex below them nor a list of annexes."""

    titles: RegexStr

    values: ClassVar[frozenset[str]] = frozenset({"title"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns."""
        yield "titles", self.titles

    def features(self) -> tuple[tuple[str, ...], ...]:
        """What a notice has."""
        return (("title",), ("recipients",), ("date",))

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the title of each such notice."""
        part = document.whole.parts[-1]
        if part not in document.parts or part.kind == "annex" or part.title is None or part.annex_list:
            return
        title = document.slice(part.title).replace("\n", "")
        if (
            search(self.titles, title, 0, len(title), document.clock)
            and part.recipients is not None
            and part.date is not None
            and not part.items
            and not document.reading.tables
            and len(paragraphs(document, part)) <= _FEW
        ):
            yield Hit(matter_place(document, part.title), {"title": title})
