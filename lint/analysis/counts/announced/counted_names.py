"""Names that a sentence counts, and the items that take them up: 聚焦元器件、终端、软件三个领域, ——元器件…."""

from collections.abc import Iterator, Sequence

import msgspec

from lint.document.tree import Document, Item
from lint.text.numerals import value_of
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NAME = r"[^、，。；：（）()\n\d“”《》]{2,14}?"
_RANK = r"[^、，。；：（）()\n“”《》和及与]{2,10}(?:[（(][^（）()\n]{1,12}[）)])?"
_COUNTED = lazy(
    rf"(?P<names>{_NAME}(?:、{_NAME}){{1,8}}(?:(?:和|及|以及|与){_NAME})?)等?(?P<number>[三四五六七八九]|[3-9])"
    f"(?P<measure>[个大项类条点]|方面)(?P<noun>{LETTER}{{0,8}})"
)
_RANKED = lazy(
    rf"分(?:为|成)(?P<number>[三四五六七八九]|[3-9])(?P<measure>个?(?:等级|级别|层级|级|档|类))[：:，,]?(?:即|分别[为是])?"
    rf"(?P<names>{_RANK}(?:、{_RANK}){{1,8}}(?:(?:和|及|以及|与){_RANK})?)(?=[。；])"
)
"""The number of ranks before their names: 分为四级：Ⅰ级、Ⅱ级、Ⅲ级、Ⅳ级。"""
_BETWEEN = lazy("、|以及|和|及|与")
_HEAD_END = lazy("[，。：；（(]")
_BRACKETS = lazy("[（(][^（）()]*[）)]")
_INNER = lazy("(?<=[（(])[^（）()]+(?=[）)])")
_LEAST = 2  # characters of a name


class CountedNames(msgspec.Struct, frozen=True):
    """Names as many as their number says, ``ranks`` behind it; ``place`` is that of the number with its measure."""

    names: tuple[str, ...]
    place: Span
    noun: str
    ranks: Span | None = None


def counted_names(document: Document, start: int, end: int) -> Iterator[CountedNames]:
    """The names of a stretch of text that are as many as its number says."""
    for found in _COUNTED.finditer(document.text, start, end):
        for names in (_BETWEEN.split(found["names"]), found["names"].split("、")):
            if len(names) == value_of(found["number"]):
                place = Span(found.start("number"), found.end("measure"))
                yield CountedNames(tuple(names), place, found["noun"])
                break
    for found in _RANKED.finditer(document.text, start, end):
        names = _BETWEEN.split(found["names"])
        if len(names) == value_of(found["number"]):
            place = Span(found.start("number"), found.end("measure"))
            for one in (names, [_BRACKETS.sub("", name) for name in names], _INNER.findall(found["names"])):
                if len(one) == len(names):
                    yield CountedNames(tuple(one), place, "", Span(*found.span("names")))


def not_taken_up(document: Document, items: Sequence[Item], names: Sequence[str]) -> tuple[list[str], list[Item]]:
    """The names that no item begins with or holds, and the items that hold no name; an item may take up several."""
    heads = [_head(document, item) for item in items]
    takes = [[index for index, name in enumerate(names) if _takes(head, name, first=not index)] for head in heads]
    taken = {index for indices in takes for index in indices}
    absent = [name for index, name in enumerate(names) if index not in taken]
    return absent, [item for item, indices in zip(items, takes, strict=True) if not indices]


def _head(document: Document, item: Item) -> str:
    text = document.slice(Span(item.marker.span.end, min(item.span.end, item.marker.span.end + 40))).strip()
    return _HEAD_END.split(text, maxsplit=1)[0]


def _takes(head: str, name: str, *, first: bool) -> bool:
    """Whether a head holds a name; before the first name there may be words that lead in (聚焦电子元器件)."""
    if first:
        return any(name[start:] in head for start in range(len(name) - _LEAST + 1))
    return name in head
