"""Records: blocks of a draft that tell the same fields, one after the other (问题1：… 整改措施：… 责任单位：…)."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from lint.document.tree import Document, Item, Series
from lint.formats.blocks import Block
from lint.text.chinese import is_chinese
from lint.text.comparison.compare import letters
from lint.text.patterns.fragments import LETTER, SMALL
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_HEAD = lazy(f"(?P<word>{LETTER}{{1,4}}?)(?:[0-9]{{1,3}}|{SMALL})(?=[：:、．.\u3000 ])")
_FIELD = lazy(
    r"(?:^|(?<=\n)|(?<=[。；;\t（(])|(?<=[ \u3000]{2})|(?P<comma>(?<=[，,]))|(?<=[\u4e00-\u9fff0-9）)。；] ))"
    r"[ \u3000]*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．])?(?P<frame>【)?"
    "(?P<label>[\u4e00-\u9fff]{2,8})(?:[0-9一二三四五六七八九十]{1,2})?(?:[（(][^（）()\n]{1,8}[）)])?"
    "(?(frame)】[：:]?|[：:])"
)
_BRACKETED = lazy(r"[（(](?P<word>[^\W\d_a-zA-Z]{2,8})[：:][^（）()\n]*\Z")
_EMPTY = lazy("[ \u3000]*(?:\n|$|[）)])")
_UNFILLED = lazy("[ \u3000_＿]*(?:\n|$|[）)])")
_LEAST = 2  # records of a group
_LONGEST = 120  # characters between the bracket and the last label in it
_SIGNS = "：:】"  # one of which ends every label


class Field(msgspec.Struct, frozen=True):
    """A label of a record with its place; not ``filled`` where nothing stands before the next field or the end.

    Nor where a line of its own has only a blank to be filled in: 责任人：＿＿＿＿.
    """

    label: str
    span: Span
    filled: bool


class Record(msgspec.Struct, frozen=True):
    """A block with its fields, by its head: the numbered heading, or 问题1 with what follows in its paragraph."""

    span: Span
    head: Span
    name: Span
    fields: tuple[Field, ...]

    def field(self, labels: Sequence[str]) -> Field | None:
        """The first field with one of some labels."""
        return next((field for field in self.fields if field.label in labels), None)


def subject_of(document: Document, record: Record) -> str:
    """The letters of what a record is about, without 问题8： before it."""
    name = document.slice(record.name)
    label = _HEAD.match(name)
    return letters(name[label.end() if label else 0 :])


def record_groups(document: Document) -> tuple[tuple[Record, ...], ...]:
    """The records of a document by their form: those under 问题1, 问题2 … of a part, and the items of one level."""
    return document.derive("records", lambda: tuple(_groups(document)))


def _groups(document: Document) -> Iterator[tuple[Record, ...]]:
    if not any(sign in document.text for sign in _SIGNS):
        return
    for spans in (*_labelled(document), *_by_level(document)):
        records = tuple(_record(document, *one) for one in spans)
        if sum(bool(record.fields) for record in records) >= _LEAST:
            yield records


_Piece = tuple[Span, Span, Span]
"""The span of a record, of its head and of its name."""


def _by_level(document: Document) -> Iterator[list[_Piece]]:
    """The items of each level; those of a series without any field are no records, nor are sections of records."""
    levels: dict[tuple[int, str, int], list[Series]] = defaultdict(list)
    for series in document.series:
        first = series.items[0]
        if not (series.quoted or first.inline) and any(_fields(document, item.span) for item in series.items):
            levels[series.part, series.family.name, first.depth].append(series)
    for alike in levels.values():
        own = [series for series in alike if not _tells_of_parent(document, series, alike)]
        items = _of_level(document, [item for series in own for item in series.items])
        yield [(Span(item.span.start, _end(document, item.span.end)), item.head, item.heading) for item in items]


def _of_level(document: Document, items: Sequence[Item]) -> Sequence[Item]:
    """The items that may have fields of their own; none where those of half or more are fields of what they hold.

    Where it is some, an item with others below it has no field of its own to lack.
    """
    holders = sum(_holds_records(document, item) for item in items)
    if 2 * holders >= sum(bool(_fields(document, item.span)) for item in items):
        return ()
    return [item for item in items if not (holders and item.children and not _fields(document, item.span))]


def _tells_of_parent(document: Document, series: Series, alike: Sequence[Series]) -> bool:
    """Whether a paragraph below the last item has the only fields of a series, while others have them in the item's."""
    *others, last = series.items
    return (
        bool(others)
        and not any(_fields(document, item.span) for item in others)
        and not _in_own_paragraph(document, last)
        and any(_in_own_paragraph(document, item) for one in alike for item in one.items)
    )


