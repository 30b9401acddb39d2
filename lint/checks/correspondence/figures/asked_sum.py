"""Whether a text asks for more than what it says is lacking: 缺口1060万元 … 恳请安排1100万元."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.quantities.quantity import scaled
from lint.checks.base import Check, Hit, Place
from lint.document.tree import Document
from lint.text.patterns.fragments import FIGURE, GROUPED
from lint.text.patterns.lazy import lazy
from lint.text.source import Span

_SUM = rf"(?P<number>{GROUPED}|{FIGURE})(?P<scale>[万亿]?)元(?!左右|以上|以内)"
_WORD = "[^，。；：、！？（）()0-9\n]"
_GAP = lazy(rf"(?:资金|经费|投资)?(?:缺口|尚缺|尚差|仍缺|仍差)(?:资金|经费|总额)?(?:为|达|共|有|合计)?{_SUM}")
_ASKED = lazy(
    rf"(?:申请|请求|恳请|特请|拟请|请予|请[上省市县区]{_WORD}{{1,6}})(?!示){_WORD}{{0,16}}?"
    rf"(?:安排|拨付|补助|解决|支持|追加|下达|给予|资金|经费|补贴){_WORD}{{0,12}}(?<![约近每各]){_SUM}"
)
_ANY = lazy(_SUM)
_OF_MORE = lazy("[一二两三四五六七八九十]期|[今明后][、和]?[明后]?年|[两三四五]年|一并|连同|合计|共计|总计")
_MOST = 20  # per cent of what is lacking by which a sum asked for it may be more


class AskedSum(Check, frozen=True):
    """The only sum that a text asks for, behind the only one that it lacks, which is a little less.

    Nothing is said where the text tells what the two differ by, in a sum or in two.
    """

    values: ClassVar[frozenset[str]] = frozenset({"asked", "gap"})

    def signs(self) -> tuple[str, ...]:
        """The words for what is lacking."""
        return ("缺口", "尚缺", "尚差", "仍缺", "仍差")

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at such a sum, related to what is lacking."""
        text, main = document.text, document.main.span
        gaps = list(_GAP.finditer(text, main.start, main.end))
        asked = list(_ASKED.finditer(text, gaps[0].end(), main.end)) if len(set(map(_value, gaps))) == 1 else []
        if len(set(map(_value, asked))) != 1:
            return
        gap, wanted = _value(gaps[0]), _value(asked[0])
        if not gap < wanted <= gap * (100 + _MOST) // 100 or document.is_quoted(asked[0].start()):
            return
        if _OF_MORE.search(asked[0][0]):
            return
        told = {_value(one) for one in _ANY.finditer(text, main.start, main.end)}
        if wanted - gap in told or any(wanted - gap - one in told for one in told):
            return
        sums = [Span(one.start("number"), one.end()) for one in (asked[0], gaps[0])]
        values = {"asked": document.slice(sums[0]), "gap": document.slice(sums[1])}
        yield Hit(sums[0], values, (Place(sums[1]),))


def _value(found: re.Match[str]) -> int:
    return scaled(found["number"], found["scale"])
