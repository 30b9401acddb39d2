"""Whether the office that signs a text is the one that its title names."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.signers import is_near, is_same, issuer, offices_in, reviewed
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.source import Span


class SignatureOffice(Check, frozen=True):
    """Signatures of another office than the one before 关于 in the title, or a slip off the one before its year.

    ``offices`` are the words that the name of an office ends in. An office may be named without its place: 县水利局.
    """

    offices: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """What names the offices."""
        return (("title",), ("signature",))

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such signature, related to the title."""
        for part in document.parts:
            if part.kind == "annex" or part.title is None or part.signature is None:
                continue
            named = issuer(document, part.title)
            slips_only = not named
            named = named or reviewed(document, part.title)
            issuers, signers = offices_in(named), offices_in(document.slice(part.signature))
            if not all(name.endswith(self.offices) for name in (*issuers, *signers)) or not (issuers and signers):
                continue
            pairs = [(one, other) for one in issuers for other in signers]
            if not any(is_same(*pair) for pair in pairs) and (not slips_only or all(is_near(*pair) for pair in pairs)):
                yield self._hit(document, part, named)

    def _hit(self, document: Document, part: Part, named: str) -> Hit:
        place = part.signature or part.span
        found = document.slice(place).replace("\n", "、")
        related = (Place(Span(part.title.start, part.title.start + len(named))),) if part.title else ()
        return Hit(place, {"found": found, "expected": named.replace("\n", "")}, related)
