"""Whether a title ends in one kind of document (文种) and not in two."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.title_kinds import kind_end
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.source import Span


class DoubledKind(Check, frozen=True):
    """Titles that end in two ``kinds``: 请示报告, 通知的通知.

    ``passes_on`` are words of titles that pass another text on, and may name its kind.
    """

    kinds: tuple[str, ...]
    passes_on: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"title", "found", "first", "second"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the kinds in each such title."""
        for part in document.parts:
            if part.title is not None and part.kind != "annex":
                yield from self._doubled(document, part.title)

    def _doubled(self, document: Document, title: Span) -> Iterator[Hit]:
        text = document.slice(title)
        end = kind_end(text)
        last = [kind for kind in self.kinds if text.endswith(kind, 0, end)]
        for first in self.kinds:
            for second in last:
                for joint in ("", "的"):
                    found = first + joint + second
                    if text.endswith(found, 0, end) and self._are_doubled(text, first, second, joint):
                        place = Span(title.start + end - len(found), title.start + end)
                        yield Hit(place, {"title": text, "found": found, "first": first, "second": second})
                        return

    def _are_doubled(self, text: str, first: str, second: str, joint: str) -> bool:
        """Whether two kinds at the end are one too many: 请示报告 are, 转发通知的通知 are not."""
        return not joint or (first == second and not any(word in text for word in self.passes_on))
