"""A genre (文种): what a kind of document is called, what it must contain and how it closes. Data from YAML."""

from typing import Literal

import msgspec

from lint.messages.language import Language

Role = Literal["", "problems", "causes", "measures", "case"]
PlacedAs = Literal["", "aims", "tasks", "guarantees", "problems", "causes", "plans"]


class SectionSpec(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part that a document of a genre has.

    A section whose heading holds one of ``headings`` is this part. ``text`` are patterns by which the preamble
    or another section holds it without a heading of its own. A part that is not ``required`` may still be
    ``customary``: its absence is worth a remark. ``role`` is what it is in the correspondence of problems,
    causes and measures. With ``table`` a table, which is not read, may hold it. ``placed`` are patterns of the headings
    that are surely of this part, ``placed_as`` names a part of many genres whose headings are known: where it has one
    of them, no other heading counts in a fixed order.
    """

    name: str
    name_en: str = ""
    headings: tuple[str, ...]
    required: bool = True
    customary: bool = False
    text: tuple[str, ...] = ()
    table: bool = False
    role: Role = ""
    placed: tuple[str, ...] = ()
    placed_as: PlacedAs = ""

    def called(self, lang: Language) -> str:
        """The name in a language, the Chinese one where there is no other."""
        return self.name_en if lang == "en" and self.name_en else self.name


class Aspect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the aspects that a year's instructions prescribe; ``terms`` are its words."""

    name: str
    terms: tuple[str, ...]


class TitleExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A title that is of the genre, or one that is ``other``; or a draft with the parts it is ``missing``."""

    title: str | None = None
    other: str | None = None
    draft: str | None = None
    missing: tuple[str, ...] = ()


class Genre(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of document; ``id`` is the stem of its file.

    ``titles`` are patterns searched in the title without its trailing brackets; of several genres that fit,
    the one whose match ends last wins, then the longer match. ``fixed`` are sections, by their names, that stand in one
    order by their sense and not by custom alone, ``first`` and ``last`` those before and after which no other part
    stands. ``closing`` are patterns of the formula that closes it, ``formulas``
    those of the words by which its text names its kind where its title names none (通知如下), ``recipients`` how many
    主送机关 it names.
    """

    id: str
    name: str
    name_en: str = ""
    titles: tuple[str, ...]
    sections: tuple[SectionSpec, ...] = ()
    ordered: bool = True
    fixed: tuple[tuple[str, ...], ...] = ()
    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()
    recipients: Literal["any", "none", "one"] = "any"
    aspects: dict[str, tuple[Aspect, ...]] = {}
    examples: tuple[TitleExample, ...] = ()

    def called(self, lang: Language) -> str:
        """The name in a language, the Chinese one where there is no other."""
        return self.name_en if lang == "en" and self.name_en else self.name

    def section(self, role: Role) -> SectionSpec | None:
        """The part that plays a role, if the genre has one."""
        return next((section for section in self.sections if section.role == role), None)
