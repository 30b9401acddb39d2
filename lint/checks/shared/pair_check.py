"""What the checks of paired marks share: which marks they look at, and how far a pair may reach."""

from collections.abc import Iterator

from lint.analysis.marks.pairs import MarkPairs, mark_pairs
from lint.checks.base import Check
from lint.document.tree import Document
from lint.messages.rule_mistakes import AS_MANY, Said

_LONGEST = 500  # characters of a pair in a message


class PairCheck(Check, frozen=True):
    """Marks of ``opening``, each closed by the mark at its place in ``closing``, up to ``ahead`` paragraphs away."""

    opening: str
    closing: str
    ahead: int = 40

    def problems(self) -> Iterator[tuple[str, Said]]:
        """Closing marks that are not as many as the opening ones."""
        if len(self.opening) != len(self.closing):
            yield "closing", AS_MANY.filled(one="closing", other="opening")

    def pairs(self, document: Document) -> MarkPairs:
        """The marks as the text pairs them, the same for all checks of these marks."""
        if not any(char in document.typed for char in self.opening + self.closing):
            return MarkPairs((), ())
        return mark_pairs(document, self.opening, self.closing, self.ahead)


def shown(document: Document, start: int, end: int) -> str:
    """The text of a pair, cut where it is longer than any message: pairs in pairs would quote each other."""
    text = document.typed[start : min(end, start + _LONGEST)]
    return f"{text}…" if end - start > _LONGEST else text
