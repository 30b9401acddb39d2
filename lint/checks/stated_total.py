"""Whether the parts of a total add up to no more than the total."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document import Document
from lint.lazy import lazy
from lint.source import Span

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_TOTAL = lazy(
    rf"(?P<total>{_NUMBER})(?P<scale>万亿|亿|万)?(?P<unit>[\u4e00-\u9fff]{{1,3}})(?:[^，。；：\n0-9]{{0,8}})[，,（(]其中[：:]?(?P<parts>[^。；\n）)]*)"
)
_SLIP = 1.2
_SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}


class StatedTotal(Check, frozen=True):
    """N项，其中甲n项、乙n项: two or more parts of the total's own unit that together exceed it. Less than the
    total is no error, for 其中 may name some parts only; parts joined by ， may overlap (男60人，党员90人) and
    count only for sums of money that exceed the total by a slip.
    """

    values: ClassVar[frozenset[str]] = frozenset({"total", "sum", "text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each total that its parts exceed."""
        if "其中" not in document.text:
            return
        from decimal import Decimal  # noqa: PLC0415 - few drafts have totals

        for match in _TOTAL.finditer(document.text):
            scale, unit = match["scale"] or "", match["unit"]
            part = lazy(
                rf"[^0-9.，、；]{{1,16}}(?P<number>{_NUMBER})(?P<scale>万亿|亿|万)?{re.escape(unit)}(?P<link>[，、]|$)"
            )
            parts = list(_leading(part, match["parts"]))
            total = Decimal(match["total"]) * _SCALES[scale]
            for listed in (_first_list(parts), parts if "元" in unit and len(parts) > 2 else []):
                added = sum((Decimal(each["number"]) * _SCALES[each["scale"] or ""] for each in listed), Decimal())
                if len(listed) > 1 and total < added and (listed is not parts or added <= total * Decimal(_SLIP)):
                    end = match.start("parts") + listed[-1].start("link")
                    shown = f"{(added / _SCALES[scale]).normalize():f}{scale}{unit}"
                    values = {"total": f"{match['total']}{scale}{unit}", "sum": shown, "text": match[0]}
                    yield Hit(Span(match.start(), end), values)
                    break


def _leading(part: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The parts that a text begins with, one after the other."""
    match = part.match(text)
    while match:
        yield match
        match = part.match(text, match.end()) if match["link"] else None


def _first_list(parts: list[re.Match[str]]) -> list[re.Match[str]]:
    """The parts up to the first that is not joined to the next by 、."""
    last = next((index for index, part in enumerate(parts) if part["link"] != "、"), len(parts))
    return parts[: last + 1]
