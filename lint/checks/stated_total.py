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


_SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}


class StatedTotal(Check, frozen=True):
    """N项，其中甲n项、乙n项: two or more parts of the total's own unit that together exceed it. Less than the
    total is no error, for 其中 may name some parts only; parts that overlap are joined otherwise than by 、.
    """

    values: ClassVar[frozenset[str]] = frozenset({"total", "sum", "text"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each total that its parts exceed."""
        if "其中" not in document.text:
            return
        from decimal import Decimal  # noqa: PLC0415 - few drafts have totals

        for match in _TOTAL.finditer(document.text):
            unit, scale = match["unit"], match["scale"] or ""
            clause = match["parts"].partition("，")[0]
            parts = re.findall(rf"(?<![0-9.])({_NUMBER})(万亿|亿|万)?{re.escape(unit)}", clause)
            names = clause.split("、")
            total = Decimal(match["total"])
            added = sum((Decimal(part) * _SCALES[own] for part, own in parts), Decimal()) / _SCALES[scale]
            if len(parts) >= 2 and len(parts) == len(names) and added > total:
                end = match.start("parts") + len(clause)
                yield Hit(
                    Span(match.start(), end),
                    {"total": f"{total}{scale}{unit}", "sum": f"{added.normalize():f}{scale}{unit}", "text": match[0]},
                )
