"""Parts told by their figures alone: 46条，归入四个方面的分别为12条、11条、9条、13条."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from lint.analysis.counts.quantities.quantity import Quantity, Share, quantities_in, scaled
from lint.analysis.counts.totals.stated import Statement, totals_before
from lint.text.patterns.lazy import lazy

_FIGURE = "[0-9]+(?:\\.[0-9]+)?(?:万亿|[百千万亿])?[^\\W\\d_a-zA-Z]{0,3}?"
_LIST = lazy(rf"分别[^，。；、：0-9\n]{{0,6}}(?P<list>{_FIGURE}(?:[、和]{_FIGURE}){{2,11}})(?=[，。；）)\n]|\Z)")
_NUMBER = lazy("(?<![0-9.])[0-9]+(?:\\.[0-9]+)?")
_NO_PARTS = lazy("同比|增长|增加|减少|下降|提高|达到|累计|每|各[^，]{0,4}$|比|较|占|率|均|排|第|得分|最高|最低|完成率")
_FAR = 10  # per cent of a total that a slip comes to
_CLAUSES = 40  # characters from a total to the list


def bare_parts(text: str, start: int, end: int) -> Iterator[Statement]:
    """The totals of a sentence with three parts or more that 分别 tells, near enough to be meant as all of it.

    None where a part is as much as the total, as the last of several years is.
    """
    for found in _LIST.finditer(text, start, end) if text.find("分别", start, end) >= 0 else ():
        figures = _figures(text, found)
        if len(figures) < 3 or any(not one.counts_as(figures[-1]) for one in figures):
            continue
        totals = totals_before(text, start, found.start(), figures[-1])
        together = sum(one.value for one in figures)
        near = [one for one in totals if 100 * abs(one.value - together) <= _FAR * one.value]
        if not near or max(figures, key=lambda one: one.value).value >= min(one.value for one in totals):
            continue
        total = near[-1]
        if found.start() - total.end <= _CLAUSES and not _NO_PARTS.search(text, total.end, found.start("list")):
            shares = [Share("", one, "、") for one in figures]
            yield Statement(total, (shares,), is_whole=True, is_exhaustive=True, others=tuple(totals))


def _figures(text: str, found: re.Match[str]) -> list[Quantity]:
    """The figures of a list; bare ones count in the unit of the last."""
    figures: list[Quantity] = []
    for one in reversed([*_NUMBER.finditer(text, found.start("list"), found.end("list"))]):
        told = next(quantities_in(text, one.start(), found.end("list")), None)
        if told and told.start == one.start():
            figures.append(told)
        elif figures and text[one.end()] in "、和":
            value = scaled(one[0], figures[0].scale)
            figures.append(replace(figures[0], start=one.start(), end=one.end(), value=value, written=one[0]))
    return figures[::-1]
