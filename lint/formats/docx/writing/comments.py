"""The comments of a Word draft, to which new ones are added; those that are there stay, whatever their ids are."""

import re
from collections.abc import Iterator
from itertools import chain, count
from typing import Any

from lint.formats.docx.archive.package import (
    Element,
    content_of,
    member_of,
    names_of,
    related,
    related_part,
    serialized,
)
from lint.formats.docx.errors import WordError
from lint.formats.docx.names import ID, w

AUTHOR = "wengao-lint"
_INITIALS = "文"
_ID_HOLDERS = tuple(map(w, ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")))
_NUMBER = re.compile(r"\s*[-+]?[0-9]{1,20}\s*")
_LARGEST = (1 << 31) - 1
"""Ids are signed numbers of 32 bits for Word."""

_TYPES = "[Content_Types].xml"
_IN_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_NO_RELATIONSHIPS = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()


class Comments:
    """The part of a draft's comments, a new one where there is none; raises WordError for one that holds none."""

    def __init__(self, data: bytes, document: Any) -> None:
        self._data = data
        self._main: Any = document.part
        known = related_part(document, "comments")
        self._is_new = known is None
        self._part: Any = _new_part(data, document) if known is None else known
        root = self._part.element if known is None else related(document, "comments")
        if root is None or root.tag != w("comments"):
            raise WordError("damaged", f"{self._part.partname}: no comments")
        self._root: Element = root
        self._free = _free_ids({*_ids(root), *_ids(document.element)})

    def add(self, text: str) -> str:
        """Add a comment of paragraphs parted by newlines; its id."""
        from docx.comments import Comments as Made  # noqa: PLC0415 - the document has loaded it
        from docx.oxml import OxmlElement  # noqa: PLC0415 - the same

        name = next(self._free)
        alone: Any = OxmlElement("w:comments")  # among the others python-docx would read all their ids as numbers
        Made(alone, self._part).add_comment(text=text, author=AUTHOR, initials=_INITIALS)
        comment = alone[0]
        comment.set(ID, name)
        self._root.append(comment)
        return name

    def changed(self) -> dict[str, bytes]:
        """The members of the archive that hold the comments and lead to them, as they are now."""
        changed = {member_of(self._part): serialized(self._root)}
        if self._is_new:
            relationships = self._main.partname.rels_uri.membername
            changed[relationships] = self._with_relationship(relationships)
            changed[_TYPES] = self._with_type()
        return changed

    def _with_relationship(self, member: str) -> bytes:
        """The relationships of the document with one to the new part."""
        from docx.oxml import parse_xml  # noqa: PLC0415 - the same

        known = content_of(self._data, member) if member in names_of(self._data) else _NO_RELATIONSHIPS
        root: Element = parse_xml(known)
        used = {one.get("Id") for one in root}
        name = next(free for free in (f"rId{number}" for number in count(1)) if free not in used)
        target = self._part.partname.relative_ref(self._main.partname.baseURI)
        attributes = {"Id": name, "Type": _KIND, "Target": target}
        root.append(root.makeelement(f"{{{_RELATIONSHIPS}}}Relationship", attributes))
        return serialized(root)

    def _with_type(self) -> bytes:
        """The list of content types with that of the new part."""
        from docx.oxml import parse_xml  # noqa: PLC0415 - the same

        types: Element = parse_xml(content_of(self._data, _TYPES))
        name = str(self._part.partname)
        for known in types.findall(_IN_TYPES):
            if known.get("PartName", "").lower() == name.lower():
                types.remove(known)
        types.append(types.makeelement(_IN_TYPES, {"PartName": name, "ContentType": self._part.content_type}))
        return serialized(types)


def _new_part(data: bytes, document: Any) -> Any:
    """A part for comments under a name that no member has, whatever its case."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - the same
    from docx.parts.comments import CommentsPart  # noqa: PLC0415 - the same

    taken = {name.lower() for name in names_of(data)}
    names = (f"word/comments{number or ''}.xml" for number in chain([0], count(2)))
    part = CommentsPart.default(document.part.package)
    part.partname = PackURI("/" + next(name for name in names if name not in taken))
    return part


def _ids(root: Element) -> Iterator[str]:
    for element in root.iter(*_ID_HOLDERS):
        yield element.get(ID, "")


def _free_ids(used: set[str]) -> Iterator[str]:
    """Ids that no comment has: numbers above all others, from 0 on where these reach the largest."""
    numbers = {int(name) for name in used if _NUMBER.fullmatch(name)}
    last = max([-1, *(number for number in numbers if number <= _LARGEST)])
    return (str(number) for number in chain(range(last + 1, _LARGEST + 1), count()) if number not in numbers)
