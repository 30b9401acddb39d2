"""Parts that each stand in brackets behind their name: 满分100分，由甲（40分）、乙（35分）、丙（25分）构成."""

from collections.abc import Iterator
from itertools import pairwise

from lint.analysis.counts.quantities.quantity import Quantity, Share, quantities_in
from lint.analysis.counts.totals.stated import Statement, totals_before
from lint.text.patterns.lazy import lazy

_PART = lazy(
    r"(?P<name>[^，。；、：！？（）()\n0-9]{1,20})[（(](?:分值|满分|权重|占|计|共|为)?[:：]?(?P<figure>[0-9][^（）()\n]{0,9})[）)]"
)
_GOES_ON = "等"
_LINKS = frozenset({"", "、", "，", ",", "；", ";"})
_MADE_UP = lazy("[构组]成|部分|满分|总分|分为|分布")
_SOME = lazy("其中|主要(?:有|是|为|包括|在)|较[大多高]的|最|例如|比如|重点(?:有|是|为)")
_WHOLE = lazy("(?:满分|总分|合计|共计|总计|总共)[^，。；0-9]{0,4}$")
_BEYOND = lazy("加分|附加|扣分|减分|倒扣|奖励|奖惩|另加|激励")
_NEAR = 6  # characters before a total that call it one


def bracketed(text: str, start: int, end: int) -> Iterator[Statement]:
    """The total of a sentence whose one list of parts, told to make it up, stands in brackets."""
    if not _MADE_UP.search(text, start, end) or _BEYOND.search(text, start, end):
        return
    found = list(_PART.finditer(text, start, end))
    shares = [
        Share(part["name"], figure, "、")
        for part in found
        if (figure := next(quantities_in(text, part.start("figure"), part.end("figure")), None))
        and figure.start == part.start("figure")
    ]
    joined = all(text[one.end() : other.start()] in _LINKS for one, other in pairwise(found))
    if len(shares) < 3 or len(shares) < len(found) or not joined or text.startswith(_GOES_ON, found[-1].end()):
        return
    if any(not one.quantity.counts_as(shares[0].quantity) for one in shares) or _SOME.search(
        text, start, found[0].end()
    ):
        return
    total, others = _total(text, start, end, found[0].start(), found[-1].end(), shares[0].quantity)
    if total:
        yield Statement(total, (shares,), is_whole=True, is_exhaustive=True, others=others)


def _total(
    text: str, start: int, end: int, first: int, last: int, part: Quantity
) -> tuple[Quantity | None, tuple[Quantity, ...]]:
    """The only quantity of the parts' unit around them, or the one that is called the whole, and all of these."""
    around = (*totals_before(text, start, first, part), *totals_before(text, last, end, part))
    whole = [one for one in around if _WHOLE.search(text, max(start, one.start - _NEAR), one.start)] or around
    return (whole[0] if len(whole) == 1 else None), around
