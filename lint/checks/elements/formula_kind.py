"""Whether the formulas that open and close a text are of the kind that its title names."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.analysis.paragraphs import ending, opening
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.lazy import lazy
from lint.text.source import Span

_WORD = "(?P<word>通知|通告|公告|通报|报告|汇报|请示|批复|函复|函告|函商|函达|复函|决定|答复|公布|函|复)"
_OPENING = lazy(rf"(?<![^\W\d_a-zA-Z]的)(?P<hit>{_WORD}如下)(?=[。：:，；\n]|$)")
_SIGNS = {"opening": ("如下",), "closing": ("特此", "专此")}
_CLOSING = lazy(rf"(?P<hit>(?:特此|专此){_WORD})(?=[。！!，；\n]|$)")


class FormulaKind(Check, frozen=True):
    """Formulas whose kind is not ``allowed`` for the genre (by its id).

    ``except_titles`` are words of titles that pass another text on.
    """

    where: Literal["opening", "closing"]
    allowed: dict[str, tuple[str, ...]]
    except_titles: tuple[str, ...] = ()

    values: ClassVar[frozenset[str]] = frozenset({"found", "kind"})

    def signs(self) -> tuple[str, ...]:
        """The words of the formulas."""
        return _SIGNS[self.where]

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each formula of another kind, related to the title."""
        for part, genre in zip(document.parts, document.genres, strict=True):
            if genre is None or genre.id not in self.allowed:
                continue
            if part.title and any(word in document.slice(part.title) for word in self.except_titles):
                continue
            for place, word in self._formulas(document, part):
                if word not in self.allowed[genre.id]:
                    related = (Place(part.title),) if part.title else ()
                    yield Hit(place, {"found": document.slice(place), "kind": genre.name}, related)

    def _formulas(self, document: Document, part: Part) -> Iterator[tuple[Span, str]]:
        spans = opening(document, part) if self.where == "opening" else ending(document, part)
        pattern = _OPENING if self.where == "opening" else _CLOSING
        for span in spans:
            for match in pattern.finditer(document.text, span.start, span.end):
                place = Span(*match.span("hit"))
                if not document.is_quoted(place.start):
                    yield place, match["word"]
