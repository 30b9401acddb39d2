"""Whether a run in a paragraph goes on in the words that it began with: not 一是…；二是…；第三，…."""

from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.families import AMONG, IS, MUST, NTH
from lint.document.tree import Document, Item, Series
from lint.text.numerals import value_of
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_COUNTING = (IS, MUST, NTH, AMONG)
_N = "[一二三四五六七八九十]"
_NEXT = lazy(
    f"(?<=[。；])[ \u3000]*(?P<sign>第(?P<nth>{_N}+)(?=[，、])|其(?P<among>{_N})(?=[，、是])"
    f"|(?P<is>{_N}+)(?:是|要(?![素务件点义])|(?=、)))"
)


_BEGINNINGS = frozenset("第其一二三四五六七八九十")


class OrdinalSwitch(Check, frozen=True):
    """The next number of a run of two or more, after it in the same paragraph, in another way of counting."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def features(self) -> tuple[tuple[str, ...], ...]:
        """What a run in a paragraph counts in."""
        return (tuple(family.name for family in _COUNTING),)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such number, related to the first item of the run."""
        items = {item.span.start: item for item in document.items if item.inline}
        alone = {one.items[0].span.start for one in document.series if len(one.items) == 1}
        for series in document.series:
            if not _counts(series):
                continue
            for sign, value in _following(document, series.items[-1]):
                taken = items.get(sign.start)
                if value == (series.items[-1].marker.value or 0) + 1 and (taken is None or sign.start in alone):
                    family = series.items[-1].marker.family
                    values = {"found": document.slice(sign), "expected": family.render(value).rstrip("，")}
                    yield Hit(sign, values, (Place(series.items[0].sign),))
                    break


def _counts(series: Series) -> bool:
    """Whether a run counts its two items or more in words of one kind."""
    return (
        len(series.items) > 1
        and not series.quoted
        and series.items[-1].inline
        and series.family in _COUNTING
        and all(item.marker.family is series.family for item in series.items)
    )


def _may_go_on(text: str) -> bool:
    """Whether a clause begins with what may be a number."""
    clauses = (clause.lstrip(" \u3000") for sentence in text.split("。") for clause in sentence.split("；"))
    return any(clause[:1] in _BEGINNINGS for clause in clauses)


def _following(document: Document, last: Item) -> Iterator[tuple[Span, int]]:
    """The numbers at the beginnings of clauses after the last item's marker in its paragraph, with their values."""
    start, end = last.marker.span.end, document.reading.blocks[last.block].end
    for found in _NEXT.finditer(document.text, start, end) if _may_go_on(document.text[start - 1 : end]) else ():
        yield Span(*found.span("sign")), value_of(found["nth"] or found["among"] or found["is"]) or 0
