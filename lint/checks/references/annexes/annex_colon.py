"""Whether the list of annexes has a colon after 附件 (GB/T 9704-2012, 7.3.4)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.citations.annexes import annexes_of
from lint.checks.base import Check, Hit
from lint.document.annex_head import WORD
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_HEAD = lazy(rf"{WORD}[ \t\u3000]*(?:(?P<number>\d{{1,2}})(?![.．、\d]))?[ \t\u3000]*")


class AnnexColon(Check, frozen=True):
    """Lists of annexes without a colon between 附件 and the first name or number."""

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def signs(self) -> tuple[str, ...]:
        """The first sign of an annex."""
        return ("附",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the word 附件 of each such list."""
        for annexes in annexes_of(document):
            head = annexes.head and _HEAD.match(document.text, annexes.head.start)
            if head and document.text[head.end() : head.end() + 1] not in ("：", ":", ""):
                word = Span(head.start(), head.start() + len(head[0].rstrip()))
                place = Span(word.end, head.end())
                yield Hit(word, {"found": document.slice(word)}, edits=(Edit(place, "："),), certain=not head["number"])
