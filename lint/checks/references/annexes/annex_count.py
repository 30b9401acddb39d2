"""Whether a text announces as many annexes as it lists: 附件3份."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annexes import annexes_of
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_COUNT = lazy(r"(?P<hit>附件[共计]{0,2}(?P<count>\d{1,2}|[一二三四五六七八九十两]{1,3})[份个件])(?=[。，；、）)\s]|$)")


class AnnexCount(Check, frozen=True):
    """Numbers of annexes in the text that differ from those that are listed."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "count", "listed"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such number, related to the list."""
        for annexes in annexes_of(document):
            if annexes.head is None or not annexes.entries:
                continue
            for match in _COUNT.finditer(document.text, annexes.part.span.start, annexes.head.start):
                if value_of(match["count"]) != len(annexes.entries) and not document.is_quoted(match.start()):
                    values = {"found": match["hit"], "count": match["count"], "listed": str(len(annexes.entries))}
                    yield Hit(Span(*match.span("hit")), values, (Place(annexes.head),))
