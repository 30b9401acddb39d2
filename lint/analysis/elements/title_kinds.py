"""The end of a title, where its kind of document (文种) stands."""

from lint.document.form_titles import TAIL
from lint.document.kinds import KINDS
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_TAIL = lazy(TAIL)


def kind_end(title: str) -> int:
    """The offset in a title at which the word for its kind ends."""
    return len(_TAIL.sub("", title))


def kind_place(document: Document, title: Span) -> Span:
    """The word for its kind at the end of a title, or all of a title that has none."""
    text = document.slice(title)
    end = kind_end(text)
    kinds = [kind for kind in KINDS if text.endswith(kind, 0, end)]
    return Span(title.start + end - len(max(kinds, key=len)), title.start + end) if kinds else title


def names_kind(title: str) -> bool:
    """Whether a title ends in a kind of document, which brackets may follow."""
    return title[: kind_end(title)].rstrip("。；，、,;.：:").endswith(KINDS)
