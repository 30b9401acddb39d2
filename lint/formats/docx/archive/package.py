"""A .docx as python-docx opens it, and the same archive with a few members changed."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lint.formats.docx.archive.container import opened, require_sound
from lint.formats.docx.archive.xml_markup import require_no_document_type
from lint.formats.docx.errors import WordError
from lint.formats.docx.names import w

Element = Any
"""An element of lxml, which has no types."""


def open_package(data: bytes) -> Any:
    """The document of python-docx; raises WordError for what is none and where python-docx is missing."""
    require_sound(data)
    try:
        import docx  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        raise WordError("extra", error.name or "") from error
    try:
        document = docx.Document(BytesIO(data))
        _require_plain(document)
    except WordError:
        raise
    except ValueError as error:  # the main part is of another type: a sheet, a presentation, a template, macros
        raise WordError("not_word") from error
    except Exception as error:  # what python-docx and lxml raise for a damaged file is not told anywhere
        raise WordError("damaged", f"{type(error).__name__}: {' '.join(str(error).split())}") from error
    return document


def _require_plain(document: Any) -> None:
    """Raise WordError for a document without a body, and for one of whose parts declares a document type."""
    if document.element.find(w("body")) is None:
        raise WordError("damaged", f"{document.part.partname}: no body")
    for part in document.part.package.iter_parts():
        if hasattr(part, "element"):
            require_no_document_type(part.element, str(part.partname))


def related(document: Any, kind: str) -> Element | None:
    """The root of the part that the document names as its footnotes, numbering …; None without one."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - the document has loaded it

    part = related_part(document, kind)
    if part is None:
        return None
    if hasattr(part, "element"):
        return part.element
    try:
        root = parse_xml(part.blob)
    except SyntaxError as error:
        raise WordError("damaged", f"{part.partname}: {error}") from error
    require_no_document_type(root, str(part.partname))
    return root


def related_part(document: Any, kind: str) -> Any | None:
    """The part that the document names as its footnotes, numbering …; None without one."""
    relations = document.part.rels.values()
    return next(
        (one.target_part for one in relations if not one.is_external and one.reltype.rsplit("/", 1)[-1] == kind), None
    )


def member_of(part: Any) -> str:
    """The name in the archive of a part of python-docx."""
    return str(part.partname).removeprefix("/")


def serialized(root: Element) -> bytes:
    """The bytes of a part with a root element."""
    from docx.opc.oxml import serialize_part_xml  # noqa: PLC0415 - the same

    return bytes(serialize_part_xml(root))


def content_of(data: bytes, name: str) -> bytes:
    """The bytes of a member of the archive."""
    with opened(data) as archive:
        return archive.read(name)


def names_of(data: bytes) -> frozenset[str]:
    """The names of the members of the archive."""
    with opened(data) as archive:
        return frozenset(archive.namelist())


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The archive with new bytes for some members, new members at its end, and all others as they were."""
    out = BytesIO()
    left = dict(changed)
    with opened(data) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for member in before.infolist():
            content = left.pop(member.filename, None)
            after.writestr(member, before.read(member) if content is None else content)
        for name, content in left.items():
            after.writestr(name, content)
        after.comment = before.comment
    return out.getvalue()
