"""Whether a text that goes to an office is addressed to one and not to a person."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lint.analysis.elements.recipients import named_places
from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.patterns.words import any_of
from lint.text.source import Span

_SALUTED = lazy("^(?:各位|诸位)(?!领导|负责)")
"""A member of an assembly that is spoken to: 主任、各位副主任、各位委员：."""


class RecipientPerson(Check, frozen=True):
    """Recipients (主送机关) that are persons.

    ``posts`` are the words that the name of a post ends in (县长), ``addresses`` those that a salutation begins with.
    """

    posts: tuple[str, ...]
    addresses: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """The recipients."""
        return (("recipients",),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first person among the recipients of each text."""
        person = _person(self.posts, self.addresses)
        for part in document.parts:
            if part.recipients is None or part.kind == "annex":
                continue
            names = named_places(document.slice(part.recipients))
            if len(names) > 1 and any(_SALUTED.match(name) for name, _ in names):
                continue
            place = next((place for name, place in names if person.search(name)), None)
            if place is not None:
                found = Span(part.recipients.start + place.start, part.recipients.start + place.end)
                yield Hit(found, {"found": document.slice(found)})


@lru_cache(maxsize=8)
def _person(posts: tuple[str, ...], addresses: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"^{any_of(addresses)}|{any_of(posts)}(?:同志)?$|同志$|{any_of(posts)}(?:同志)?(?:并|暨)")
