"""Whether a stretch of a draft says what a rule has a pattern for."""

from lint.document.tree import Document
from lint.text.patterns.bounded import search
from lint.text.source import Span


def says(document: Document, pattern: str, span: Span) -> bool:
    """Whether a pattern matches within a stretch of a draft as it is typed (code points), on the rule's clock."""
    return search(pattern, document.typed, *span, document.clock) is not None
