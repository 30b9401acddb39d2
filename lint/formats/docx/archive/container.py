"""The zip archive of a .docx, looked at before anything reads its text: bounded, whole, each part once, no entities."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lint.formats.docx.archive.xml_markup import begins_as_xml, declares_document_type
from lint.formats.docx.errors import WordError

MOST_MEMBERS = 10_000
MOST_BYTES = 512 << 20
MOST_XML = 64 << 20
"""Bytes of all XML members together: a thousand pages are some twenty million."""

_CONTENT_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "_rels/.rels"
_PICTURES_AND_PAGES = (".svg", ".htm", ".html", ".xhtml")
"""Members that may declare a document type: no text is read from them."""

_STRICT = b"purl.oclc.org/ooxml"
_HEAD = 4096
_ENCRYPTED = 1
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
"""What zipfile raises for an archive that is torn, lies about its sizes or is packed in an unknown way."""


def require_sound(data: bytes) -> None:
    """Raise WordError for what no Word draft is: torn, huge, encrypted, with a part twice or entities of its own."""
    with opened(data) as archive:
        _require_sound(archive)


@contextmanager
def opened(data: bytes) -> Iterator[ZipFile]:
    """The archive of a .docx; what is wrong with it becomes a WordError."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            yield archive
    except _DAMAGED as error:
        if isinstance(error, WordError):
            raise
        raise WordError("damaged", str(error)) from error


def _require_sound(archive: ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or _size(members) > MOST_BYTES:
        raise WordError("too_large")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise WordError("encrypted")
    names = {member.filename for member in members}
    if _CONTENT_TYPES not in names or _RELATIONSHIPS not in names:
        raise WordError("not_word")
    if len({_equivalent(name) for name in names}) < len(members):
        raise WordError("doubled")
    xml = [member for member in members if _is_xml(archive, member)]
    if _size(xml) > MOST_XML:
        raise WordError("too_large")
    for member in xml:
        content = archive.read(member)
        if not member.filename.lower().endswith(_PICTURES_AND_PAGES) and declares_document_type(content):
            raise WordError("entities", member.filename)
        if member.filename == _RELATIONSHIPS and _STRICT in content:
            raise WordError("strict")


def _equivalent(name: str) -> bytes:
    """What two names of one part have in common: case of ASCII letters tells no parts apart (ECMA-376-2)."""
    return name.encode("utf-8", "surrogatepass").lower()


def _is_xml(archive: ZipFile, member: ZipInfo) -> bool:
    """Whether a member is to be looked at as XML, whatever its name says."""
    with archive.open(member) as content:
        return begins_as_xml(content.read(_HEAD))


def _size(members: list[ZipInfo]) -> int:
    return sum(member.file_size for member in members)
