"""Whether the parts of a total add up to no more than the total."""

import re
from collections.abc import Iterator
from typing import ClassVar

from lint.checks.base import Check, Hit
from lint.document.tree import Document
from lint.text.lazy import lazy
from lint.text.literals import places_of
from lint.text.source import Span

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_TOTAL = lazy(
    rf"(?P<total>{_NUMBER})(?P<scale>万亿|亿|万)?(?P<unit>[^\W\d_a-zA-Z]{{1,3}})(?:[^，。；：\n0-9]{{0,8}})[，,（(]\Z"
)
_COUNTED = lazy(rf"(?<![0-9.])(?P<total>{_NUMBER})(?P<scale>万亿|亿|万)?(?P<unit>[^\W\d_a-zA-Z]{{1,3}})")
_OF_WHICH = "其中"
_BEFORE = 40  # characters in which a total stands before 其中
_PARTS = lazy("[：:，,]?(?P<parts>[^。；\n）)]*)")
_PART = lazy(
    rf"[^0-9.，、；]{{1,16}}(?P<number>{_NUMBER})(?P<scale>万亿|亿|万)?(?P<unit>[^\W\d_a-zA-Z]{{1,3}})(?P<link>[，、]|$)"
)
_ATTRIBUTE = lazy(
    "以上|以下|以内|学历|职称|党员|团员|群众|[男女]|少数民族|退休|在职|脱贫|贫困|重点|重大|涉|新增|新建|岁|本地|外来|残疾|骨干|优秀"
)
_SLIP = 1.1
_SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}


class StatedTotal(Check, frozen=True):
    """N项，其中甲n项、乙n项: two or more parts of the total's own unit that together exceed it by a slip. Less than
    the total is no error, for 其中 may name some parts only; much more is none either, for parts may overlap
    (大专以上98人、党员56人). Parts joined by ， often do, and count only for sums of money.
    """

    values: ClassVar[frozenset[str]] = frozenset({"total", "sum", "text"})

    def signs(self) -> tuple[str, ...]:
        """What leads in the parts."""
        return (_OF_WHICH,)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each total that its parts exceed."""
        text = document.text
        for place in places_of(_OF_WHICH, text):
            parts = _PARTS.match(text, place + len(_OF_WHICH))
            if parts is None:
                continue
            total = _TOTAL.search(text, max(0, place - _BEFORE), place)
            if total:
                yield from _exceeded(total, parts, text)
            elif text[place - 1 : place] == "。":
                begin = document.last_of("。；\n", 0, place - 1) + 1
                yield from _exceeded_before(text, begin, place, parts)


def _exceeded_before(text: str, begin: int, place: int, parts: re.Match[str]) -> Iterator[Hit]:
    """立案57起，罚款186万元。其中，甲21起、乙38起: the total of the sentence before that has the parts' unit."""
    part = _PART.match(parts["parts"])
    if part and part["link"] == "、":
        of_unit = [one for one in _COUNTED.finditer(text, begin, place) if one["unit"].startswith(part["unit"])]
        if len(of_unit) == 1:
            yield from _exceeded(of_unit[0], parts, text)


def _exceeded(match: re.Match[str], listed_parts: re.Match[str], text: str) -> Iterator[Hit]:
    """A hit where the parts that follow a total exceed it."""
    from decimal import Decimal  # noqa: PLC0415 - few drafts have totals

    scale, unit = match["scale"] or "", match["unit"]
    parts = list(_leading(unit, listed_parts["parts"]))
    total = Decimal(match["total"]) * _SCALES[scale]
    for listed in (_first_list(parts), parts if "元" in unit and len(parts) > 2 else []):
        added = sum((Decimal(each["number"]) * _SCALES[each["scale"] or ""] for each in listed), Decimal())
        if len(listed) > 1 and total < added <= total * Decimal(_SLIP) and not _overlap(listed):
            span = Span(match.start(), listed_parts.start("parts") + listed[-1].start("link"))
            shown = f"{(added / _SCALES[scale]).normalize():f}{scale}{unit}"
            found = text[match.start() : listed_parts.end()]
            yield Hit(span, {"total": f"{match['total']}{scale}{unit}", "sum": shown, "text": found})
            return


def _leading(unit: str, text: str) -> Iterator[re.Match[str]]:
    """The parts of a unit that a text begins with, one after the other; 项 is that of 项措施."""
    match = _PART.match(text)
    while match and unit.startswith(match["unit"]):
        yield match
        match = _PART.match(text, match.end()) if match["link"] else None


def _overlap(parts: list[re.Match[str]]) -> bool:
    """Whether parts name what one and the same person or case may be."""
    return any(_ATTRIBUTE.search(part[0]) for part in parts)


def _first_list(parts: list[re.Match[str]]) -> list[re.Match[str]]:
    """The parts up to the first that is not joined to the next by 、."""
    last = next((index for index, part in enumerate(parts) if part["link"] != "、"), len(parts))
    return parts[: last + 1]
