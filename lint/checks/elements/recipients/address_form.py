"""Whether a text addresses its recipients as its direction wants: 贵局 among equals, 你局 below."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.patterns.bounded import RegexStr, matches
from lint.text.source import Span


class AddressForm(Check, frozen=True):
    """Words of address outside quotations, as one hit a text at the first of them.

    ``except_issuers`` are words before 关于 in a title that tell an issuer who may say so.
    """

    pattern: RegexStr
    except_issuers: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"found"})

    def patterns(self) -> Iterator[tuple[str, str]]:
        """The field that holds a pattern."""
        yield "pattern", self.pattern

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first such word of each text, related to the others."""
        for part in document.parts:
            if part.kind == "annex" or any(word in _issuer(document, part) for word in self.except_issuers):
                continue
            below = part.title.end if part.title else part.span.start
            found = [
                Span(*match.span())
                for match in matches(self.pattern, document.typed, below, part.span.end, document.clock)
                if not document.is_quoted(match.start())
            ]
            if found:
                yield Hit(found[0], {"found": document.slice(found[0])}, tuple(map(Place, found[1:])))


def _issuer(document: Document, part: Part) -> str:
    pieces = [piece for piece in (part.title, part.signature) if piece]
    return "".join(document.slice(piece).partition("关于")[0] for piece in pieces)
