"""Which series a check looks at."""

from collections.abc import Iterator
from itertools import chain
from typing import ClassVar, Literal

from lint.checks.base import Check
from lint.document.families import LABEL, VERB
from lint.document.tree import Document, Series
from lint.text.source import Span

FamilyName = Literal[
    "volume", "subvolume", "part", "chapter", "section", "article",
    "roman", "han", "dotted1", "dotted2", "dotted3", "dotted4", "han_paren",
    "digit", "list2", "list3", "list4", "digit_paren", "digit_half_paren", "han_half_paren", "circled", "latin",
    "is", "must", "nth", "among", "order", "side", "dash", "heading", "label", "verb",
]  # fmt: skip

_UNCOUNTED = {"order", "side", "dash"}
_UNNUMBERED = {"heading", "label"}


class Selection(Check, frozen=True):
    """Series by family and by the family of their parent. Quoted series belong to another text.

    ``families`` empty means all that count; ``except_families`` are left out; ``under`` keeps only series
    whose parent is of these families, ``not_under`` drops those. Checks of headings rather than numbers
    (``of_headings``) look at those without a number and at labelled ones (课题3) as well.
    """

    of_headings: ClassVar[bool] = False

    families: tuple[FamilyName, ...] = ()
    except_families: tuple[FamilyName, ...] = ()
    under: tuple[FamilyName, ...] = ()
    not_under: tuple[FamilyName, ...] = ()

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The families that are asked for, and those of the parents."""
        return tuple(one for one in (self.families, self.under) if one)

    def selected(self, document: Document) -> Iterator[Series]:
        """The series of a document that the rule asks for, in text order."""
        kinds = document.derive("kinds of series", lambda: _by_kind(document))
        wanted = [series for kind, series in kinds.items() if self._takes(*kind)]
        found = wanted[0] if len(wanted) == 1 else sorted(chain.from_iterable(wanted), key=_place)
        return document.clock.watched(found)

    def takes(self, series: Series) -> bool:
        """Whether the rule asks for a series of this family under this parent."""
        return self._takes(*_kind(series))

    def _takes(self, family: str, parent: str) -> bool:
        if self.families:
            wanted = family in self.families
        else:
            wanted = family not in _UNCOUNTED and (self.of_headings or family not in _UNNUMBERED)
        return (
            wanted
            and family not in self.except_families
            and (not self.under or parent in self.under)
            and parent not in self.not_under
        )


def _by_kind(document: Document) -> dict[tuple[str, str], list[Series]]:
    """The series that are not quoted, by their kind: most documents have few."""
    kinds: dict[tuple[str, str], list[Series]] = {}
    for series in (*document.series, *document.headings):
        if not series.quoted:
            kinds.setdefault(_kind(series), []).append(series)
    return kinds


def _kind(series: Series) -> tuple[str, str]:
    return _name(series.family.name), _name(series.parent.marker.family.name) if series.parent else ""


def _name(family: str) -> str:
    return next((prefix.strip() for prefix in (LABEL, VERB) if family.startswith(prefix)), family)


def _place(series: Series) -> Span:
    return series.items[0].span
