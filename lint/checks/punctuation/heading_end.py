"""How headings end: without a full stop, comma or semicolon, and alike among siblings."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from lint.checks.base import Hit
from lint.checks.selection import Selection
from lint.document.tree import Document, Item
from lint.text.edit import Edit
from lint.text.source import Span

_WRONG = "。，；、,;"
_NO_PAUSE = "；;"  # such a mark ends no sentence, and what goes on in the next line has none
_LEADS_IN = "：:—"  # what follows such an ending belongs to the sentence: it is no heading
_LONGEST = 60  # characters of a heading


class HeadingEnd(Selection, frozen=True, kw_only=True):
    """Bare headings (the paragraph is nothing else) and titles that end in a mark they should not have.

    ``title`` reports titles; their spans leave the mark out. ``stray`` reports headings that end so while
    most of their bare siblings do not; ``mixed`` the first such heading of runs where neither way prevails,
    or the plain ones are fewer.
    """

    report: Literal["title", "stray", "mixed"]

    of_headings: ClassVar[bool] = True
    values: ClassVar[frozenset[str]] = frozenset({"found", "heading"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such mark, for ``mixed`` at the first of a run."""
        if self.report == "title":
            yield from _titles(document)
            return
        for series in self.selected(document):
            bare = [item for item in series.items if _is_bare(document, item)]
            marked = [item for item in bare if _last(document, item) in _WRONG]
            strays = 0 < 2 * len(marked) < len(bare)
            if strays and self.report == "stray":
                yield from (_hit(document, item) for item in marked)
            elif marked and len(marked) < len(bare) and not strays and self.report == "mixed":
                yield _hit(document, marked[0])


def _titles(document: Document) -> Iterator[Hit]:
    for part in document.parts:
        if part.title and document.text[part.title.end : part.title.end + 1] in tuple(_WRONG):
            place = Span(part.title.end, part.title.end + 1)
            values = {"found": document.slice(place), "heading": document.slice(part.title)}
            yield _mended(place, values)


def _is_bare(document: Document, item: Item) -> bool:
    """Whether an item is a heading alone in its paragraph with text or items below it."""
    return (
        not (item.run_in or item.inline or item.quoted)
        and item.heading.end - item.heading.start <= _LONGEST
        and item.heading.end <= _end(document, item) <= item.heading.end + 1
        and _end(document, item) < item.span.end
        and _last(document, item) not in _LEADS_IN
    )


def _end(document: Document, item: Item) -> int:
    return document.reading.blocks[item.block].end


def _last(document: Document, item: Item) -> str:
    return document.text[_end(document, item) - 1]


def _hit(document: Document, item: Item) -> Hit:
    place = Span(_end(document, item) - 1, _end(document, item))
    values = {"found": document.slice(place), "heading": document.slice(item.heading)}
    return _mended(place, values)


def _mended(place: Span, values: dict[str, str]) -> Hit:
    """A hit at a mark that is cut: of a sentence, or of a title over two lines, it may be the right one."""
    return Hit(place, values, edits=(Edit(place, ""),), certain=values["found"] in _NO_PAUSE)
