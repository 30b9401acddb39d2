"""The zip archive of a .docx, looked at before anything parses it: bounded, whole, without entities."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lint.formats.docx.errors import WordError

MOST_MEMBERS = 10_000
MOST_BYTES = 512 << 20
MOST_XML = 64 << 20
"""Bytes of all XML members together: a thousand pages are some twenty million."""

_CONTENT_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "_rels/.rels"
_XML = (".xml", ".rels")
_STRICT = b"purl.oclc.org/ooxml"
_DECLARATIONS = ("<!DOCTYPE", "<!ENTITY")
_FORBIDDEN = tuple(sign.encode(code) for sign in _DECLARATIONS for code in ("ascii", "utf-16-le", "utf-16-be"))


def require_sound(data: bytes) -> None:
    """Raise WordError for what no Word draft is: torn, huge or encrypted, or with entities of its own."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            _require_sound(archive)
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        if isinstance(error, WordError):
            raise
        raise WordError("damaged", str(error)) from error


def _require_sound(archive: ZipFile) -> None:
    members = archive.infolist()
    xml = [member for member in members if member.filename.lower().endswith(_XML)]
    if len(members) > MOST_MEMBERS or _size(members) > MOST_BYTES or _size(xml) > MOST_XML:
        raise WordError("too_large")
    if any(member.flag_bits & 1 for member in members):
        raise WordError("encrypted")
    names = {member.filename for member in members}
    if _CONTENT_TYPES not in names or _RELATIONSHIPS not in names:
        raise WordError("not_word")
    for member in xml:
        content = archive.read(member)
        if any(sign in content for sign in _FORBIDDEN):
            raise WordError("entities", member.filename)
        if member.filename == _RELATIONSHIPS and _STRICT in content:
            raise WordError("strict")


def _size(members: list[ZipInfo]) -> int:
    return sum(member.file_size for member in members)
