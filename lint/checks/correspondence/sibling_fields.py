"""Whether every item of a list of tasks has the fields that its siblings have."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lint.checks.base import Hit, Place
from lint.checks.selection import Selection
from lint.document.tree import Document, Item
from lint.text.lazy import lazy
from lint.text.literals import places_of

_BETWEEN = 6  # characters between a label and its colon


@lru_cache(maxsize=64)
def _labelled(labels: tuple[str, ...], *, filled: bool = False) -> re.Pattern[str]:
    """A pattern for a field by any of its labels, with or without something after the colon."""
    empty = r"(?![ \u3000]*(?:\n|$))" if filled else ""
    return lazy(rf"(?:{'|'.join(labels)})[^。；\n：:]{{0,{_BETWEEN}}}[：:]{empty}")


def _names_a_field(text: str, labels: tuple[str, ...]) -> bool:
    """Whether a text holds a field: looked for before its colon, for colons are few."""
    pattern, reach = _labelled(labels), max(map(len, labels)) + _BETWEEN
    return any(
        pattern.search(text, max(0, place - reach), place + 1) for colon in "：:" for place in places_of(colon, text)
    )


class SiblingFields(Selection, frozen=True, kw_only=True):
    """Labelled fields (整改措施：… 责任单位：…) that at least ``share`` percent of the items of one level have and
    another lacks or leaves empty. ``fields`` are groups of labels that mean the same. Items none of whose siblings
    has any field (保障措施 below the tasks) are no tasks.
    """

    fields: tuple[tuple[str, ...], ...]
    least: int = 3
    share: int = 60

    values: ClassVar[frozenset[str]] = frozenset({"field", "item", "siblings"})

    def run(self, document: Document) -> Iterator[Hit]:
        """Yield a hit at each item that lacks a field."""
        every = tuple(label for labels in self.fields for label in labels)
        if not _names_a_field(document.text, every):
            return
        levels: dict[tuple[int, str, int], list[Item]] = {}
        for series in self.selected(document):
            if not any(_names_a_field(document.slice(item.span), every) for item in series.items):
                continue
            levels.setdefault((series.part, series.family.name, series.items[0].depth), []).extend(series.items)
        for items in levels.values():
            if len(items) >= self.least:
                yield from self._in_level(document, items)

    def _in_level(self, document: Document, items: list[Item]) -> Iterator[Hit]:
        texts = [document.slice(item.span) for item in items]
        if not any("：" in text or ":" in text for text in texts):
            return
        held: Counter[str] = Counter()
        lacking: list[tuple[Item, str]] = []
        for labels in self.fields:
            pattern = _labelled(labels, filled=True)
            usual = max(labels, key=lambda label: sum(label in text for text in texts))  # as this draft says it
            for item, text in zip(items, texts, strict=True):
                if pattern.search(text):
                    held[usual] += 1
                else:
                    lacking.append((item, usual))
        for item, field in sorted(lacking, key=lambda lack: lack[0].span):
            if held[field] < len(items) and 100 * held[field] >= self.share * len(items) and held[field] >= 2:
                values = {"field": field, "item": document.slice(item.heading)[:24], "siblings": str(held[field])}
                other = next(other for other in items if other is not item)
                yield Hit(
                    item.head,
                    values,
                    (Place(other.sign),),
                )
