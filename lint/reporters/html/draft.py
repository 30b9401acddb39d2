"""One draft as the page holds it: its text with the places of its findings, its outline and its correspondence."""

from collections.abc import Sequence

import msgspec

from lint.analysis.draft import draft_of
from lint.analysis.genres import Kind
from lint.engine.result import FileResult
from lint.formats import MARKDOWN
from lint.messages.language import Language, words_for
from lint.reporters.base import Style, placed, slashed
from lint.reporters.html.findings import FindingView, entries
from lint.reporters.html.paragraphs import ParagraphView, paragraphs
from lint.reporters.html.picture import Picture, pictures
from lint.reporters.html.tree import Branch, tree
from lint.rulebook.finding import Finding
from lint.text.source import Source, Span


class DraftView(msgspec.Struct, frozen=True):
    """A draft, with findings or without; ``genre`` says what it was taken for and why."""

    path: str
    genre: str
    markdown: bool
    paragraphs: tuple[ParagraphView, ...]
    findings: tuple[FindingView, ...]
    outline: tuple[Branch, ...]
    pictures: tuple[Picture, ...]


def draft(result: FileResult, source: Source, style: Style, mended: Sequence[Span] = ()) -> DraftView:
    """A draft, read and parsed anew: its tree does not travel with its findings. ``mended`` are spans to be marked."""
    known = draft_of(source, style.genres, style.lexicon, style.choice.told(source.path))
    document, kinds = known.document, known.kinds
    findings: list[Finding] = placed(result)
    return DraftView(
        path=slashed(result.path),
        genre=_genre(kinds[0], style.lang) if kinds else "",
        markdown=source.path.lower().endswith(tuple(MARKDOWN)),
        paragraphs=paragraphs(source, document, findings, mended),
        findings=tuple(entries(findings, source)),
        outline=tree(document, findings),
        pictures=tuple(pictures(document, findings, style.rules)),
    )


def _genre(kind: Kind | None, lang: Language) -> str:
    words = words_for(lang)
    if kind is None:
        return ""
    reason = words.genre_reasons[kind.reason].format(evidence=" ".join(kind.evidence.split()))
    return kind.genre.called(lang) + words.aside.format(text=reason)