def _in_own_paragraph(document: Document, item: Item) -> bool:
    """Whether fields stand in the paragraph that an item begins."""
    return bool(_fields(document, Span(item.head.end, document.reading.blocks[item.block].end)))


def _holds_records(document: Document, item: Item) -> bool:
    """Whether an item is a section of records, not one itself: it has no field before several items that have some."""
    if not item.children or _fields(document, Span(item.head.end, item.children[0].span.start)):
        return False
    spans = (Span(child.head.end, child.span.end) for child in item.children)
    return sum(bool(_fields(document, span)) for span in spans) >= _LEAST


def _end(document: Document, end: int) -> int:
    """Where a record ends whose item ends at a place: the fields of the last may have been read as closing lines."""
    heads = document.derive("starts of items", lambda: {item.span.start for item in document.heads})
    while document.text[end : end + 1] == "\n" and end + 1 not in heads:
        match = _FIELD.match(document.text, end + 1)
        if match is None:
            break
        line = document.text.find("\n", match.end())
        end = line if line >= 0 else len(document.text)
    return end


def _labelled(document: Document) -> Iterator[list[_Piece]]:
    """The paragraphs that begin with one word and a number, each with what follows up to the next or a new section."""
    text = document.text
    for part in document.parts:
        heads: dict[str, list[Span]] = defaultdict(list)
        blocks = document.reading.blocks
        first, last = (bisect_left(blocks, place, key=_start_of) for place in part.span)
        for block in blocks[first:last]:
            if block.kind == "paragraph":
                head = _in_chinese(_HEAD.match(text, block.start, block.end))
                if head:
                    heads[head["word"]].append(Span(block.start, block.end))
        for paragraphs in heads.values():
            if len(paragraphs) > 1 and not any(item.head.start == paragraphs[0].start for item in part.walk()):
                borders = _borders(document, part.items, paragraphs)
                yield [(Span(span.start, end), span, span) for span, end in zip(paragraphs, borders, strict=True)]


def _start_of(block: Block) -> int:
    return block.start


def _borders(document: Document, items: Sequence[Item], heads: Sequence[Span]) -> list[int]:
    """Where each record ends: at the next, or at an item like one of those that hold the first."""
    first = heads[0].start
    families: set[str] = set()
    holding: Sequence[Item] = items
    while holding:
        holder = next((item for item in holding if item.span.start < first < item.span.end), None)
        if holder is None:
            break
        families.add(holder.marker.family.name)
        holding = holder.children
    stops = sorted(item.span.start for item in document.heads if item.marker.family.name in families)
    ends: list[int] = []
    for head, later in zip(heads, [*(head.start for head in heads[1:]), len(document.text)], strict=True):
        index = bisect_right(stops, head.start)
        ends.append(min(later, stops[index] if index < len(stops) else later))
    return ends


def _record(document: Document, span: Span, head: Span, name: Span) -> Record:
    return Record(span, head, name, tuple(_fields(document, Span(head.end, span.end), span.start)))


def _fields(document: Document, span: Span, start: int | None = None) -> list[Field]:
    """The fields of a stretch; a label that begins the record itself (问题1：) is none."""
    text = document.text
    if document.last_of(_SIGNS, *span) < 0:
        return []
    found = [
        match
        for match in _FIELD.finditer(text, span.start if start is None else start, span.end)
        if match.start("label") >= span.start and (match["comma"] is None or _in_brackets(text, match.start("label")))
    ]
    fields: list[Field] = []
    for index, match in enumerate(found):
        following = found[index + 1].start() if index + 1 < len(found) else span.end
        begins_line = text[match.start() - 1 : match.start()] in ("", "\n")
        empty = (_UNFILLED if begins_line else _EMPTY).match(text, match.end(), span.end)
        value = text[match.end() : following].strip(" \u3000\n；;。，,）)（(" + "_＿" * begins_line)
        filled = empty is None or bool(value)
        fields.append(Field(match["label"], Span(match.start("label"), match.end()), filled))
    return fields


def _in_brackets(text: str, place: int) -> bool:
    """Whether a place stands in brackets that open with a label: commas part fields only there."""
    line = text.rfind("\n", 0, place) + 1
    return _in_chinese(_BRACKETED.search(text, max(line, place - _LONGEST), place)) is not None


def _in_chinese(match: re.Match[str] | None) -> re.Match[str] | None:
    """A match whose word is written in Chinese characters only."""
    return match if match and all(map(is_chinese, match["word"])) else None
