"""Automatic numbers of paragraphs as values: what Word computes and shows, for the tree to take as it is."""

from typing import Literal

import msgspec

from lint.text.source import Span

Numerals = Literal["digit", "han", "formal", "stem", "branch", "roman", "lower roman", "latin", "circled"]
"""The kinds of numerals that number formats show; those of both cases, widths or scripts that read alike are one."""


class ShownNumber(msgspec.Struct, frozen=True, gc=False):
    """One number in a label: its value, the level from 1 that it counts, and the columns where it stands."""

    value: int
    level: int
    start: int
    end: int


class AutomaticNumber(msgspec.Struct, frozen=True, gc=False):
    """The label that Word shows before a paragraph (ECMA-376 17.9).

    ``text`` is the label with the blank that sets it off. ``numbers`` are those that it shows; ``numerals`` are those
    of the last one, ``before`` and ``after`` what stands around it, or around all of them where they are joined by
    points (``decimal``), without blanks and end marks, brackets in half width. ``level`` counts from 1. ``nested`` is
    how many higher levels of its list look the same. ``list`` names the list.
    """

    text: str = ""
    numbers: tuple[ShownNumber, ...] = ()
    numerals: Numerals = "digit"
    before: str = ""
    after: str = ""
    decimal: bool = False
    level: int = 1
    nested: int = 0
    list: str = ""


NO_NUMBER = AutomaticNumber()


class Label(msgspec.Struct, frozen=True, gc=False):
    """An automatic number in a reading: where it is shown, with the blank that sets it off."""

    span: Span
    number: AutomaticNumber
