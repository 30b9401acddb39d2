"""Whether a title ends in a kind of document (文种)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lint.analysis.elements.title_kinds import kind_end, matter_place
from lint.analysis.paragraphs import ending, opening
from lint.checks.base import Check, Hit
from lint.document.genre import Genre
from lint.document.kinds import FORMULA_WORD, KINDS
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.patterns.words import any_of

_BLANKS = lazy(r"[\s\u3000]+")
_FORMULA = lazy(f"特此|[妥当可]否[，,]?请|请予|此复|(?:{FORMULA_WORD})如下")
_NAMES_KIND = lazy(
    rf"(?:特此|专此)(?:{FORMULA_WORD})(?=[。！，；]|$)|[妥当可]否[，,]?请|(?:{FORMULA_WORD})如下(?=[。：:])"
)
_NAMES_PUBLIC = lazy(r"特此(?:通[告报知]|公告)(?=[。！，；]|$)|(?:通[告报知]|公告)如下(?=[。：:])")
_ABOUT = "关于"
_CUSTOMARY = "“通知”“请示”“报告”“函”等"


class TitleKind(Check, frozen=True):
    """Titles of letters and orders that end in no kind of document, nor in one of ``endings``.

    A title is expected to name a kind when it says 关于 and the text is addressed to offices, not to ``persons``;
    and when the text itself names its kind: 通报如下, 特此通知. ``expected`` is the kind that it names.
    """

    endings: tuple[str, ...]
    persons: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"title", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such title."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if part.title is None or part.kind == "annex":
                continue
            text = document.slice(part.title)
            plain = _BLANKS.sub("", text[: kind_end(text)])
            if not plain.endswith((*KINDS, *self.endings)) and self._wants_kind(document, part, plain):
                yield Hit(matter_place(document, part.title), {"title": plain, "expected": _expected(genre)})

    def _wants_kind(self, document: Document, part: Part, title: str) -> bool:
        """Whether the text is of a kind that its title has to name."""
        about = _ABOUT in title
        if part.recipients is None:
            signed = part.signature is not None and part.date is not None
            return about and _says(document, part, _NAMES_KIND if signed else _NAMES_PUBLIC)
        if _addresses(self.persons).search(document.slice(part.recipients)):
            return False
        if _says(document, part, _NAMES_KIND):
            return True
        text = document.text[part.span.start : part.span.end]
        return about and (part.date is not None or bool(_FORMULA.search(text)))


def _says(document: Document, part: Part, formula: re.Pattern[str]) -> bool:
    """Whether a formula stands at the edges of a text, outside quotations."""
    return any(
        not document.is_quoted(match.start())
        for span in (*opening(document, part), *ending(document, part))
        for match in formula.finditer(document.text, *span)
    )


def _expected(genre: Genre | None) -> str:
    return f"“{genre.name}”" if genre else _CUSTOMARY


@lru_cache(maxsize=8)
def _addresses(persons: tuple[str, ...]) -> re.Pattern[str]:
    """A word for persons that no name of an office goes on from: 各位委员, and not 各委员会."""
    return re.compile(rf"{any_of(persons)}(?!会|大会|小组|机关|机构|单位|支部|办|处|团|局|站)")
