"""The recipients (主送机关) of a text, name by name, and the lines in which they may stand."""

from lint.analysis.paragraphs import paragraphs, subtitle_lines
from lint.document.document_number import is_number
from lint.document.parser.parts.edge_lines import DATE
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_BRACKETS = lazy(r"[（(][^（）()]*[）)]")
_JOINT = lazy("[、，,；。]|(?<=[政府委局厅])(?:和|并|及)")
_MASKED = "\0"
"""Stands for each character of what is in brackets."""
_ASIDE = lazy(r"^(?:[（(【〔].*[）)】〕]|—.*)$")


def names_of(line: str) -> list[str]:
    """The recipients that a line names, without what stands in brackets."""
    return [name for name, _ in named_places(line)]


def named_places(line: str) -> list[tuple[str, Span]]:
    """The recipients that a line names, without what stands in brackets, each with its place in the line.

    The place (code points from the start of the line) includes the brackets within a name: 各县（区）人民政府.
    """
    masked = _BRACKETS.sub(lambda match: _MASKED * len(match[0]), line)
    starts = [0, *(match.end() for match in _JOINT.finditer(masked))]
    ends = [*(match.start() for match in _JOINT.finditer(masked)), len(masked)]
    places = (_trimmed(masked, start, end) for start, end in zip(starts, ends, strict=True))
    return [(masked[start:end].replace(_MASKED, "").strip(), Span(start, end)) for start, end in places if start < end]


def _trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without blanks, colons and brackets at its edges."""
    while start < end and (text[start].isspace() or text[start] == _MASKED):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in f"：:{_MASKED}"):
        end -= 1
    return Span(start, end)


def lines_below_title(document: Document, part: Part) -> list[Span]:
    """The lines between title and text that are no date, number or subtitle and bear no date below them.

    The first paragraph of the text is the last of them.
    """
    below: list[Span] = []
    for line in subtitle_lines(document, part):
        text = document.slice(line)
        if DATE.match(text.strip("（）()")):
            below.clear()  # who stands above a date has signed
        elif not (_ASIDE.match(text) or is_number(text)):
            below.append(line)
    return [*below, *paragraphs(document, part)[:1]]
