"""A fixed .docx held against the one that it was made of: nothing but the text of runs may differ."""

from io import BytesIO
from itertools import zip_longest
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import ZipFile

from lint.formats.docx.names import T

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_Event = tuple[str, Element | tuple[str, str]]


def is_same_but_text(before: bytes, after: bytes) -> bool:
    """Whether two archives have the same members in the same order, the same but for the text of w:t elements."""
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        if old.namelist() != new.namelist():
            return False
        pairs = zip(old.infolist(), new.infolist(), strict=True)
        return all(_is_same_member(old.read(one), new.read(other)) for one, other in pairs)


def _is_same_member(old: bytes, new: bytes) -> bool:
    if old == new:
        return True
    try:  # entities were refused before the draft was read
        pairs = zip_longest(*(iterparse(BytesIO(one), ("start-ns", "end")) for one in (old, new)))
        return all(_is_same_event(*pair) for pair in pairs)
    except ParseError:
        return False


def _is_same_event(old: _Event | None, new: _Event | None) -> bool:
    """Whether both declare the same namespace, or end elements that differ in the text of w:t at the most."""
    if old is None or new is None:
        return False
    (_, one), (_, other) = old, new
    if not isinstance(one, Element) or not isinstance(other, Element):
        return one == other
    same = _signs(one) == _signs(other)
    del one[:], other[:]  # compared, and never looked at again
    return same


def _signs(element: Element) -> tuple[object, ...]:
    """What must not differ: of a w:t all but its text, and whether blanks at its ends count."""
    is_text = element.tag == T
    attributes = {name: value for name, value in element.attrib.items() if not (is_text and name == _SPACE)}
    texts = [None if is_text else element.text, *(child.tail for child in element)]
    return element.tag, attributes, [(text or "").strip() for text in texts]  # indents are nothing in a .docx
