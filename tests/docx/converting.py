"""Drafts in plain text made into Word drafts: the markers as typed, or numbered by Word where they are well formed."""

from lint.docx.draft import word_source
from lint.document import Document, Series
from lint.markers import DIGIT, DIGIT_PAREN, HAN, HAN_PAREN
from lint.parser import parse
from lint.readers import read
from lint.source import Source
from tests.docx.making import level, lists, paragraph, word

_NOTHING = '<w:suff w:val="nothing"/>'
_LISTS = {
    HAN.name: ("chineseCountingThousand", "%1、"),
    HAN_PAREN.name: ("chineseCountingThousand", "（%1）"),
    DIGIT.name: ("decimal", "%1."),
    DIGIT_PAREN.name: ("decimal", "（%1）"),
}


def typed(source: Source) -> bytes:
    """A Word draft with a paragraph for each line."""
    return word("".join(paragraph(line) for line in source.text.splitlines()))


def numbered(source: Source) -> bytes:
    """A Word draft in which Word numbers every series whose markers are written as Word would write them."""
    document = parse(read(source))
    labels: dict[int, tuple[str, int]] = {}
    levels: list[str] = []
    for series in document.series:
        if _is_well_formed(series, document):
            levels.append(level(0, *_LISTS[series.family.name], more=_NOTHING))
            for item in series.items:
                line, column = source.position(document.reading.to_source(item.marker.span).start)
                if not source.line(line)[: column - 1].strip():
                    labels[line] = (series.family.render(item.marker.value or 0), len(levels))
    body = "".join(_numbered(line, labels.get(number)) for number, line in enumerate(source.text.splitlines(), 1))
    return word(body, numbering=lists(*levels))


def labels_of(data: bytes) -> int:
    """How many paragraphs of a draft Word numbers."""
    return sum(bool(one.label) for one in word_source(data, "a.docx").paragraphs)


def _is_well_formed(series: Series, document: Document) -> bool:
    return (
        series.family.name in _LISTS
        and series.base == 0
        and all(
            item.marker.value == place
            and document.slice(item.marker.span) == series.family.render(place)
            and item.marker.family is series.family
            and item.marker.head
            and not item.marker.listed
            and not item.marker.doubt
            and not item.quoted
            for place, item in enumerate(series.items, 1)
        )
    )


def _numbered(line: str, label: tuple[str, int] | None) -> str:
    text = line.strip()
    if label is None or not text.startswith(label[0]):
        return paragraph(line)
    rest = text.removeprefix(label[0])
    indent = '<w:ind w:firstLineChars="200"/>' if line[:1].isspace() else ""
    return paragraph(rest, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{label[1]}"/></w:numPr>{indent}')
