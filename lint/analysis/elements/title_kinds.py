"""The end of a title, where its kind of document (文种) stands."""

from lint.document.form_titles import TAIL
from lint.document.kinds import KINDS
from lint.document.tree import Document
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_TAIL = lazy(TAIL)
_OFFICE_LINE = lazy(
    r"(?!.*(?:关于|《))[^\n]{2,40}(?:[局委办会组府院厅处室队站所社行校厂部团]|中心|公司|支部|班子)\n(?=[^\n]{4})"
)


def kind_end(title: str) -> int:
    """The offset in a title at which the word for its kind ends."""
    return len(_TAIL.sub("", title))


def kind_place(document: Document, title: Span) -> Span:
    """The word for its kind at the end of a title, or all of a title that has none."""
    text = document.slice(title)
    end = kind_end(text)
    kinds = [kind for kind in KINDS if text.endswith(kind, 0, end)]
    return Span(title.start + end - len(max(kinds, key=len)), title.start + end) if kinds else title


def matter_place(document: Document, title: Span) -> Span:
    """A title without the line above that names its office alone."""
    office = _OFFICE_LINE.match(document.text, *title)
    return Span(office.end(), title.end) if office else title


def names_kind(title: str) -> bool:
    """Whether a title ends in a kind of document, which brackets may follow."""
    return title[: kind_end(title)].rstrip("。；，、,;.：:").endswith(KINDS)
