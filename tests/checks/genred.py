"""What a check finds in a draft whose genre is known, as in lint.checks.marking."""

from functools import cache

from lint.analysis.genres import kinds_of
from lint.checks.base import Check, Hit
from lint.document.genre import Genre
from lint.document.parser import parse
from lint.document.tree import Document
from lint.formats import read
from lint.rulebook.rulebook import builtin_folder, load_rulebook
from lint.text.source import Source


@cache
def genres() -> tuple[Genre, ...]:
    return load_rulebook([builtin_folder()]).genres


def known(text: str, name: str = "draft.txt") -> Document:
    document = parse(read(Source(name, text)))
    kinds = kinds_of(document, genres(), name)
    return document.known_as(tuple(kind.genre if kind else None for kind in kinds), document.lexicon)


def hits(check: Check, text: str, name: str = "draft.txt") -> list[Hit]:
    return list(check.run(known(text, name)))


def marked(check: Check, text: str, name: str = "draft.txt") -> str:
    for hit in sorted(hits(check, text, name), key=lambda hit: hit.span, reverse=True):
        start, end = hit.span
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


def mended(check: Check, text: str) -> str:
    edits = [edit for hit in hits(check, text) for edit in hit.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def plain(expected: str) -> str:
    return expected.replace("⟦", "").replace("⟧", "")
