"""The outline beside the draft: parts, series and sections, each with its findings and the number it should have."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from lint.checks.shared.runs import listing, numeral
from lint.document.tree import Document, Item, Part
from lint.formats.blocks import MASK
from lint.reporters.html.wanted import Wanted
from lint.rulebook.finding import Finding
from lint.text.source import Span

_LEADING = ("title", "recipients", "preamble")
_CLOSING = ("closing", "signature", "date")
_SHORT = 30


class OutlineEntry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A section or an item of a series; ``expected`` is the marker that it should have, where that differs.

    ``anchor`` is its index in the draft; ``findings`` are those in its own text, not in its children's, and
    ``by`` those that ask for the other marker.
    """

    anchor: int
    marker: str
    heading: str
    findings: tuple[int, ...] = ()
    expected: str = ""
    by: tuple[int, ...] = ()
    groups: tuple["Group", ...] = ()


class Group(msgspec.Struct, frozen=True, omit_defaults=True):
    """A series; ``found`` and ``expected`` are its numbers where some are wrong."""

    items: tuple[OutlineEntry, ...]
    inline: bool = False
    found: str = ""
    expected: str = ""


class Slot(msgspec.Struct, frozen=True, omit_defaults=True):
    """A piece of a part that is no item, at the paragraph where it begins."""

    name: str
    text: str
    paragraph: int
    findings: tuple[int, ...] = ()


class Branch(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of the draft; ``findings`` are those that stand nowhere else."""

    kind: str
    before: tuple[Slot, ...]
    groups: tuple[Group, ...]
    after: tuple[Slot, ...]
    paragraph: int = 0
    findings: tuple[int, ...] = ()


def tree(document: Document, findings: Sequence[Finding]) -> tuple[Branch, ...]:
    """The outline of a draft with its findings."""
    return _BranchBuilder(document, findings).branches()


class _BranchBuilder:
    """A draft on its way to an outline."""

    def __init__(self, document: Document, findings: Sequence[Finding]) -> None:
        self._document = document
        self._indices = {id(item): index for index, item in enumerate(document.items)}
        self._series = {
            item.marker.span.start: index for index, series in enumerate(document.series) for item in series.items
        }
        self._starts = [block.start for block in document.reading.blocks]
        self._wanted = Wanted(document, findings)
        self._own: dict[int, list[int]] = {}
        self._loose: dict[tuple[int, str], list[int]] = {}
        self._place(findings)

    def branches(self) -> tuple[Branch, ...]:
        """The parts."""
        return tuple(
            Branch(
                kind=part.kind,
                before=tuple(self._slots(number, part, _LEADING)),
                groups=self._groups(part.items),
                after=tuple(self._slots(number, part, _CLOSING)),
                paragraph=self._paragraph(part.span.start),
                findings=tuple(self._loose.get((number, ""), ())),
            )
            for number, part in enumerate(self._document.parts)
        )

    def _place(self, findings: Sequence[Finding]) -> None:
        """Give each finding to the slot, the item or the part that it stands in."""
        to_source = self._document.reading.to_source
        parts = [to_source(part.span).start for part in self._document.parts]
        slots = sorted(
            (to_source(span), number, name)
            for number, part in enumerate(self._document.parts)
            for name in (*_LEADING, *_CLOSING)
            if (span := getattr(part, name)) is not None
        )
        slot_starts = [span.start for span, _, _ in slots]
        holders = _Holders([to_source(item.span) for item in self._document.items])
        for index, finding in enumerate(findings):
            start = finding.span.start
            near = bisect_right(slot_starts, start) - 1
            item = holders.of(start)
            if near >= 0 and start < slots[near][0].end:
                self._loose.setdefault(slots[near][1:], []).append(index)
            elif item is not None:
                self._own.setdefault(item, []).append(index)
            else:
                self._loose.setdefault((max(0, bisect_right(parts, start) - 1), ""), []).append(index)

    def _groups(self, items: Sequence[Item]) -> tuple[Group, ...]:
        grouped = groupby(items, key=lambda item: self._series.get(item.marker.span.start, -1))
        return tuple(self._group(index, tuple(members)) for index, members in grouped)

    def _group(self, series: int, items: tuple[Item, ...]) -> Group:
        nodes = tuple(self._node(item, series) for item in items)
        inline = all(item.inline or item.marker.family.inline for item in items)
        numerals = [numeral(self._document, item) for item in items]
        wrong = [place for place, node in enumerate(nodes) if node.expected and numerals[place] not in node.expected]
        if not wrong or len(nodes) == 1:
            return Group(nodes, inline)
        return Group(
            nodes,
            inline,
            listing([_bare(node.marker) for node in nodes], wrong[0]),
            listing([_bare(node.expected or node.marker) for node in nodes], wrong[0]),
        )

    def _node(self, item: Item, series: int) -> OutlineEntry:
        index = self._indices[id(item)]
        other = self._wanted.of(item, series)
        listed = item.marker.family.render(item.marker.value) if item.marker.listed and item.marker.value else ""
        return OutlineEntry(
            anchor=index,
            marker=self._document.slice(item.marker.span) or listed,
            heading=_short(self._document.slice(item.heading)),
            findings=tuple(self._own.get(index, ())),
            expected=other.marker if other else "",
            by=other.findings if other else (),
            groups=self._groups(item.children),
        )

    def _slots(self, number: int, part: Part, names: Sequence[str]) -> Iterator[Slot]:
        for name in names:
            span: Span | None = getattr(part, name)
            if span is not None:
                text = _short(self._document.slice(span))
                yield Slot(name, text, self._paragraph(span.start), tuple(self._loose.get((number, name), ())))

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)


class _Holders:
    """Finds the innermost of nested spans, given in text order, that holds an offset."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._outer: list[int] = []
        for index, span in enumerate(spans):
            outer = index - 1
            while outer >= 0 and spans[outer].end <= span.start:
                outer = self._outer[outer]
            self._outer.append(outer)

    def of(self, offset: int) -> int | None:
        """The index of the span."""
        index = bisect_right(self._starts, offset) - 1
        while index >= 0 and self._spans[index].end < offset:
            index = self._outer[index]
        return index if index >= 0 else None


def _bare(marker: str) -> str:
    """A marker without the mark after it, as a list of markers shows it."""
    return marker.rstrip("、.．，")


def _short(text: str) -> str:
    flat = " ".join(text.replace(MASK, "…").split())
    return flat if len(flat) <= _SHORT else f"{flat[: _SHORT - 1]}…"
