"""The XML of a .docx kept from declaring anything: a document type brings entities, and those bring or hide text.

The parser is the one that python-docx reads with, so that both see the same in every encoding.
"""

from typing import Any

from lint.formats.docx.errors import WordError

_BLANK = b"\0\t\n\r \xef\xbb\xbf\xfe\xff"
"""What may stand before the first sign: blanks, byte order marks, and the NULs of wider encodings."""

_EBCDIC = b"\x4c\x6f\xa7\x94"


class _DocumentTypeError(Exception):
    """A document type was declared."""


class _Watch:
    """Stops a parser at the declaration of a document type, and builds nothing."""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """The declaration; before it nothing can have been declared."""
        raise _DocumentTypeError

    def close(self) -> None:
        """The end of the document."""


def begins_as_xml(head: bytes) -> bool:
    """Whether the first bytes of a file can be those of XML, in any encoding."""
    first = head.lstrip(_BLANK)
    return not first or first.startswith((b"<", _EBCDIC))


def declares_document_type(content: bytes) -> bool:
    """Whether a parser comes upon the declaration of a document type before anything that is no XML.

    Raises WordError where lxml is missing.
    """
    etree = _etree()
    parser = etree.XMLParser(target=_Watch(), resolve_entities=False, no_network=True, load_dtd=False)
    try:
        etree.fromstring(content, parser)
    except _DocumentTypeError:
        return True
    except etree.XMLSyntaxError:  # whoever needs the part will say so
        return False
    return False


def require_no_document_type(root: Any, name: str) -> None:
    """Raise WordError for the root element of a part that declares a document type."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise WordError("entities", name)


def _etree() -> Any:
    try:
        from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra, and lxml has no types
    except ImportError as error:
        raise WordError("extra", error.name or "") from error
    return etree
