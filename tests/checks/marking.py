"""What a check finds in a draft, written into the draft: ⟦ ⟧ around each place."""

from lint.checks.base import Check, Hit
from lint.document.parser import parse
from lint.formats import read
from lint.text.bounds import BOUNDS, Bounds
from lint.text.clock import Clock
from lint.text.source import Source


def hits(check: Check, text: str, name: str = "draft.txt", bounds: Bounds = BOUNDS) -> list[Hit]:
    """The hits of a check in a draft; without indents and hard wraps their spans are those of the draft."""
    document = parse(read(Source(name, text)))
    document.clock = Clock(len(document.text), bounds)
    return list(check.run(document))


def marked(check: Check, text: str, name: str = "draft.txt") -> str:
    """The draft with the places of all hits marked."""
    for hit in sorted(hits(check, text, name), key=lambda hit: hit.span, reverse=True):
        start, end = hit.span
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


def mended(check: Check, text: str, name: str = "draft.txt") -> str:
    """The draft after all edits of all hits."""
    edits = [edit for hit in hits(check, text, name) for edit in hit.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
