"""A fixed draft as bytes: what the fixes leave alone is as it was."""

from lint.formats.decoding import decode
from lint.formats.docx.archive.foreign import WORD
from lint.formats.docx.source import WordSource
from lint.text.source import Source


class FixError(ValueError):
    """A draft that cannot be written back as it was but for the fixes."""


def written_back(before: Source, after: Source, data: bytes) -> bytes:
    """The bytes of a fixed draft; the very bytes of the draft when nothing is to be fixed. Raises FixError."""
    if after.text == before.text:
        return data
    if isinstance(after, WordSource):
        return _with_changes(after, data)
    if before.encode(before.text) != data:
        raise FixError(before.encoding)
    try:
        fixed = before.encode(after.text)
    except UnicodeEncodeError as error:
        raise FixError(before.encoding) from error
    if decode(fixed, before.path).text != after.text:
        raise FixError(before.encoding)
    return fixed


def _with_changes(source: WordSource, data: bytes) -> bytes:
    """The bytes of a Word draft after the changes that led to a source."""
    from lint.formats.docx.writing.fixing import ChangeError, with_changes  # noqa: PLC0415 - few runs fix Word
    from lint.formats.docx.writing.sameness import is_same_but_text  # noqa: PLC0415 - the same

    try:
        fixed = with_changes(data, source.rounds)
    except ChangeError as error:
        raise FixError(WORD) from error
    if decode(fixed, source.path).text != source.text or not is_same_but_text(data, fixed):
        raise FixError(WORD)
    return fixed
