"""Which entry of the list of annexes is which body, by number and by name."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TypeVar

import msgspec

from lint.analysis.citations.annexes import AnnexEntry, Annexes, Body, annexes_of
from lint.document.tree import Document
from lint.text.comparison.compare import letters
from lint.text.patterns.lazy import lazy

K = TypeVar("K")

_NUMBERED = lazy(r"〔\d{4}〕\d+号")
_COMPARED = 100  # bodies that the name of an entry is looked for in


class AnnexPairing(msgspec.Struct, frozen=True):
    """``pairs`` hold the entry, its number and its body; the others have no partner."""

    pairs: tuple[tuple[AnnexEntry, int, Body], ...]
    entries: tuple[tuple[AnnexEntry, int], ...]
    bodies: tuple[Body, ...]


def listed_numbers(annexes: Annexes) -> list[int]:
    """The numbers that the entries of the list stand for, a misnumbered list read in its order."""
    in_order = list(range(1, len(annexes.entries) + 1))
    if is_misnumbered(annexes) or any(entry.number is None for entry in annexes.entries):
        return in_order
    return [entry.number or 0 for entry in annexes.entries]


def is_misnumbered(annexes: Annexes) -> bool:
    """Whether the numbers of the list are wrong, and not merely an entry missing that the draft cites or holds."""
    numbers = [entry.number for entry in annexes.entries]
    if len(numbers) < 2 or None in numbers or numbers == list(range(1, len(numbers) + 1)):
        return False
    known = [number for number in numbers if number is not None]
    rising = all(after > before for before, after in pairwise(known))
    told = {number for citation in annexes.citations for number in citation.numbers}
    told |= {body.number for body in annexes.bodies if body.number is not None}
    absent = set(range(1, known[-1])) - set(known)
    return not (rising and absent <= told and (known[-1] in told or not absent))


def paired_annexes(document: Document) -> Iterator[Annexes]:
    """The annexes of each text that has both a list and bodies; without any body they are files of their own."""
    return (annexes for annexes in annexes_of(document) if annexes.entries and annexes.bodies)


def pair(document: Document, annexes: Annexes) -> AnnexPairing:
    """Pair entries with bodies: by number, then by name, then what alone remains."""
    return document.derive(("annex pairs", annexes.part.span), lambda: _pair(document, annexes))


def _pair(document: Document, annexes: Annexes) -> AnnexPairing:
    entries = list(zip(annexes.entries, listed_numbers(annexes), strict=True))
    if len(entries) == len(annexes.bodies) == 1:
        return AnnexPairing(((*entries[0], annexes.bodies[0]),), (), ())
    left = _Left(document, annexes.bodies)
    pairs: list[tuple[AnnexEntry, int, Body]] = []
    for take in (left.take_numbered, left.take_named):
        alone: list[tuple[AnnexEntry, int]] = []
        for entry, number in entries:
            body = take(entry, number)
            if body is None:
                alone.append((entry, number))
            else:
                pairs.append((entry, number, body))
        entries = alone
    bodies = left.bodies()
    if len(entries) == len(bodies) == 1 and bodies[0].title is None:
        return AnnexPairing((*pairs, (*entries[0], bodies[0])), (), ())
    return AnnexPairing(tuple(pairs), tuple(entries), bodies)


class _Left:
    """The bodies of which none is an entry's yet. Names that are part of one another are looked for among the first
    hundred of these only: each entry would be held against each body.
    """

    def __init__(self, document: Document, bodies: Sequence[Body]) -> None:
        self._document = document
        self._left = dict(enumerate(bodies))
        self._numbered = _grouped((body.number, place) for place, body in self._left.items())
        self._named: dict[str, list[int]] | None = None
        self._first: list[int] = []
        self._rest: Iterator[int] = iter(())

    def bodies(self) -> tuple[Body, ...]:
        """What is left, in text order."""
        return tuple(self._left.values())

    def take_numbered(self, entry: AnnexEntry, number: int) -> Body | None:
        """The body with a number, where several have it the first whose title agrees."""
        places = [place for place in self._numbered.get(number, ()) if place in self._left]
        agreeing = (place for place in places if agrees(self._document, entry, self._left[place]))
        return self._left.pop(next(agreeing, places[0])) if places else None

    def take_named(self, entry: AnnexEntry, _number: int) -> Body | None:
        """The first body whose title is the name of an entry, but for what ``agrees`` lets pass."""
        if self._named is None:
            titled = [place for place, body in self._left.items() if body.title is not None]
            self._named = _grouped((_title(self._document, self._left[place]), place) for place in reversed(titled))
            self._rest = iter(titled)
        self._first = [place for place in self._first if place in self._left]
        self._first += islice((place for place in self._rest if place in self._left), _COMPARED - len(self._first))
        same = self._named.get(letters(self._document.slice(entry.name)), [])
        while same and same[-1] not in self._left:
            same.pop()
        found = (place for place in self._first if agrees(self._document, entry, self._left[place]))
        place = next(found, same[-1] if same else None)
        return None if place is None else self._left.pop(place)


def _grouped(pairs: Iterable[tuple[K, int]]) -> dict[K, list[int]]:
    """Places by what they have in common, in their order."""
    groups: dict[K, list[int]] = {}
    for key, place in pairs:
        groups.setdefault(key, []).append(place)
    return groups


def _title(document: Document, body: Body) -> str:
    return letters(document.slice(body.title)) if body.title else ""


def agrees(document: Document, entry: AnnexEntry, body: Body) -> bool:
    """Whether a body's title is the name in the list, but for blanks, brackets and words before or after.

    A list may call a paper by its number (清水审〔2024〕76号批复), which stands below its title.
    """
    if body.title is None:
        return True
    named, titled = document.slice(entry.name), document.slice(body.title)
    if _NUMBERED.search(named) and not _NUMBERED.search(titled):
        return True
    name, title = letters(named), letters(titled)
    return not name or not title or name in title or title in name
