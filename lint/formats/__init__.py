"""Readers: a source becomes a reading, one file per format."""

import os

from lint.formats.blocks import Reading
from lint.formats.docx.source import WordSource
from lint.formats.plain.reader import read_text
from lint.text.source import Source

MARKDOWN = frozenset({".md", ".markdown"})


def read(source: Source) -> Reading:
    """The reading of a draft, of a Word draft as such, of others by the suffix: Markdown, else plain text."""
    if isinstance(source, WordSource):
        from lint.formats.docx.reader import read_word  # noqa: PLC0415 - few runs read Word

        return read_word(source)
    if is_markdown(source):
        from lint.formats.markdown.reader import read_markdown  # noqa: PLC0415 - a parser that plain text does not need

        return read_markdown(source)
    return read_text(source)


def is_markdown(source: Source) -> bool:
    """Whether a draft is read as Markdown."""
    return os.path.splitext(source.path)[1].lower() in MARKDOWN and not isinstance(source, WordSource)
