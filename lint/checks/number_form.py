"""The form of the number of a document (发文字号): 清政发〔2024〕3号."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.source import Span

OFFICE_SIGNS = "发函办字文令规呈报通党组政委局院厅复请教财人安水农林交城"
"""The characters before the year of an office's own number."""

_YEAR_BRACKETS = frozenset({"", "〔〕", "[]", "（）", "()", "（)", "(）", "【】", "［］"})
_BRACKETS = frozenset("〔〕[]（）()【】［］")


class NumberForm(Check, frozen=True):
    """Numbers with other brackets than 〔〕, with 第 or with leading zeros."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such number."""
        for match in self.numbers(document):
            expected = f"〔{match['year']}〕{int(match['number'])}号"
            place = Span(match.start("open"), match.end())
            if document.slice(place) != expected:
                edits = (Edit(place, expected),) if len(match["year"]) == 4 and _encloses(match) else ()
                values = {"found": document.slice(place), "expected": expected}
                yield Hit(place, values, edits=edits, certain=self.is_certain(match))

    def numbers(self, document: Document) -> Iterator[re.Match[str]]:
        """The numbers, as matches with the groups ``open``, ``year``, ``close``, ``nth`` and ``number``."""
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
