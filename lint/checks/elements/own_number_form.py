"""Whether the number of a draft (发文字号) is written as 清政发〔2024〕3号."""

import re
from collections.abc import Iterator

from lint.checks.number_form import OFFICE_SIGNS, NumberForm
from lint.document.tree import Document
from lint.text.lazy import lazy

_LINE = lazy(
    rf"""
    (?P<code>[^\W\d_a-zA-Z]{{1,11}}[{OFFICE_SIGNS}])[\s\u3000]*
    (?P<open>[〔\[（(【［]?)(?P<year>\d{{2,4}})年?(?P<close>[〕\]）)】］]?)[\s\u3000]*
    (?P<nth>第?)(?P<number>\d{{1,5}})号(?=[\s\u3000]|$|签发人)
    """,
    re.VERBOSE,
)
_FIRST = 8  # paragraphs in which the number of the document itself stands


class OwnNumberForm(NumberForm, frozen=True):
    """The number above or below the title, with other brackets than 〔〕, with 第 or with leading zeros."""

    def numbers(self, document: Document) -> Iterator[re.Match[str]]:
        """The number of the document at the head of one of its first lines."""
        for part in document.parts[:1]:
            stop = part.preamble.start if part.preamble else part.span.end
            for block in document.reading.blocks[:_FIRST]:
                match = _LINE.match(document.text, block.start, block.end)
                if match and block.start < stop:
                    yield match
