"""Whether the formula that closes a text is of the kind that its title names."""

from collections.abc import Iterator, Sequence

from lint.analysis.paragraphs import ending, paragraphs
from lint.checks.shared.formulas import FormulaKind
from lint.document.genre import Genre
from lint.document.kinds import FORMULA_WORD
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_FORMULA = lazy(rf"(?P<hit>(?:特此|专此)(?P<word>{FORMULA_WORD}))(?=[。！!，；\n]|$)")
_OWN = 4  # paragraphs of a text that passes another on which stands below it


class ClosingFormulaKind(FormulaKind, frozen=True):
    """Closing formulas of a kind that is not ``allowed`` for the genre (by its id): 特此通知 in a report.

    ``phrases`` are closings without the name of a kind: 妥否，请批示 in a notice. ``except_titles`` are words of
    titles that pass another text on, whose closing may stand below.
    """

    def signs(self) -> tuple[str, ...]:
        """The words of the formulas, where nothing else is looked for."""
        return () if self.phrases else ("特此", "专此")

    def alien(self, document: Document, part: Part, genre: Genre) -> Iterator[Span]:
        """The formulas of other kinds in the paragraphs that close the text."""
        spans = ending(document, part)
        if self.passes_on(document, part):
            own = paragraphs(document, part)[:_OWN]
            spans = [span for span in spans if span in own]
        yield from sorted({*self._named(document, spans, genre), *self.phrased(document, part, spans, genre)})

    def _named(self, document: Document, spans: Sequence[Span], genre: Genre) -> Iterator[Span]:
        if genre.id not in self.allowed:
            return
        for span in spans:
            for match in _FORMULA.finditer(document.text, span.start, span.end):
                if match["word"] not in self.allowed[genre.id]:
                    yield Span(*match.span("hit"))
