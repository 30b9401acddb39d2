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
    return [name for name, _ in named_places(line)]


def named_places(line: str) -> list[tuple[str, Span]]:
    """The recipients that a line names, each with its place, which spans brackets inside it."""
    kept = [*range(len(line))]
    for aside in reversed([*_BRACKETS.finditer(line)]):
        del kept[aside.start() : aside.end()]
    plain = "".join(line[place] for place in kept)
    end = len(plain.rstrip("：: \n\u3000"))
    joints = [*_JOINT.finditer(plain, 0, end)]
    starts = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), end]
    found: list[tuple[str, Span]] = []
    for start, stop in zip(starts, ends, strict=True):
        name = plain[start:stop].strip()
        if name:
            first = plain.index(name, start)
            found.append((name, Span(kept[first], kept[first + len(name) - 1] + 1)))
    return found


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
