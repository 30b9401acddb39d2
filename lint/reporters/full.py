"""Each finding with its line, carets under the place, related places and the rule's source."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TextIO

from lint.engine.result import FileResult
from lint.messages.language import words_for
from lint.messages.words import Words
from lint.reporters.base import Style, head_line, locate
from lint.reporters.excerpt import excerpt
from lint.rulebook.finding import Finding, Related, Severity
from lint.text.display import printable
from lint.text.source import Source, Span


class _Caret(NamedTuple):
    """A place to underline, with what and in which colour."""

    span: Span
    sign: str
    color: Severity


def report(results: Iterable[FileResult], out: TextIO, style: Style) -> None:
    """Write each finding as it comes, an empty line after each."""
    words = words_for(style.lang)
    for result in results:
        if result.source:
            for finding in result.findings:
                out.writelines(f"{line}\n" for line in _lines(finding, result.source, style, words))


def _lines(finding: Finding, source: Source, style: Style, words: Words) -> Iterator[str]:
    gutter = max(len(str(source.position(span.start).line)) for span in _spans(finding)) + 1
    yield head_line(finding, source, style)
    yield from _marked(_Caret(finding.span, "^", finding.severity), source, style, gutter)
    for related in finding.related:
        yield _related(related, source, style, words)
        yield from _marked(_Caret(related.span, "-", "info"), source, style, gutter)
    yield "  " + style.paint(words.basis.format(source=printable(finding.source)), "dim")
    yield ""


def _spans(finding: Finding) -> Iterator[Span]:
    yield finding.span
    yield from (related.span for related in finding.related)


def _related(related: Related, source: Source, style: Style, words: Words) -> str:
    line, column = locate(source, related.span.start, style.unit)
    place = words.related_place.format(line=line, column=column)
    return "  " + words.joined.format(head=place, text=printable(related.message)) if related.message else f"  {place}"


def _marked(mark: _Caret, source: Source, style: Style, gutter: int) -> Iterator[str]:
    """The line of a place and the carets under it; of a place of several lines, the first."""
    number, column = source.position(mark.span.start)
    shown = excerpt(source.line(number), column - 1, column - 1 + mark.span.end - mark.span.start)
    indent, carets = shown.carets(mark.sign)
    yield f"{style.paint(f'{number:>{gutter}} |', 'dim')} {shown.text}".rstrip()
    yield f"{style.paint(' ' * gutter + ' |', 'dim')} {indent}{style.paint(carets, mark.color)}"
