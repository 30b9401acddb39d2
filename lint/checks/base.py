"""What every check kind is: parameters from a rule, places and values out."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Self, TypeVar, overload

import msgspec

from lint.document.tree import Document
from lint.messages.rule_mistakes import Said
from lint.text.edit import Edit
from lint.text.source import Span

T = TypeVar("T")


class OnDemand(Sequence[T]):
    """A sequence whose elements are made when they are looked at: a run of markers may be as long as the draft."""

    def __init__(self, indices: Sequence[int], make: Callable[[int], T]) -> None:
        self._indices = indices
        self._make = make

    def __len__(self) -> int:
        """How many they are; none is made for that."""
        return len(self._indices)

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> "OnDemand[T]": ...

    def __getitem__(self, at: int | slice) -> "T | OnDemand[T]":
        """An element, or those of a slice, still to be made."""
        return OnDemand(self._indices[at], self._make) if isinstance(at, slice) else self._make(self._indices[at])


class Place(msgspec.Struct, frozen=True, gc=False):
    """A related place of a hit, with the values that its message may name."""

    span: Span
    values: dict[str, str] = {}


class Hit(msgspec.Struct, frozen=True):
    """A place where the tested property fails; spans are of the reading.

    ``values`` fill the rule's message; ``edits`` are how to mend it, if the check knows. Where they are not
    ``certain``, the draft may mean something else, and no rule makes them a safe fix.
    """

    span: Span
    values: dict[str, str] = {}
    related: Sequence[Place] = ()
    edits: tuple[Edit, ...] = ()
    certain: bool = True


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A property of a document. Fields are the parameters that a rule's ``with`` may set.

    ``derived`` names the fields that ``completed`` fills in and no rule may set.
    ``values`` names what a rule's message may use in braces, ``related_values`` what ``related`` may use.
    A check knows no id, severity, message or YAML.
    """

    derived: ClassVar[frozenset[str]] = frozenset()
    values: ClassVar[frozenset[str]] = frozenset()
    related_values: ClassVar[frozenset[str]] = frozenset()

    def completed(self) -> Self:
        """The check with what follows from its parameters, worked out once when its rule is loaded."""
        return self

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The fields that hold patterns, for the loader to try."""
        return iter(())

    def problems(self) -> Iterator[tuple[str, Said]]:
        """The fields whose values cannot work together, each with what is wrong, for the loader to report."""
        return iter(())

    def signs(self) -> tuple[str, ...]:
        """Texts of which a draft must hold one for the check to find anything; none where any draft will do."""
        return ()

    def features(self) -> tuple[tuple[str, ...], ...]:
        """Groups of a document's features, of each of which it must have one for the check to find anything."""
        return ()

    def as_wanted(self, document: Document) -> Sequence[Span] | None:
        """The places that have the norm's form where others have not; None where the check does not count them."""
        return None

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit for each failure, in text order."""
        raise NotImplementedError
