"""Whether the parts that a title or subtitle promises are there: （含典型案例剖析）."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.sectioning.roles import parts_with_genre
from lint.checks.base import Check, Hit
from lint.document.tree import Document, Part
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_INCLUDED = lazy("[（(]\\s*(?:含|包括|附)(?P<parts>[^（）()]{2,60})[）)]")
_JOINED = lazy("和|及|与|、|，|以及|\\+|＋")
_NAMED = lazy("情况|剖析|材料|部分|内容|等$|的$")


class SubtitlePromise(Check, frozen=True):
    """Parts that the brackets of a title or subtitle name and no heading is about.

    A heading is about a part when it holds its name, without words like 情况 or 剖析, or most of its words.
    """

    values: ClassVar[frozenset[str]] = frozenset({"promised"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each promise that is not kept."""
        for part, _ in parts_with_genre(document):
            if len(part.items) > 1:
                yield from _broken_promises(document, part)


def _broken_promises(document: Document, part: Part) -> Iterator[Hit]:
    headings = [document.slice(item.heading) for item in document.items_of(part) if not item.inline]
    for span in (part.title, part.subtitle):
        for match in _INCLUDED.finditer(document.slice(span)) if span else ():
            place = span.start + match.start("parts") if span else 0
            for promised in _JOINED.split(match["parts"]):
                stem = _NAMED.sub("", promised).strip()
                if len(stem) >= 2 and not any(_is_about(heading, stem) for heading in headings):
                    start = place + match["parts"].index(promised)
                    yield Hit(Span(start, start + len(promised)), {"promised": promised})


def _is_about(heading: str, stem: str) -> bool:
    """Whether a heading names a part, in these or in most of these words."""
    if stem in heading or heading in stem:
        return True
    pairs = {stem[place : place + 2] for place in range(len(stem) - 1)}
    return 3 * sum(pair in heading for pair in pairs) >= 2 * len(pairs)
