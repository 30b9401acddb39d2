"""The number of a draft itself (发文字号), above or below its title."""

import re
from collections.abc import Iterator

from lint.document.document_number import own_number
from lint.document.tree import Document

_FIRST = 8  # paragraphs in which the number of the document itself stands


def own_numbers(document: Document) -> Iterator[re.Match[str]]:
    """The lines at the head of the main text that are its number, as ``own_number`` reads them."""
    for part in document.parts[:1]:
        stop = part.preamble.start if part.preamble else part.span.end
        for block in document.reading.blocks[:_FIRST]:
            match = own_number(document.text, block.start, block.end)
            if match and block.start < stop:
                yield match
