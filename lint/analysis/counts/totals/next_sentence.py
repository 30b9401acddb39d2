"""Parts of a total in the sentence before: 总投资1860万元。资金筹措方案为：申请补助1200万元，自筹660万元."""

from collections.abc import Iterator

from lint.analysis.counts.quantities.quantity import Quantity, quantities_in, shares_after
from lint.analysis.counts.totals.stated import Statement
from lint.text.patterns.lazy import lazy
from lint.text.patterns.literals import holds_any

_SOURCES = lazy(
    "(?:资金|经费|投资)[^，。；：0-9\n]{0,6}(?:渠道|来源|筹措|筹集|构成|组成|安排|筹措方案|筹资)[^，。；：0-9\n]{0,6}[：:为]"
)
_FUNDS = ("资金", "经费", "投资")
_ORIGINS = ("渠道", "来源", "筹措", "筹集", "构成", "组成", "安排", "筹资")
_TOTAL = lazy("(?:总?投资|概算|估算|预算|资金|经费)[^，。；：0-9\n]{0,8}$")
_STOPS = "。！？"
_FAR = 10  # per cent of a total that a slip comes to
_NEAR = 16  # characters before a total that call it one


def from_sources(text: str, paragraph: int, start: int, end: int) -> Iterator[Statement]:
    """The only total of the sentence before whose sources a sentence goes through, all of them, one by one."""
    told = text[start:end]
    lead = _SOURCES.search(text, start, end) if holds_any(told, _FUNDS) and holds_any(told, _ORIGINS) else None
    if lead is None or next(quantities_in(text, start, lead.start()), None):
        return
    first = lead.end() + int(text[lead.end() : lead.end() + 1] in "：:")
    shares, is_whole = shares_after(text, first, end)
    if len(shares) < 2 or not is_whole:
        return
    totals = [one for one in _before(text, paragraph, start) if one.counts_as(shares[0].quantity)]
    together = sum(one.quantity.value for one in shares)
    if any(one.value == together for one in totals):
        return
    called = [one for one in totals if _TOTAL.search(text, max(paragraph, one.start - _NEAR), one.start)]
    if len(called) == 1 and 100 * abs(called[0].value - together) <= _FAR * called[0].value:
        yield Statement(called[0], (shares,), is_whole=True, is_exhaustive=True, others=tuple(totals))


def _before(text: str, paragraph: int, start: int) -> list[Quantity]:
    stop = max(text.rfind(mark, paragraph, start - 1) for mark in _STOPS) + 1
    return list(quantities_in(text, max(stop, paragraph), start))
