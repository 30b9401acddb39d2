"""Whether all but one of many are named before their number: nine offices, 等10个单位."""

from collections.abc import Iterator
from typing import ClassVar

from lint.analysis.counts.announced.names_before_etc import names_before_etc
from lint.checks.base import Check, Hit
from lint.document.tree import Document

_MANY = 8
"""Fewest of which nobody leaves out just one."""
_MANY_BODIES = 6
"""The same of offices and places, which a text names one by one if it names most of them."""
_KINDS = ("", "领域", "行业", "方面", "环节")
"""What is counted that is neither an office nor a place."""


class AllButOne(Check, frozen=True):
    """Names before 等N个 that are one fewer however one reads them."""

    values: ClassVar[frozenset[str]] = frozenset({"announced", "counted", "text"})

    def signs(self) -> tuple[str, ...]:
        """The word between names and number."""
        return ("等",)

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each such number."""
        for one in names_before_etc(document):
            many = _MANY if one.noun in _KINDS else _MANY_BODIES
            if one.number >= many and one.most == one.number - 1 and not one.is_open:
                values = {
                    "announced": str(one.number),
                    "counted": str(one.most),
                    "text": document.slice(one.place),
                }
                yield Hit(one.place, values)
