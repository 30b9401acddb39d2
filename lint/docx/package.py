"""A .docx as python-docx opens it, and the same archive with a few members changed."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lint.docx.container import require_sound
from lint.docx.errors import WordError

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
        return docx.Document(BytesIO(data))
    except ValueError as error:  # the main part is of another type: a sheet, a presentation, a template, macros
        raise WordError("not_word") from error
    except Exception as error:  # what python-docx and lxml raise for a damaged file is not told anywhere
        raise WordError("damaged", f"{type(error).__name__}: {' '.join(str(error).split())}") from error


def related(document: Any, kind: str) -> Element | None:
    """The root of the part that the document names as its footnotes, numbering …; None without one."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - the document has loaded it

    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.rsplit("/", 1)[-1] == kind:
            part = relation.target_part
            try:
                return part.element if hasattr(part, "element") else parse_xml(part.blob)
            except SyntaxError as error:
                raise WordError("damaged", f"{part.partname}: {error}") from error
    return None


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The archive with new bytes for some members, new members at its end, and all others as they were."""
    out = BytesIO()
    left = dict(changed)
    with ZipFile(BytesIO(data)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for member in before.infolist():
            content = left.pop(member.filename, None)
            after.writestr(member, before.read(member) if content is None else content)
        for name, content in left.items():
            after.writestr(name, content)
    return out.getvalue()
