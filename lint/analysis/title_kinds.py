"""The end of a title, where its kind of document (文种) stands."""

from lint.document.kinds import KINDS
from lint.text.lazy import lazy

_TAIL = lazy(r"[\s\u3000]*(?:[（(〔【][^（）()〔〕【】]*[）)〕】][\s\u3000]*)*$")
"""What stands in brackets behind the kind: （试行）."""


def kind_end(title: str) -> int:
    """The offset in a title at which the word for its kind ends."""
    return len(_TAIL.sub("", title))


def names_kind(title: str) -> bool:
    """Whether a title ends in a kind of document, which brackets may follow."""
    return title[: kind_end(title)].rstrip("。；，、,;.：:").endswith(KINDS)
