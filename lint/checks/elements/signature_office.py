"""Whether the office that signs a text is the one that its title names."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.lazy import lazy
from lint.text.source import Span

_ABOUT = "关于"
_PARTED = lazy(r"[\s\u3000、，]+")
_BEFORE = lazy(r"^中共|^中国共产党|[（(].*[）)]$|等.{0,6}$")
_LEAST = 3  # characters of an office's name


class SignatureOffice(Check, frozen=True):
    """Signatures of another office than the one before 关于 in the title.

    ``offices`` are the words that the name of an office ends in. An office may be named without its place: 县水利局.
    """

    offices: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such signature, related to the title."""
        for part in document.parts:
            if part.kind == "annex" or part.title is None or part.signature is None:
                continue
            issuer = _issuer(document, part.title)
            issuers, signers = _names(issuer), _names(document.slice(part.signature))
            if not all(name.endswith(self.offices) for name in (*issuers, *signers)) or not (issuers and signers):
                continue
            if not any(_is_same(one, other) for one in issuers for other in signers):
                yield self._hit(document, part, issuer)

    def _hit(self, document: Document, part: Part, issuer: str) -> Hit:
        place = part.signature or part.span
        found = document.slice(place).replace("\n", "、")
        related = (Place(Span(part.title.start, part.title.start + len(issuer))),) if part.title else ()
        return Hit(place, {"found": found, "expected": issuer.replace("\n", "")}, related)


def _issuer(document: Document, title: Span) -> str:
    """What stands before 关于 in a title."""
    before, about, _ = document.slice(title).partition(_ABOUT)
    return before.rstrip() if about else ""


def _names(text: str) -> list[str]:
    return [name for name in (_BEFORE.sub("", one) for one in _PARTED.split(text)) if len(name) >= _LEAST]


def _is_same(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)
