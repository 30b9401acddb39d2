"""Whether a text names what it issues or answers as its title does: no 管理暂行办法 below 印发管理办法的通知."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import ClassVar

from lint.analysis.paragraphs import opening
from lint.checks.base import Check, Hit, Place
from lint.document.kinds import KINDS
from lint.document.tree import Document, Part
from lint.text.comparison.likeness import common_ends
from lint.text.patterns.lazy import lazy
from lint.text.patterns.words import any_of
from lint.text.source import Span

_MARKED = lazy(r"[《〈](?P<name>[^《》〈〉]{4,}?)[》〉]", re.DOTALL)
_SEVERAL = lazy("等[0-9一二三四五六七八九十两几多]{0,2}[项个件部份]")
_BLANK = lazy(r"\s+|^关于")
_BRACKETS = lazy(r"[（(][^（）()]*[）)]$")
_LONGEST_SLIP = 6  # characters in which two forms of one name differ
_ALIKE = 7  # characters that they have in common at least
_ORGAN = 16  # characters of the office before a name
_STEM = 4
_HEAD = 2
_PLACES = "省市县区州盟旗乡镇村部厅局委办"
_KIND = 3  # characters of 办法, 方案, 若干规定


@lru_cache(maxsize=8)
def _issued(issuing: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{any_of(issuing)}(?P<name>[^《》]{{6,}}?)的?(?:紧急)?通知\s*$", re.DOTALL)


class CitedName(Check, frozen=True):
    """Names in the opening, or at the head of the text that follows, a few characters off the name in the title.

    ``issuing`` are the words for putting out another text; ``before_kind`` are those that may be put in before the kind
    of a document (暂行 in 管理暂行办法) or left out there.
    """

    issuing: tuple[str, ...]
    before_kind: tuple[str, ...]

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """The marks of a name."""
        return ("》",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such name, related to that of the title."""
        part = document.whole.main
        own = self._own_name(document, part)
        if own is None:
            return
        name = _plain(document.slice(own))
        found = [*_named(document, part)]
        exact = any(_plain(document.slice(span)).endswith(name) for span in found)
        slips = (span for span in found if not exact and self._is_slip(name, _plain(document.slice(span))))
        heads = (span for span in self._issued_head(document, own) if _is_other(name, _plain(document.slice(span))))
        for span in (*islice(slips, 1), *heads):
            values = {"found": document.slice(span), "expected": document.slice(own)}
            yield Hit(span, {key: value.replace("\n", "") for key, value in values.items()}, (Place(own),))

    def _own_name(self, document: Document, part: Part) -> Span | None:
        """The only name in a title: in its marks, or between 印发 and 的通知."""
        if part.title is None or part.kind != "main":
            return None
        marked = [*_MARKED.finditer(document.text, *part.title)]
        issued = _issued(self.issuing).search(document.text, *part.title)
        found = marked[0] if len(marked) == 1 else issued if not marked else None
        return Span(*found.span("name")) if found and not _SEVERAL.search(found["name"]) else None

    def _issued_head(self, document: Document, own: Span) -> Iterator[Span]:
        """The title of the text behind the notice that issues it, where the title names one text only."""
        parts = document.whole.parts
        follows = len(parts) > 1 and parts[1].kind == "text" and not parts[0].annex_list
        title, notice = (parts[1].title if follows else None), parts[0].title
        if (
            title is not None
            and notice is not None
            and any(word in document.text[notice.start : own.start] for word in self.issuing)
        ):
            yield title

    def _is_slip(self, name: str, other: str) -> bool:
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
        return (first + second) in self.before_kind and 0 < tail <= _KIND


def _named(document: Document, part: Part) -> Iterator[Span]:
    """The names that the opening holds, those in other names among them."""
    for paragraph in opening(document, part):
        for match in _MARKED.finditer(document.text, *paragraph):
            yield Span(*match.span("name"))


def _plain(name: str) -> str:
    """A name without line breaks, a leading 关于 and a closing bracket."""
    return _BRACKETS.sub("", _BLANK.sub("", name))


def _is_other(name: str, title: str) -> bool:
    """Whether a title is that of another text, though it begins alike and names a kind."""
    start = title.find(name[:_STEM], 0, _ORGAN)
    title = title[max(start, 0) :]
    if name.endswith(title) or title.endswith(name) or sorted(name) == sorted(title):
        return False
    return common_ends(name, title)[0] >= _ALIKE and name.endswith(KINDS) and title.endswith(KINDS)
