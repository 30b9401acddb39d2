"""What is done and what is not, which make up a total between them: 应征收2846户，已签约2318户，未签约528户."""

import re
from collections.abc import Iterator

from lint.analysis.counts.quantities.quantity import Quantity, Share, quantities_in
from lint.analysis.counts.totals.stated import Statement, totals_before
from lint.text.patterns.fragments import LETTER
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any

_DONE_AND_NOT = lazy(
    rf"已经?(?P<verb>{LETTER}{{2,4}}?)(?:{LETTER}){{0,6}}?(?P<done>[0-9])[^。！？!?；;\n]{{0,80}}?"
    rf"(?:(?:尚未|还未|仍未|未|待)(?P=verb)的?[有为共]?|(?P<left>剩余|余下|尚余|还剩|尚剩){LETTER}{{0,6}}?)"
    r"(?P<undone>[0-9])"
)
_SO_AND_NOT = lazy(
    rf"(?P<verb>{LETTER}{{2,4}})的?[有为共]?(?P<done>[0-9])[^。！？!?；;\n]{{1,12}}?[、，,和]"
    r"(?P<left>)(?:不|未|非|没有)(?P=verb)的?[有为共]?(?P<undone>[0-9])"
)
_UNDONE = ("未", "待", "剩余", "余下", "尚余", "还剩", "尚剩")
_NOT = tuple(f"{link}{word}" for link in "、，,和" for word in ("不", "未", "非", "没有"))
_FAR = 20  # per cent of a total that its parts may be off by a slip


def remainders(text: str, start: int, end: int) -> Iterator[Statement]:
    """The totals of a sentence that tells how much of them is done and, further on, how much is not.

    What is left is all that is not done only where nothing else is counted in between.
    """
    for found in _halves(text, start, end):
        done, undone = (_quantity(text, found.start(name), end) for name in ("done", "undone"))
        if done is None or undone is None or not done.counts_as(undone):
            continue
        between = quantities_in(text, done.end, found.start("undone"))
        if found["left"] and any(one.counts_as(done) for one in between):
            continue
        totals = totals_before(text, start, found.start(), done)
        together = done.value + undone.value
        near = [one for one in totals if 100 * abs(one.value - together) <= _FAR * one.value]
        if near:
            total = min(near, key=lambda one: abs(one.value - together))
            shares = [
                Share(text[found.start() : done.start], done, "，"),
                Share(text[done.end : undone.start], undone, ""),
            ]
            yield Statement(total, (shares,), is_whole=True, is_exhaustive=True, others=tuple(totals))


def _halves(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What a sentence tells as done and as not done, looked for where it has words for both."""
    told = text[start:end]
    if "已" in told and holds_any(told, _UNDONE):
        yield from _DONE_AND_NOT.finditer(text, start, end)
    if holds_any(told, _NOT):
        yield from _SO_AND_NOT.finditer(text, start, end)


def _quantity(text: str, start: int, end: int) -> Quantity | None:
    """The quantity that begins at a place."""
    found = next(quantities_in(text, start, end), None)
    return found if found and found.start == start else None
