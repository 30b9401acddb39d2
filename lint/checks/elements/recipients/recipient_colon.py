"""Whether the recipients (主送机关) end in a colon."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lint.analysis.elements.recipients import lines_below_title, names_of
from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.chinese import is_chinese
from lint.text.edit import Edit
from lint.text.patterns.words import any_of
from lint.text.source import Span

_JOINING = frozenset("（）()、，")
"""What stands between the words for offices."""


class RecipientColon(Check, frozen=True):
    """A line of offices below the title that ends in another mark or in none.

    ``offices`` are the words that the name of an office ends in.
    """

    offices: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The title."""
        return (("title",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit where the colon belongs."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre and part.kind != "annex" and part.title and part.recipients is None:
                yield from self._without_colon(document, part)

    def _without_colon(self, document: Document, part: Part) -> Iterator[Hit]:
        line_of_offices, office = _patterns(self.offices)
        signature = document.slice(part.signature) if part.signature else ""
        title = document.slice(part.title) if part.title else ""
        for span in lines_below_title(document, part):
            line = document.slice(span)
            match = line_of_offices.match(line)
            if match and not all(char in _JOINING or is_chinese(char) for char in match["before"]):
                continue
            name = line.rstrip("，。；、,;.")
            if match and not (name in signature or title.startswith(name)):
                place = Span(span.start + match.start("mark"), span.end)
                where = place if match["mark"] else span
                certain = match["mark"] not in ("。", ".") and all(
                    map(office.match, names_of(line.rstrip(match["mark"])))
                )
                yield Hit(where, {"found": line}, edits=(Edit(place, "："),), certain=certain)
                return


@lru_cache(maxsize=8)
def _patterns(offices: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line that names offices and ends in no colon, and the name of one office."""
    office = any_of(offices)
    line = rf"^(?!本|我|为|根据|按照)(?P<before>.{{2,80}}?){office}(?P<mark>[，。；、,;.]?)$"
    return re.compile(line), re.compile(rf"^[^是由将把被为的]*{office}$")
