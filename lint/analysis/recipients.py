"""The recipients (主送机关) of a text, name by name, and the lines in which they may stand."""

from lint.analysis.paragraphs import paragraphs, subtitle_lines
from lint.document.document_number import is_number
from lint.document.parser.edges import DATE
from lint.document.tree import Document, Part
from lint.text.lazy import lazy
from lint.text.source import Span

_BRACKETS = lazy(r"[（(][^（）()]*[）)]")
_JOINT = lazy("[、，,；。]|(?<=[政府委局厅])(?:和|并|及)")
_ASIDE = lazy(r"^(?:[（(【〔].*[）)】〕]|—.*)$")


def names_of(line: str) -> list[str]:
    """The recipients that a line names, without what stands in brackets."""
    plain = _BRACKETS.sub("", line).strip().rstrip("：:")
    return [name.strip() for name in _JOINT.split(plain) if name.strip()]


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
