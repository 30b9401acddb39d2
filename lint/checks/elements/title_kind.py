"""Whether a title ends in a kind of document (文种)."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.title_kinds import kind_end
from lint.checks.base import Check, Hit
from lint.document.kinds import FORMULA_WORD, KINDS
from lint.document.tree import Document, Part
from lint.text.lazy import lazy

_BLANKS = lazy(r"[\s\u3000]+")
_FORMULA = lazy(f"特此|[妥当可]否[，,]?请|请予|此复|(?:{FORMULA_WORD})如下")


class TitleKind(Check, frozen=True):
    """Titles of letters and orders that end in no kind of document, nor in one of ``endings``.

    A title is expected to name a kind when it says 关于 and the text is addressed to offices, not to ``persons``.
    """

    endings: tuple[str, ...]
    persons: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"title"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such title."""
        for part in document.parts:
            if part.title is None or part.kind == "annex":
                continue
            text = document.slice(part.title)
            plain = _BLANKS.sub("", text[: kind_end(text)])
            if "关于" in plain and not plain.endswith((*KINDS, *self.endings)) and self._is_addressed(document, part):
                yield Hit(part.title, {"title": plain})

    def _is_addressed(self, document: Document, part: Part) -> bool:
        if part.recipients is None:
            return False
        recipients = document.slice(part.recipients)
        text = document.text[part.span.start : part.span.end]
        return not any(word in recipients for word in self.persons) and (
            part.date is not None or bool(_FORMULA.search(text))
        )
