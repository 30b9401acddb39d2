"""Whether every office that issues a text together with others has signed it."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.elements.signers import is_same, issuer, letterhead, offices_in, signers
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.numerals import value_of
from lint.text.patterns.fragments import SOME
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_TOGETHER = lazy(f"等(?P<count>[0-9]{{1,2}}|{SOME})(?:个?部门|个?单位|家单位|个?机关)$")


class JointSignature(Check, frozen=True):
    """Texts that several offices issue, by title or letterhead, and that one of them has not signed.

    ``offices`` are the words that the name of an office ends in.
    """

    offices: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found", "missing", "count"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """What names the offices."""
        return (("title",), ("signature",))

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the signatures of each such text, related to the title."""
        for part in document.parts:
            if part.kind == "annex" or part.title is None or part.signature is None:
                continue
            signed = signers(document, part, self.offices)
            missing = self._missing(document, part, part.title, signed) if signed else ""
            if missing:
                values = {"found": "、".join(signed), "missing": missing, "count": str(len(signed))}
                yield Hit(part.signature, values, (Place(part.title),))

    def _missing(self, document: Document, part: Part, title: Span, signed: list[str]) -> str:
        """The offices that have not signed, or how many of them; nothing where none of them has."""
        named = issuer(document, title)
        together = _TOGETHER.search("".join(named.split()))
        if together:
            short = value_of(together["count"]) - len(signed)
            return f"{short}个机关" if short > 0 and len(signed) > 1 else ""
        issuers = offices_in(named) or letterhead(document, part, self.offices)
        if len(issuers) < 2 or not all(name.endswith(self.offices) for name in issuers):
            return ""
        whole = "".join(signed)  # one name may stand in two lines of a title
        absent = [name for name in issuers if name not in whole and not any(is_same(name, one) for one in signed)]
        return "、".join(absent) if len(absent) < len(issuers) else ""
