"""Word files made by the tests: raw WordprocessingML in the smallest package that holds it."""

import re
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{_RELATIONS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_PARTS = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "comments": "comments"}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def members(body: str, **parts: str) -> dict[str, str]:
    """The members of a package: ``body`` is the content of w:body, ``parts`` that of numbering, styles …"""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in ({"document": "document.main"} | {name: _PARTS[name] for name in parts}).items()
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(parts, 1)
    )
    found = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    found |= {f"word/{name}.xml": f"<w:{name} {_NAMESPACES}>{content}</w:{name}>" for name, content in parts.items()}
    return {name: _HEAD + content for name, content in found.items()}


def package(contents: Mapping[str, str | bytes]) -> bytes:
    """The bytes of a zip archive."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(body: str, **parts: str) -> bytes:
    """The bytes of a .docx."""
    return package(members(body, **parts))


def run(text: str, properties: str = "") -> str:
    """A run of text; a tab and a line break become elements."""
    pieces = "".join(
        {"\t": "<w:tab/>", "\v": "<w:br/>"}.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in re.split("([\t\v])", text)
        if piece
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{pieces}</w:r>"


def paragraph(content: str = "", properties: str = "") -> str:
    """A paragraph of text, or of runs given as XML."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def listed(text: str, number: int, level: int = 0) -> str:
    """A paragraph of an automatically numbered list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: list[str]) -> str:
    """A table of cells of one paragraph each."""
    cells = [[cell if cell.startswith("<w:tcPr") else paragraph(cell) for cell in row] for row in rows]
    inner = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in cells]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in inner)}</w:tbl>"


def level(index: int, form: str, text: str, *, more: str = "", start: int = 1) -> str:
    """A level of a list: format, text such as 第%1条, and whatever else."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*abstracts: str, overrides: dict[int, tuple[int, str]] | None = None) -> str:
    """The content of numbering.xml: list N has abstract N; ``overrides`` are more lists, by number, of an abstract."""
    found = "".join(f'<w:abstractNum w:abstractNumId="{n}">{one}</w:abstractNum>' for n, one in enumerate(abstracts, 1))
    numbers = {number: (number, "") for number in range(1, len(abstracts) + 1)} | (overrides or {})
    return found + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
        for number, (abstract, override) in numbers.items()
    )


GB = lists(
    level(0, "chineseCountingThousand", "%1、", more='<w:suff w:val="nothing"/>')
    + level(1, "chineseCountingThousand", "（%2）", more='<w:suff w:val="nothing"/>')
    + level(2, "decimal", "%3.", more='<w:suff w:val="nothing"/>')
    + level(3, "decimal", "（%4）", more='<w:suff w:val="nothing"/>')
)
"""The levels of GB/T 9704-2012 as one list: 一、（一）1.（1）"""
