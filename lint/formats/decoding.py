"""Bytes become a source, whatever the format of the draft."""

from lint.formats.docx.archive.foreign import foreign, is_word
from lint.formats.docx.errors import WordError
from lint.text.source import Source
from lint.text.source import decode as decode_text


def decode(data: bytes, path: str = "<string>") -> Source:
    """Decode a draft: Word by its first bytes or suffix, else text.

    Raises DecodeError for what is no readable text, WordError for what is no readable .docx.
    """
    reason = foreign(data, path)
    if reason:
        raise WordError(reason)
    if is_word(data, path):
        from lint.formats.docx.draft import word_source  # noqa: PLC0415 - python-docx is an extra, and slow to load

        return word_source(data, path)
    return decode_text(data, path)
