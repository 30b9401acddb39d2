"""How the number of a document (发文字号) is written: 清政发〔2024〕3号."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.edit import Edit
from lint.text.lazy import lazy
from lint.text.source import Span

_OFFICES = "发函办字文令规呈报通党组政委局院厅复请教财人安水农林交城"
_CODE = rf"(?P<code>[^\W\d_a-zA-Z]{{1,11}}[{_OFFICES}])"
_YEAR_BRACKETS = frozenset({"", "〔〕", "[]", "（）", "()", "（)", "(）", "【】", "［］"})
_BRACKETS = frozenset("〔〕[]（）()【】［］")
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
                    edits = (Edit(place, expected),) if len(match["year"]) == 4 and _encloses(match) else ()
                    certain = self.which == "own" or _is_quoted_as_it_is(match)
                    values = {"found": document.slice(place), "expected": expected}
                    yield Hit(place, values, edits=edits, certain=certain)

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


def _encloses(match: re.Match[str]) -> bool:
    """Whether the brackets around the year are a pair, or the half of one that pairs with nothing beside it."""
    pair = match["open"] + match["close"]
    if pair in _YEAR_BRACKETS:
        return True
    text, start = match.string, match.string.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    beside = text[start : match.start("open")] + text[match.end("close") : end if end >= 0 else len(text)]
    return not _BRACKETS.intersection(beside)


def _is_quoted_as_it_is(match: re.Match[str]) -> bool:
    """Whether only the brackets of a cited number are to change, and those of an office, not of a court or contract."""
    before = match.string[match.start() - 1]
    return not match["nth"] and not match["number"].startswith("0") and before in _OFFICES


def _expected(match: re.Match[str]) -> str:
    return f"〔{match['year']}〕{int(match['number'])}号"
