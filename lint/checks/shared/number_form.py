"""The form of the number of a document (发文字号): 清政发〔2024〕3号."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.document_number import year_of
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.numerals import value_of
from lint.text.source import Span

_YEAR_BRACKETS = frozenset({"", "〔〕", "[]", "（）", "﹝﹞", "()", "（)", "(）", "【】", "［］"})
_BRACKETS = frozenset("".join(_YEAR_BRACKETS))


class NumberForm(Check, frozen=True):
    """Numbers with other brackets than 〔〕, a year not in four figures, 第, leading zeros, blanks, or without 号."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such number."""
        for match in self.numbers(document):
            if not match["number"]:
                continue  # the number is given when the draft is printed
            expected = f"〔{year_of(match['year'])}〕{value_of(match['number'])}号"
            place = Span(match.end("code"), match.end("sign") if match["sign"] else match.end("number"))
            if document.slice(place) != expected:
                edits = (Edit(place, expected),) if len(match["year"]) == 4 and _encloses(match) else ()
                values = {"found": document.slice(place), "expected": expected}
                yield Hit(place, values, edits=edits, certain=self.is_certain(match))

    def numbers(self, document: Document) -> Iterator[re.Match[str]]:
        """Matches with the groups ``code``, ``open``, ``year``, ``close``, ``nth``, ``number``, ``sign``."""
        raise NotImplementedError

    def is_certain(self, match: re.Match[str]) -> bool:
        """Whether the number may be mended without a look at it."""
        return True


def _encloses(match: re.Match[str]) -> bool:
    """Whether the brackets around the year are a pair, or the half of one that pairs with nothing beside it."""
    pair = match["open"] + match["close"]
    if pair in _YEAR_BRACKETS:
        return True
    text, start = match.string, match.string.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    beside = text[start : match.start("open")] + text[match.end("close") : end if end >= 0 else len(text)]
    return not _BRACKETS.intersection(beside)
