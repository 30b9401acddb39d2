"""Whether a text names what it issues or answers as its title does: no 管理暂行办法 below 印发管理办法的通知."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.paragraphs import opening
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.lazy import lazy
from lint.text.likeness import common_ends
from lint.text.source import Span

_ISSUED = lazy(r"(?:印发|转发|批转|下发|颁发|公布|发布)(?P<name>[^《》]{6,}?)的?(?:紧急)?通知\s*$", re.DOTALL)
_MARKED = lazy(r"[《〈](?P<name>[^《》〈〉]{4,}?)[》〉]", re.DOTALL)
_BLANK = lazy(r"\s+|^关于")
_BRACKETS = lazy(r"[（(][^（）()]*[）)]$")
_LONGEST_SLIP = 6  # characters in which two forms of one name differ
_ALIKE = 7  # characters that they have in common at least
_ORGAN = 16  # characters of the office before a name
_STEM = 4
_HEAD = 2
_BEFORE_KIND = ("暂行", "试行", "实施", "管理", "工作", "专项", "行动")
_PLACES = "省市县区州盟旗乡镇村部厅局委办"
_KIND = 3  # characters of 办法, 方案, 若干规定


class CitedName(Check, frozen=True):
    """Names in the opening, or at the head of the text that follows, a few characters off the name in the title."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """The marks of a name."""
        return ("》",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such name, related to that of the title."""
        part = document.whole.main
        own = _own_name(document, part)
        if own is None:
            return
        name = _plain(document.slice(own))
        found = [*_named(document, part)]
        if any(_plain(document.slice(span)).endswith(name) for span in found):
            return
        for span in found:
            other = document.slice(span)
            if _is_slip(name, _plain(other)):
                yield Hit(span, {"found": other, "expected": document.slice(own).replace("\n", "")}, (Place(own),))
                return


def _own_name(document: Document, part: Part) -> Span | None:
    """The only name in a title: in its marks, or between 印发 and 的通知."""
    if part.title is None or part.kind != "main":
        return None
    marked = [*_MARKED.finditer(document.text, *part.title)]
    issued = _ISSUED.search(document.text, *part.title)
    found = marked[0] if len(marked) == 1 else issued if not marked else None
    return Span(*found.span("name")) if found else None


def _named(document: Document, part: Part) -> Iterator[Span]:
    """The names that the opening holds, those in other names among them."""
    for paragraph in opening(document, part):
        for match in _MARKED.finditer(document.text, *paragraph):
            yield Span(*match.span("name"))


def _plain(name: str) -> str:
    """A name without line breaks, a leading 关于 and a closing bracket."""
    return _BRACKETS.sub("", _BLANK.sub("", name))


def _is_slip(name: str, other: str) -> bool:
    """Whether two names are one with a word replaced, or with 暂行 and the like put in before the last word."""
    start = other.find(name[:_STEM], 0, _ORGAN)
    back = name.find(other[:_STEM], 0, _ORGAN)
    name, other = name[max(back, 0) :], other[max(start, 0) :]
    head, tail = common_ends(name, other)
    first, second = name[head : len(name) - tail], other[head : len(other) - tail]
    if head < _HEAD or head + tail < _ALIKE or max(len(first), len(second)) > _LONGEST_SLIP:
        return False
    if first and second:
        return not (first + second).isdecimal() and not (first[-1] in _PLACES and second[-1] in _PLACES)
    return (first + second) in _BEFORE_KIND and 0 < tail <= _KIND
