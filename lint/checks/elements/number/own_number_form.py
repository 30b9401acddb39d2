"""Whether the number of a draft (发文字号) is written as 清政发〔2024〕3号."""

import re
from collections.abc import Iterator

from lint.analysis.elements.own_number import own_numbers
from lint.checks.shared.number_form import NumberForm
from lint.document.tree import Document


class OwnNumberForm(NumberForm, frozen=True):
    """The number above or below the title, in another form than the norm's."""

    def numbers(self, document: Document) -> Iterator[re.Match[str]]:
        """The number of the document at the head of one of its first lines."""
        return own_numbers(document)
