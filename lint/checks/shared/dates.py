"""What the checks of written dates share: a hit at each that should be written otherwise, with its edit."""

from collections.abc import Callable, Iterable, Iterator

from lint.checks.base import Hit
from lint.document.tree import Document
from lint.text.edit import Edit
from lint.text.source import Span


def rewritten(document: Document, spans: Iterable[Span], form: Callable[[str], str]) -> Iterator[Hit]:
    """Yield a hit at each span whose ``form`` is another text; nothing where it is empty."""
    for span in spans:
        found = document.slice(span)
        expected = form(found)
        if expected not in ("", found):
            yield Hit(span, {"found": found, "expected": expected}, edits=(Edit(span, expected),))
