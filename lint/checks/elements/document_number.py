"""How the number of a document (发文字号) is written: 清政发〔2024〕3号."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.edit import Edit
from lint.text.lazy import lazy
from lint.text.source import Span

_CODE = r"(?P<code>[^\W\d_a-zA-Z]{1,11}[发函办字文令规呈报通党组政委局院厅复请教财人安水农林交城])"
_NUMBER = (
    r"(?P<open>[〔\[（(【［]?)(?P<year>\d{2,4})年?(?P<close>[〕\]）)】］]?)[\s\u3000]*(?P<nth>第?)(?P<number>\d{1,5})号"
)
_LINE = lazy(rf"{_CODE}[\s\u3000]*{_NUMBER}(?=[\s\u3000]|$|签发人)")
_CITED = lazy(
    r"(?<=[^\W\d_a-zA-Z])(?P<open>[\[（(【［])(?P<year>(?:19|20)\d\d)(?P<close>[\]）)】］])(?P<nth>第?)(?P<number>\d{1,5})号"
)
_FIRST = 8  # paragraphs in which the number of the document itself stands


class DocumentNumber(Check, frozen=True):
    """Numbers with other brackets than 〔〕, with 第 or with leading zeros.

    ``own`` is the document's number above or below its title, ``cited`` are those of others in the text.
    """

    which: Literal["own", "cited"]

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such number."""
        for part in document.parts if self.which == "cited" else document.parts[:1]:
            for match in self._matches(document, part):
                expected = _expected(match)
                place = Span(match.start("open"), match.end())
                if expected and document.slice(place) != expected:
                    edits = (Edit(place, expected),) if len(match["year"]) == 4 else ()
                    yield Hit(place, {"found": document.slice(place), "expected": expected}, edits=edits)

    def _matches(self, document: Document, part: Part) -> Iterator[re.Match[str]]:
        if self.which == "cited":
            begins = min((piece.start for piece in (part.recipients, part.preamble) if piece), default=part.span.end)
            yield from _CITED.finditer(document.text, begins, part.span.end)
            return
        stop = part.preamble.start if part.preamble else part.span.end
        for block in document.reading.blocks[:_FIRST]:
            match = _LINE.match(document.text, block.start, block.end)
            if match and block.start < stop:
                yield match


def _expected(match: re.Match[str]) -> str:
    return f"〔{match['year']}〕{int(match['number'])}号"
