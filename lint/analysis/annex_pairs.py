"""Which entry of the list of annexes is which body, by number and by name."""

from itertools import pairwise

import msgspec

from lint.analysis.annexes import AnnexEntry, Annexes, Body
from lint.document.tree import Document
from lint.text.compare import letters


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


def pair(document: Document, annexes: Annexes) -> AnnexPairing:
    """Pair entries with bodies: by number, then by name, then what alone remains."""
    left = list(zip(annexes.entries, listed_numbers(annexes), strict=True))
    bodies = list(annexes.bodies)
    pairs: list[tuple[AnnexEntry, int, Body]] = []
    if len(left) == len(bodies) == 1:
        return AnnexPairing(((*left[0], bodies[0]),), (), ())

    def take(entry: tuple[AnnexEntry, int], body: Body) -> None:
        pairs.append((*entry, body))
        left.remove(entry)
        bodies.remove(body)

    for entry in list(left):
        same = [body for body in bodies if body.number == entry[1]]
        named = [body for body in same if agrees(document, entry[0], body)]
        if same:
            take(entry, (named or same)[0])
    for entry in list(left):
        named = [body for body in bodies if body.title is not None and agrees(document, entry[0], body)]
        if named:
            take(entry, named[0])
    if len(left) == len(bodies) == 1 and bodies[0].title is None:
        take(left[0], bodies[0])
    return AnnexPairing(tuple(pairs), tuple(left), tuple(bodies))


def agrees(document: Document, entry: AnnexEntry, body: Body) -> bool:
    """Whether a body's title is the name in the list, but for blanks, brackets and words before or after."""
    if body.title is None:
        return True
    name, title = letters(document.slice(entry.name)), letters(document.slice(body.title))
    return not name or not title or name in title or title in name
