"""What stands in a Word file after it was written: comments with the text that they are around, runs, members."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx

from tests.docx.making import W


def name(tag: str) -> str:
    return f"{{{W}}}{tag}"


def comments(data: bytes) -> list[tuple[str, str, str]]:
    """Author, marked text and comment of every comment, in the order of the comments."""
    document = docx.Document(BytesIO(data))
    marked = marks(document.element)
    return [(one.author, marked[str(one.comment_id)], one.text) for one in document.comments]


def marks(root: Any) -> dict[str, str]:
    """The text that stands in the range of each comment; every range must end and be referred to."""
    open_ranges: dict[str, str] = {}
    found: dict[str, str] = {}
    referred: list[str] = []
    for element in root.iter():
        number = element.get(name("id"))
        if element.tag == name("commentRangeStart"):
            open_ranges[number] = ""
        elif element.tag == name("commentRangeEnd"):
            found[number] = open_ranges.pop(number)
        elif element.tag == name("commentReference"):
            referred.append(number)
        elif element.tag in (name("t"), name("tab"), name("footnoteReference"), name("txbxContent")):
            text = {name("t"): element.text or "", name("tab"): "\t"}.get(element.tag, "*")
            open_ranges = {key: before + text for key, before in open_ranges.items()}
    assert not open_ranges
    assert sorted(referred) == sorted(found)
    return found


def letters(data: bytes) -> list[tuple[str, str]]:
    """Every letter of the document with the properties of its run."""
    return list(_letters(docx.Document(BytesIO(data)).element))


def _letters(root: Any) -> Iterator[tuple[str, str]]:
    from lxml.etree import tostring  # type: ignore[import-untyped]  # noqa: PLC0415 - lxml has no types

    for element in root.iter(name("t"), name("delText"), name("instrText"), name("tab")):
        properties = element.getparent().find(name("rPr"))
        shown = "" if properties is None else tostring(properties).decode()
        yield from ((letter, shown) for letter in ("\t" if element.tag == name("tab") else element.text or ""))


def unlike(before: bytes, after: bytes) -> set[str]:
    """The members that differ between two archives."""
    with ZipFile(BytesIO(before)) as one, ZipFile(BytesIO(after)) as other:
        names = {*one.namelist(), *other.namelist()}
        return {
            name
            for name in names
            if name not in one.namelist() or name not in other.namelist() or one.read(name) != other.read(name)
        }
