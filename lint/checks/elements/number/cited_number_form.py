"""Whether the numbers of cited documents are written as 清政发〔2024〕3号."""

import re
from collections.abc import Iterator

from lint.checks.shared.number_form import NumberForm
from lint.document.document_number import CLOSE, OFFICE_SIGNS, OPEN
from lint.document.tree import Document
from lint.text.patterns.fragments import LETTER, SMALL
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any

_CITED = lazy(
    rf"(?<={LETTER})(?P<code>)(?P<open>{OPEN})(?P<year>(?<=[〔﹝])\d\d|(?:19|20)\d\d)(?P<close>{CLOSE})"
    rf"(?P<nth>第?)(?P<number>\d{{1,5}}|(?<=〕){SMALL})(?P<sign>号|(?:(?<=〕\d)|(?<=〕\d\d))(?=[）)]))"
)


_OPENINGS = ("〔", "﹝", *(f"{bracket}{century}" for bracket in "[（(【［" for century in ("19", "20")))
"""How the year of a number begins."""


class CitedNumberForm(NumberForm, frozen=True):
    """Numbers of other documents in the text, with other brackets than 〔〕, with 第 or with leading zeros."""

    def numbers(self, document: Document) -> Iterator[re.Match[str]]:
        """The numbers below the title of each text."""
        if not holds_any(document.text, _OPENINGS):
            return
        for part in document.parts:
            begins = min((piece.start for piece in (part.recipients, part.preamble) if piece), default=part.span.end)
            yield from _CITED.finditer(document.text, begins, part.span.end)

    def is_certain(self, match: re.Match[str]) -> bool:
        """Whether only the brackets are to change, and those of an office, not of a court or contract."""
        before = match.string[match.start() - 1]
        return not match["nth"] and not match["number"].startswith("0") and before in OFFICE_SIGNS
