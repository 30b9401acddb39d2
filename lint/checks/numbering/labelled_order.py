"""Whether labels that carry a number count up: 问题一、问题二、问题四; 第一阶段、第三阶段."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document, Part
from lint.text.lazy import lazy
from lint.text.numerals import render_han, value_of
from lint.text.source import Span

_NAMES = ("问题", "任务", "案例", "事项", "建议", "措施")
_STEPS = ("阶段", "步")
_FIRST = (*(one + colon for one in "一1" for colon in "：:"), *(f"第{one}{step}" for step in _STEPS for one in "一1"))
_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_LABEL = lazy(
    rf"(?:{'|'.join(_NAMES)})(?P<number>{_NUMBER})[：:]"
    rf"|第(?P<ordinal>{_NUMBER})(?P<step>{'|'.join(_STEPS)})(?=[：:，,（(\s])"
)
_BEFORE = "\n。；：:;* \u3000（("


class LabelledOrder(Check, frozen=True):
    """Labels at the head of a sentence that leave out or repeat a number; a run begins anew with every first one."""

    values: ClassVar[frozenset[str]] = frozenset({"found", "expected"})

    def signs(self) -> tuple[str, ...]:
        """The first labels of runs."""
        return _FIRST

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at the first wrong label of each run."""
        for part in document.parts:
            for run in _runs(document, part):
                yield from _broken(run)


def _runs(document: Document, part: Part) -> Iterator[list[re.Match[str]]]:
    """The runs of equal labels in a part, each from its first number on."""
    text = document.text
    by_name: dict[str, list[re.Match[str]]] = {}
    for match in _LABEL.finditer(text, part.span.start, part.span.end):
        at_head = match.start() == part.span.start or text[match.start() - 1] in _BEFORE
        if not at_head or document.is_quoted(match.start()):
            continue
        name = match["step"] or match[0][:2]
        if _value(match) == 1:
            yield by_name.pop(name, [])
        by_name.setdefault(name, []).append(match)
    yield from by_name.values()


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
