"""Whether labels that carry a number count up: 问题一、问题二、问题四; 第一阶段、第三阶段."""

import re
from collections.abc import Container, Iterator, Sequence
from string import ascii_uppercase
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.families import LABEL
from lint.document.tree import Document, Item, Part, Series
from lint.text.numerals import render_han, value_of
from lint.text.patterns.fragments import SMALL
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_NAMES = ("问题", "任务", "案例", "事项", "建议", "措施")
_STEPS = ("阶段", "步")
_FIRST = (*(one + colon for one in "一1" for colon in "：:"), *(f"第{one}{step}" for step in _STEPS for one in "一1"))
_MARKS = "：:、.． \u3000"
_NUMBER = rf"(?:{SMALL}|\d{{1,2}})"
_LABEL = lazy(
    rf"(?:{'|'.join(_NAMES)})(?P<number>{_NUMBER})[：:]"
    rf"|第(?P<ordinal>{_NUMBER})(?P<step>{'|'.join(_STEPS)})(?=[：:，,（(\s])"
)
_SHOWN = 8  # labels of a list that are all told
_BEFORE = "\n。；：:;* \u3000（("


class LabelledOrder(Check, frozen=True):
    """Labels at the head of a sentence that leave out or repeat a number; a run begins anew with every first one."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first wrong label of each run."""
        labelled = [series for series in document.series if series.family.name.startswith(LABEL)]
        heads = {item.marker.span.start for series in labelled for item in series.items}
        lists = _lists([series for series in labelled if not series.quoted])
        hits = [hit for items in lists for hit in _broken_list(document, items)]
        counted = any(first in document.typed for first in _FIRST)
        for part in document.parts if counted else ():
            for run in _runs(document, part, heads):
                hits += _broken(run)
        yield from sorted(hits, key=lambda hit: hit.span)


def _runs(document: Document, part: Part, heads: Container[int]) -> Iterator[list[re.Match[str]]]:
    """The runs of equal labels in a part, each from its first number on."""
    text = document.typed
    by_name: dict[str, list[re.Match[str]]] = {}
    starts = {item.marker.span.end for item in document.heads}
    for match in _LABEL.finditer(text, part.span.start, part.span.end):
        at_head = match.start() == part.span.start or match.start() in starts or text[match.start() - 1] in _BEFORE
        if not at_head or match.start() in heads or document.is_quoted(match.start()):
            continue
        name = match["step"] or match[0][:2]
        if _value(match) == 1:
            yield by_name.pop(name, [])
        by_name.setdefault(name, []).append(match)
    yield from by_name.values()


def _lists(labelled: Sequence[Series]) -> Iterator[list[Item]]:
    """The labels of a part that count on, under however many headings: each first number begins a list anew."""
    by_family: dict[tuple[int, str], list[Item]] = {}
    for series in labelled:
        key = series.part, series.family.name
        if series.items[0].marker.value == 1:
            yield by_family.pop(key, [])
        by_family.setdefault(key, []).extend(series.items)
    yield from by_family.values()


def _broken_list(document: Document, items: Sequence[Item]) -> Iterator[Hit]:
    """The first wrong one of labels that head lines of their own: 课题1, 课题2, 课题4."""
    values = [item.marker.value or 0 for item in items]
    wrong = [place for place, value in enumerate(values, 1) if value != place]
    if not wrong or values[0] != 1 or max(values) > 2 * len(values):
        return
    shown = range(0 if len(items) <= _SHOWN else max(0, wrong[0] - 2), min(len(items), wrong[-1] + 1))
    found = "、".join(document.slice(items[index].marker.span).rstrip(_MARKS) for index in shown)
    expected = "、".join(_renumbered(document, items[index], index + 1) for index in shown)
    first, *others = (items[place - 1].marker.span for place in wrong)
    told = {"found": found, "expected": expected}
    yield Hit(first, told, tuple(Place(other, told) for other in others))


def _renumbered(document: Document, item: Item, value: int) -> str:
    """A label with another number, written as it writes its own."""
    marker = item.marker
    numeral = document.slice(marker.numeral)
    last = numeral.rpartition(".")[2]
    written = str(value) if last.isdecimal() else render_han(value)
    number = chr(ord("A") + value - 1) if last in ascii_uppercase else written
    before = document.typed[marker.span.start : marker.numeral.end - len(last)]
    return before + number + document.typed[marker.numeral.end : marker.span.end].rstrip(_MARKS)


def _broken(run: Sequence[re.Match[str]]) -> Iterator[Hit]:
    if len(run) < 2 or _value(run[0]) != 1:
        return
    wrong = [place for place, match in enumerate(run, 1) if _value(match) != place]
    if wrong and max(map(_value, run)) <= 2 * len(run):
        first, *others = (run[place - 1] for place in wrong)
        values = {
            "found": "、".join(_label(match, _number(match)) for match in run),
            "expected": "、".join(_label(match, _like(match, place)) for place, match in enumerate(run, 1)),
        }
        yield Hit(_span(first), values, tuple(Place(_span(match), values) for match in others))


def _number(match: re.Match[str]) -> str:
    return match["number"] or match["ordinal"]


def _value(match: re.Match[str]) -> int:
    return value_of(_number(match))


def _like(match: re.Match[str], value: int) -> str:
    """A number written as that of a label is."""
    return str(value) if _number(match).isdecimal() else render_han(value)


def _label(match: re.Match[str], number: str) -> str:
    return f"第{number}{match['step']}" if match["step"] else f"{match[0][:2]}{number}"


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end() if match["step"] else match.end("number"))
