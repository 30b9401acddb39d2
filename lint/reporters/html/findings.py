"""A finding as the page shows it: its words, its line, its fix as a change that can be read, its related places."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from lint.reporters.excerpt import excerpt
from lint.rulebook.finding import Finding, Severity
from lint.text.edit import Edit
from lint.text.source import Source, Span

_AROUND = 5  # characters of the draft on either side of a change
_CHANGES = 8  # changes of one fix that are shown
_QUOTE = 44  # columns of the line quoted in the list of findings


class Quote(msgspec.Struct, frozen=True):
    """The place of a finding with a little of its line around it."""

    before: str
    place: str
    after: str


class EditView(msgspec.Struct, frozen=True):
    """An edit of a fix with what stands around it."""

    before: str
    deleted: str
    inserted: str
    after: str


class ChangeView(msgspec.Struct, frozen=True):
    """A change of a draft by the line that it begins in."""

    line: int
    edit: EditView


class FixView(msgspec.Struct, frozen=True):
    """A fix; ``more`` counts the changes that are not shown."""

    safe: bool
    changes: tuple[EditView, ...]
    more: int


class PlaceView(msgspec.Struct, frozen=True):
    """Another place that explains a finding."""

    line: int
    column: int
    message: str


class FindingView(msgspec.Struct, frozen=True, omit_defaults=True):
    """A finding; ``rule`` is the key of what is said of the rule once for all drafts."""

    rule: str
    severity: Severity
    message: str
    line: int
    column: int
    source: str
    quote: Quote
    fix: FixView | None = None
    related: tuple[PlaceView, ...] = ()


def entries(findings: Sequence[Finding], source: Source) -> Iterator[FindingView]:
    """The findings of a draft as the page lists them."""
    for finding in findings:
        line, column = source.position(finding.span.start)
        shown = excerpt(source.line(line), column - 1, column - 1 + finding.span.end - finding.span.start, _QUOTE)
        yield FindingView(
            rule=finding.rule,
            severity=finding.severity,
            message=finding.message,
            line=line,
            column=column,
            source=finding.source,
            quote=Quote(*shown),
            fix=_mending(finding.fix.safe, finding.fix.edits, source) if finding.fix else None,
            related=tuple(PlaceView(*source.position(place.span.start), place.message) for place in finding.related),
        )


def change_views(changes: Iterable[tuple[Span, str]], source: Source) -> Iterator[ChangeView]:
    """Changes of a draft, each a span and the text that takes its place, with what stands around them."""
    for span, text in changes:
        yield ChangeView(source.position(span.start).line, _change(Edit(span, text), source))


def _mending(safe: bool, edits: Sequence[Edit], source: Source) -> FixView:
    shown = tuple(_change(edit, source) for edit in edits[:_CHANGES])
    return FixView(safe, shown, max(0, len(edits) - _CHANGES))


def _change(edit: Edit, source: Source) -> EditView:
    """An edit with what stands around it on its own line."""
    text, (start, end) = source.text, edit.span
    before = _lines(text, Span(max(0, start - _AROUND), start))[-1]
    after = _lines(text, Span(end, end + _AROUND))[0]
    return EditView(before, text[start:end], edit.text, after)


def _lines(text: str, span: Span) -> list[str]:
    return text[span.start : span.end].replace("\r", "\n").split("\n")
