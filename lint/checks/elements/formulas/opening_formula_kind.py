"""Whether the formula that opens a text is of the kind that its title names."""

from collections.abc import Iterator

from lint.analysis.paragraphs import opening
from lint.checks.shared.formulas import FormulaKind
from lint.document.genre import Genre
from lint.document.kinds import FORMULA_WORD
from lint.document.tree import Document, Part
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_FORMULA = lazy(rf"(?<!{LETTER}的)(?P<hit>(?P<word>{FORMULA_WORD})如下)(?=[。：:，；\n]|$)")


class OpeningFormulaKind(FormulaKind, frozen=True):
    """Opening formulas of a kind that is not ``allowed`` for the genre (by its id): 现通知如下 in a report.

    ``phrases`` are openings that name another kind by more than its word: 现述职报告如下 in a self-examination.
    ``except_titles`` are words of titles that pass another text on.
    """

    def signs(self) -> tuple[str, ...]:
        """The words of the formulas."""
        return ("如下",)

    def alien(self, document: Document, part: Part, genre: Genre) -> Iterator[Span]:
        """The formulas of other kinds in the paragraphs that open the text."""
        if self.passes_on(document, part):
            return
        spans = opening(document, part)
        yield from self.phrased(document, part, spans, genre)
        for span in spans if genre.id in self.allowed else ():
            for match in _FORMULA.finditer(document.text, span.start, span.end):
                if match["word"] not in self.allowed[genre.id]:
                    yield Span(*match.span("hit"))
