"""Formats that office programs write and that are not read: told by their first bytes, else by their suffix."""

import os

from lint.formats.docx.errors import Reason

WORD = ".docx"
ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage"
_OFD = b"OFD.xml"
_SUFFIXES: dict[str, Reason] = {".doc": "doc", ".wps": "wps", ".pdf": "pdf", ".ofd": "ofd", ".rtf": "rtf"}


def foreign(data: bytes, path: str) -> Reason | None:
    """What keeps a file from being read, when it is of a format that is not; None for text and for zip archives."""
    suffix = os.path.splitext(path)[1].lower()
    if data.startswith(_OLE):
        return "encrypted" if _ENCRYPTED.encode("utf-16-le") in data else "wps" if suffix == ".wps" else "doc"
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(ZIP):
        return "ofd" if suffix == ".ofd" or _OFD in data[:4096] else None
    if suffix == WORD:
        return "not_word" if data else "damaged"
    return _SUFFIXES.get(suffix)


def is_word(data: bytes, path: str) -> bool:
    """Whether a file is to be read as a .docx: every zip archive is, whatever its name."""
    return data.startswith(ZIP) or os.path.splitext(path)[1].lower() == WORD
