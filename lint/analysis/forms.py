"""The parts of a draft that are left open on purpose: forms to be filled in, and models to be copied."""

from typing import Literal

from lint.document.form_titles import COPIED, FORM, MODEL
from lint.document.tree import Document, Part
from lint.text.source import Span

Open = Literal["forms", "models"]


def open_parts(document: Document, kind: Open) -> tuple[Span, ...]:
    """The parts that are forms or models by their titles; a model is a form as well.

    The draft itself is a form only where it says so as a model does: a 承诺书 that is being written has to be complete.
    """
    return document.whole.derive(("open parts", kind), lambda: tuple(_parts(document.whole, kind)))


def is_open(document: Document, kinds: tuple[Open, ...], place: int) -> bool:
    """Whether a place stands in a part of one of some kinds."""
    return any(span.start <= place < span.end for kind in kinds for span in open_parts(document, kind))


def titled(document: Document, place: int) -> str:
    """What stands above the text of the part that holds a place: its title and the lines around that."""
    part = document.whole.part_at(place)
    if part is None or part.title is None:
        return ""
    stop = part.subtitle or part.title
    return document.text[part.span.start : stop.end]


def _parts(document: Document, kind: Open) -> list[Span]:
    pattern = (MODEL, COPIED) if kind == "models" else (MODEL, FORM)
    return [
        part.span
        for index, part in enumerate(document.parts)
        if any(one.search(_title(document, part)) for one in (pattern if index else (MODEL,)))
    ]


def _title(document: Document, part: Part) -> str:
    """The title, or of a form without one its first line."""
    return document.slice(part.title).replace("\n", "") if part.title else ""
