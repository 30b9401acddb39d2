"""Whether the number of a draft (发文字号) is written as 清政发〔2024〕3号."""

import re
from collections.abc import Iterator

from lint.checks.number_form import NumberForm
from lint.document.document_number import own_number
from lint.document.tree import Document

_FIRST = 8  # paragraphs in which the number of the document itself stands


class OwnNumberForm(NumberForm, frozen=True):
    """The number above or below the title, in another form than the norm's."""

    def numbers(self, document: Document) -> Iterator[re.Match[str]]:
        """The number of the document at the head of one of its first lines."""
        for part in document.parts[:1]:
            stop = part.preamble.start if part.preamble else part.span.end
            for block in document.reading.blocks[:_FIRST]:
                match = own_number(document.text, block.start, block.end)
                if match and block.start < stop:
                    yield match
