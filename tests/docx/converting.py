"""Drafts in plain text made into Word drafts: the markers as typed, or numbered by Word where they are well formed."""

from lint.document.families import CHAPTER, DIGIT, DIGIT_PAREN, HAN, HAN_PAREN
from lint.document.parser import parse
from lint.document.tree import Document, Series
from lint.formats import read
from lint.formats.blocks import PROSE
from lint.formats.docx.draft import word_source
from lint.text.source import Source, Span
from tests.docx.making import level, lists, paragraph, run, table, word

_NOTHING = '<w:suff w:val="nothing"/>'
_LISTS = {
    HAN.name: ("chineseCountingThousand", "%1、"),
    HAN_PAREN.name: ("chineseCountingThousand", "（%1）"),
    DIGIT.name: ("decimal", "%1."),
    DIGIT_PAREN.name: ("decimal", "（%1）"),
}
_HEADINGS = {CHAPTER.name: 0, HAN.name: 0, HAN_PAREN.name: 1}


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


def styled(source: Source) -> bytes:
    """A Word draft with its title centred in large type and its headings by outline level."""
    document = parse(read(source))
    place = document.reading.to_source
    levels = {
        source.position(place(item.marker.span).start).line: _HEADINGS[item.marker.family.name]
        for item in document.items
        if item.marker.family.name in _HEADINGS and item.marker.head and not item.run_in
    }
    title = place(document.main.title) if document.main.title else Span(0, 0)
    titles = range(source.position(title.start).line, source.position(title.end).line + 1) if any(title) else ()
    body: list[str] = []
    for number, line in enumerate(source.text.splitlines(), 1):
        if number in titles:
            body.append(paragraph(run(line, '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>'))
        else:
            level_of = f'<w:outlineLvl w:val="{levels[number]}"/>' if number in levels else ""
            body.append(paragraph(line, level_of))
    return word("".join(body))


def structured(source: Source) -> bytes:
    """A Word draft of a Markdown draft: headings by outline level, ordered lists numbered by Word, tables as tables."""
    reading = read(source)
    body: list[str] = []
    levels = [level(0, "bullet", "●")]
    for block in reading.blocks:
        text = reading.text[block.start : block.end]
        if block.kind == "heading":
            body.append(paragraph(text, f'<w:outlineLvl w:val="{block.level - 1}"/>'))
        elif block.kind == "table":
            body.append(table(["甲", "乙"], ["丙", "丁"]))
        elif block.ordinal is not None:
            if block.ordinal == 1:
                levels.append(level(0, "decimal", "%1.", more=_NOTHING))
            number = len(levels) if block.ordinal else 1
            body.append(paragraph(text, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))
        elif block.kind in PROSE:
            body.append(paragraph(text))
    return word("".join(body), numbering=lists(*levels))


def labels_of(data: bytes) -> int:
    """How many paragraphs of a draft Word numbers."""
    return sum(bool(one.label.text) for one in word_source(data, "a.docx").paragraphs)


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
