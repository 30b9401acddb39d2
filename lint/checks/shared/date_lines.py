"""The short lines at either end of a text that may bear its date, and those that stand below it."""

from lint.document.imprint import NOTE, is_imprint
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

DATE = lazy(
    r"(?:\d{2,4}|[〇○零一二三四五六七八九Xx×]{2,4})[\s\u3000]*(?:年[^\n。；，]{0,8}月[^\n。；，]{0,8}日?|[.．/\-—]\d{1,2}[.．/\-—]\d{1,2})"
)
"""A date in any form, with a day or without."""
_BLANK_DATE = lazy(r"年[\s\u3000＿_]*月[\s\u3000＿_]*日")
_BYLINE = 40  # characters of a line that may hold a date beside a signature


def is_below(line: str) -> bool:
    """Whether a line stands below the date: copies, the printer, a note."""
    return is_imprint(line) or bool(NOTE.match(line))


def has_date(document: Document, line: Span) -> bool:
    """Whether a line is short and holds a date, or blanks for one."""
    text = document.slice(line)
    return len(text) <= _BYLINE and bool(DATE.search(text) or _BLANK_DATE.search(text))
