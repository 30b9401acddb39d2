"""The finished nesting as frozen items and series, with the extent of every heading and body."""

from bisect import bisect_right
from collections.abc import Sequence

from lint.document.families import ARTICLE, HEADING
from lint.document.parser.labels import is_bare
from lint.document.parser.nesting import Nesting
from lint.document.parser.runs import Node, Run
from lint.document.tree import Item, Series
from lint.formats.blocks import Reading
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_STOP = lazy("[。！？；](?![”’』」）)]*$)")
_COLON = lazy("[：:]")
_PAUSES = "、"  # no heading ends in one
_END_MARKS = "。，；：、！？,;:"


def freeze(
    reading: Reading, part: int, nesting: Nesting, quotes: Sequence[Nesting], end: int
) -> tuple[tuple[Item, ...], list[Series]]:
    """Freeze the nesting of a part, hanging each quotation's items on the item that it stands in."""
    quoted = _hang_quotes(nesting, quotes)
    freezer = _Freezer(reading, quoted)
    items = freezer.children(nesting.root, end)
    runs = [*nesting.runs, *(run for quote in quotes for run in quote.runs)]
    series = [freezer.series(run, part) for run in runs if run.family is not HEADING]
    for run in runs:
        run.release()
    return items, series


def _hang_quotes(nesting: Nesting, quotes: Sequence[Nesting]) -> set[int]:
    """Put the items of quotations into the tree; the ids of their nodes say which they are."""
    if not quotes:
        return set()
    order = [node for run in nesting.runs for node in run.nodes]
    order.sort(key=lambda node: node.candidate.marker.span)
    starts = [node.candidate.marker.span.start for node in order]
    quoted: set[int] = set()
    hosts: dict[int, Node] = {}
    for quote in quotes:
        place = bisect_right(starts, quote.candidates[0].marker.span.start) - 1
        host = order[place] if place >= 0 else nesting.root
        host.children += quote.root.children
        hosts[id(host)] = host
        quoted.update(id(node) for run in quote.runs for node in run.nodes)
    for host in hosts.values():
        host.children.sort(key=lambda node: node.candidate.marker.span)
    return quoted


class _Freezer:
    """Makes items once each, so that the tree and the series share them."""

    def __init__(self, reading: Reading, quoted: set[int]) -> None:
        self._reading = reading
        self._quoted = quoted
        self._items: dict[int, Item] = {}

    def children(self, node: Node, end: int, depth: int = 1) -> tuple[Item, ...]:
        """The items below a node, each ending where the next begins."""
        if not node.children:
            return ()
        ends = [child.candidate.marker.span.start for child in node.children[1:]] + [end]
        return tuple(self._item(child, stop, depth) for child, stop in zip(node.children, ends, strict=True))

    def series(self, run: Run, part: int) -> Series:
        """A run as a series of the items already made."""
        items = tuple(self._items[id(node)] for node in run.nodes)
        parent = self._items.get(id(run.parent))
        return Series(run.family, items, parent, part, run.base, run.restarts, id(run.nodes[0]) in self._quoted)

    def _item(self, node: Node, end: int, depth: int) -> Item:
        text = self._reading.text
        marker = node.candidate.marker
        block = self._reading.blocks[node.candidate.block]
        while end > marker.span.end and text[end - 1] in "\n \u3000":
            end -= 1
        children: tuple[Item, ...] = ()
        first = end
        if node.children:
            children = self.children(node, end, depth + 1)
            first = node.children[0].candidate.marker.span.start
        heading, run_in = _heading(text, marker.span.end, min(block.end, first, end))
        law = marker.head and marker.family.rank < ARTICLE.rank
        if law and text[block.end - 1] in _PAUSES and heading.end + 1 == block.end < end:
            heading = Span(heading.start, self._second_line(node.candidate.block + 1, min(first, end), heading.end))
        item = Item(
            marker,
            Span(marker.span.start, max(end, marker.span.end)),
            heading,
            Span(heading.end, max(heading.end, first)),
            node.candidate.block,
            run_in,
            not marker.head,
            id(node) in self._quoted,
            depth,
            children,
        )
        self._items[id(node)] = item
        return item

    def _second_line(self, index: int, end: int, first: int) -> int:
        """Where a chapter's heading ends that breaks at a pause: with a bare line below it, or where its first does."""
        block = self._reading.blocks[index]
        return block.end if block.end <= end and not block.gap and is_bare(self._reading.text, block) else first


def _heading(text: str, start: int, end: int) -> tuple[Span, bool]:
    """The heading after a marker, and whether its body follows in the same paragraph."""
    while start < end and text[start] in " \u3000":
        start += 1
    line = text[start:end]
    stop = _STOP.search(line)
    if stop is None:
        bare = line.rstrip(_END_MARKS + " \u3000")
        colon = _COLON.search(bare)
        if colon and line[-1:] in "。；" and len(line) > 25:
            return Span(start, start + colon.start()), True
        return Span(start, start + len(bare)), False
    colon = _COLON.search(line, 0, stop.start())
    return Span(start, start + (colon or stop).start()), True
